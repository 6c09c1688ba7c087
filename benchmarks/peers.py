"""Other tools on the same texts, as a user waits for them: the whole process, in turn with trustlint.

    python benchmarks/peers.py [MESSAGES]

One plain text of a few kilobytes, and a file of so many messages (1,000 when not said). Each tool runs rules of its
own, so this says how long one waits, not who does more. `rg` and `grep` search for the literals that trustlint's rules
need (their anchors): what any tool with these rules must do at least. Tools that are not installed are passed over.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from exports import bodies
from timing import TRUSTLINT, paired

from trustlint.config import Settings
from trustlint.engine import linter


def peers(text: Path, literals: Path) -> dict[str, list[str]]:
    """The command of each tool on a text."""
    return {
        "rg -F": ["rg", "-j1", "-c", "-i", "-F", "--no-unicode", "-f", str(literals), str(text)],
        "grep -F": ["grep", "-c", "-i", "-F", "-f", str(literals), str(text)],
        "proselint": ["proselint", "check", str(text)],
        "write-good": ["write-good", str(text)],
        "alex": ["alex", "-q", str(text)],
        "vale": ["vale", "--config", str(vale_config(text.parent)), "--output", "line", str(text)],
        "textlint": ["textlint", str(text)],
    }


def vale_config(folder: Path) -> Path:
    path = folder / ".vale.ini"
    path.write_text("StylesPath = styles\n[*]\nBasedOnStyles = Vale\n", encoding="utf-8")
    return path


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        literals = folder / "literals"
        literals.write_text("\n".join(sorted(needed_literals())), encoding="utf-8")
        for messages, runs in ((2, 9), (number, 3)):
            text = folder / f"{messages}.txt"
            text.write_text("\n\n".join(bodies(messages)), encoding="utf-8")
            print(f"{messages:,} messages, {text.stat().st_size / 1000:,.0f} kB: trustlint takes, beside each,")
            for tool, command in peers(text, literals).items():
                if shutil.which(command[0]) is None:
                    print(f"  {tool:12} not installed")
                    continue
                own = [*TRUSTLINT, "check", "--output", "concise", "--input-format", "text", str(text)]
                print(f"  {tool:12} {paired(own, command, runs=runs)}", flush=True)


def needed_literals() -> set[str]:
    return {literal for anchors in linter(Settings())._anchors for literal in anchors or ()}


if __name__ == "__main__":
    main()
