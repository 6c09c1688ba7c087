"""What stands around the process: terminals, pipes, code pages, signals. Each test runs trustlint as a user does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TRUSTLINT = [sys.executable, "-m", "trustlint"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


@pytest.fixture
def env(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}


def trustlint(*arguments: str, env: dict[str, str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*TRUSTLINT, *arguments], env=env, input=stdin, capture_output=True, timeout=60)


def test_the_module_runs(env: dict[str, str]) -> None:
    done = trustlint("--version", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"trustlint ")


def test_reports_and_errors_go_their_own_ways(env: dict[str, str]) -> None:
    done = trustlint("check", "ok.txt", "gone.txt", env=env)
    assert done.returncode == 2
    assert done.stdout.startswith(b"ok.txt:1:15: ")
    assert done.stderr == f"trustlint: gone.txt: no such file or folder{os.linesep}".encode()


@POSIX
def test_a_closed_pipe_is_no_error(env: dict[str, str], folder: Path) -> None:
    (folder / "long.txt").write_text("We will reply shortly.\n\n" * 5000)
    process = subprocess.Popen([*TRUSTLINT, "check", "long.txt"], env=env, stdout=-1, stderr=-1)
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1, "the status still says what was found"


@POSIX
def test_a_closed_pipe_is_no_error_where_nothing_is_checked(env: dict[str, str]) -> None:
    process = subprocess.Popen([*TRUSTLINT, "rules", "--all", "--output", "json"], env=env, stdout=-1, stderr=-1)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert (process.stderr.read(), process.wait(60)) == (b"", 0)
    process.stderr.close()


def opened_for_writing(fifo: Path, process: "subprocess.Popen[bytes]") -> int:
    """The writing end of a fifo, once somebody reads it."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert process.poll() is None, process.communicate()
            time.sleep(0.05)
    raise AssertionError("nobody reads")


@POSIX
def test_an_interrupt_ends_with_130_and_no_traceback(env: dict[str, str], folder: Path) -> None:
    os.mkfifo(folder / "slow.txt")
    process = subprocess.Popen([*TRUSTLINT, "check", "slow.txt"], env=env, stdout=-1, stderr=-1)
    held = opened_for_writing(folder / "slow.txt", process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    os.close(held)
    assert (process.returncode, out, err.strip()) == (130, b"", b"interrupted")


@POSIX
def test_a_full_disk_is_said(env: dict[str, str]) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*TRUSTLINT, "check", "ok.txt"], env=env, stdout=full, stderr=-1, timeout=60)
    assert (done.returncode, done.stderr) == (2, b"trustlint: cannot write: No space left on device\n")


@POSIX
@pytest.mark.parametrize(("closed", "status"), [(">&-", 1), ("2>&-", 1), ("<&-", 1), ("- <&-", 2)])
def test_closed_streams(env: dict[str, str], closed: str, status: int) -> None:
    done = subprocess.run(f'"{sys.executable}" -m trustlint check ok.txt {closed}', shell=True, env=env, stderr=-1)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


def test_a_code_page_without_the_characters_shows_them_escaped(env: dict[str, str], folder: Path) -> None:
    (folder / "ok.txt").write_text("📦 We’ll reply “shortly” 📦 shortly.", encoding="utf-8")
    done = trustlint("check", "--output", "rich", "ok.txt", env={**env, "PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 1
    assert done.stderr == b""
    assert "“shortly”".encode("cp1252") in done.stdout
    assert b"\\U0001f4e6" in done.stdout


def test_ascii_only_output(env: dict[str, str], folder: Path) -> None:
    done = trustlint("check", "ok.txt", env={**env, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert b'"shortly"' in done.stdout


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("arguments", [("check", "--output", "rich", "ok.txt"), ("explain", "timelines/vague-time")])
def test_color(env: dict[str, str], variables: dict[str, str], colored: bool, arguments: tuple[str, ...]) -> None:
    done = trustlint(*arguments, env={**env, **variables})
    assert (b"\x1b[" in done.stdout) is colored


def test_file_names_that_are_no_unicode(env: dict[str, str], folder: Path) -> None:
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("file names are Unicode here")
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write("We will reply shortly.")
    for output in ("concise", "rich", "json", "sarif", "html", "checkstyle"):
        done = trustlint("check", "--output", output, ".", env=env)
        assert (done.returncode, done.stderr) == (1, b""), output


def test_commands_in_file_names_and_texts_do_not_reach_the_terminal(env: dict[str, str], folder: Path) -> None:
    (folder / "a\x1b[31m.txt").write_text("We will \x1b]0;owned\x07 reply shortly.")
    for output in ("concise", "rich"):
        done = trustlint("check", "--output", output, ".", env=env)
        assert done.returncode == 1
        assert b"\x1b" not in done.stdout + done.stderr
