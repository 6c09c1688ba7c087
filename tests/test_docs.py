"""Every command shown in the documentation runs, and prints what is shown.

A `console` block holds commands after `$ ` and, below each, what it prints; `…` alone on a line stands for lines left
out. Commands are
run as from the top of the repository. `python tests/test_docs.py` writes the present output into the pages.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SECONDS = re.compile(r"\b(?:under )?\d+\.\d\d s\b")


def commands(page: Path) -> Iterator[tuple[str, str]]:
    """Each command with the output shown below it."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def run(command: str, cache: Path) -> str:
    """What a command prints. Only trustlint is run, and a pipe from `echo` or `cat`."""
    words = shlex.split(command)
    stdin = None
    if "|" in words:
        at = words.index("|")
        feeding, words = words[:at], words[at + 1 :]
        assert feeding[0] in {"echo", "cat"}, f"only echo and cat feed commands here: {command}"
        stdin = (
            " ".join(feeding[1:]) + "\n" if feeding[0] == "echo" else (ROOT / feeding[1]).read_text(encoding="utf-8")
        )
    # Commands may write reports: they run beside the repository's folders, not in them.
    here = cache / "here"
    here.mkdir(exist_ok=True)
    for folder in ("examples", "rules", "docs"):
        if not (here / folder).exists():
            (here / folder).symlink_to(ROOT / folder, target_is_directory=True)
    assert words[0] == "trustlint", f"not a trustlint command: {command}"
    done = subprocess.run(
        [sys.executable, "-m", "trustlint", *words[1:]],
        cwd=here,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "XDG_CACHE_HOME": str(cache),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "PYTHONIOENCODING": "utf-8",
        },
    )
    assert done.returncode in {0, 1, 2}, done.stderr
    return SECONDS.sub("0.00 s", "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines()) + "\n")


def agrees(shown: str, printed: str) -> bool:
    """Whether the shown output is the printed one, but for what `…` leaves out."""
    pieces = [re.escape(piece) for piece in re.split(r"^…\n", SECONDS.sub("0.00 s", shown), flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(pieces), printed) is not None


SHOWN = [
    pytest.param(command, output, id=f"{page.relative_to(ROOT)}: {command}")
    for page in PAGES
    if page.exists()
    for command, output in commands(page)
]


@pytest.mark.parametrize(("command", "output"), SHOWN)
def test_commands_in_the_documentation(command: str, output: str, tmp_path: Path) -> None:
    printed = run(command, tmp_path)
    if output.strip():
        assert agrees(output, printed), f"now it prints:\n{printed}"


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken


def refresh() -> None:
    """Write the present output of every command into its page, where output is shown and nothing is left out."""
    import tempfile

    cache = Path(tempfile.mkdtemp())
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for command, output in commands(page):
            if output.strip() and "…\n" not in output and not agrees(output, printed := run(command, cache)):
                text = text.replace(f"$ {command}\n{output}", f"$ {command}\n{printed}")
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
