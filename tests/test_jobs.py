"""Work shared by several processes: the report must not tell how many they were."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from trustlint import jobs
from trustlint.checks import compiled
from trustlint.codes import Codes
from trustlint.config import Settings
from trustlint.discover import targets
from trustlint.errors import ConfigError
from trustlint.jobs import Share
from trustlint.report import Report
from trustlint.run import check

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def report(processes: int, *paths: Path) -> Report:
    return check(list(targets(map(str, paths))), Settings(cache=False), processes=processes)


@pytest.mark.parametrize("processes", [2, 3, 5])
def test_the_report_is_the_same_for_any_number(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [EXAMPLES / "zendesk-macros.json", EXAMPLES / "welcome.txt", EXAMPLES / "none.json"]
    one = report(1, *files)
    assert one.diagnostics
    assert repr(report(processes, *files).files) == repr(one.files)
    monkeypatch.setattr(jobs, "WORTH", 1)  # every file is everybody's
    assert repr(report(processes, *files).files) == repr(one.files)


def test_what_another_process_has_compiled_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr(compiled, "CODES", Codes())
    monkeypatch.setattr(compiled, "_made", type(compiled._made)())
    texts = {"here.txt": "Hello.", "there.txt": "We may refuse at our sole discretion."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = check(list(targets([str(tmp_path / name) for name in texts])), Settings(), processes=2)
    assert [bool(file.diagnostics) for file in found.files] == [False, True]
    assert any(b"discretion" in code for code in compiled.CODES._used.values())
    [kept] = tmp_path.rglob("rules-*.bin")
    assert b"discretion" in kept.read_bytes()


def test_small_inputs_get_one_process() -> None:
    assert jobs.wanted(None, 1000) == 1


def test_what_is_asked_for_is_given() -> None:
    assert jobs.wanted(3, 1000) == 3


def test_nothing_is_forked_beside_other_threads() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert jobs.wanted(4, 10**9) == 1
    finally:
        done.set()
        thread.join()


def test_every_part_is_in_one_share() -> None:
    shares = [Share(number, 3) for number in range(3)]
    assert all(sum(share.has(part) for share in shares) == 1 for part in range(20))


def test_results_come_in_order_and_may_be_large() -> None:
    assert jobs.shares(lambda share: str(share.number) * 1_000_000, 3) == [str(n) * 1_000_000 for n in range(3)]


def fails_elsewhere(share: Share) -> None:
    if share.number:
        raise ConfigError("wrong", path="trustlint.yaml", line=3, hint="right")


def test_a_mistake_found_elsewhere_is_told_here() -> None:
    with pytest.raises(ConfigError, match=r"trustlint.yaml:3: wrong \(right\)"):
        jobs.shares(fails_elsewhere, 2)


def test_a_process_that_dies_is_a_bug_and_not_a_wait() -> None:
    with pytest.raises(RuntimeError, match="ended before"):
        jobs.shares(lambda share: os._exit(1) if share.number else None, 2)


def test_an_error_here_ends_the_others() -> None:
    def work(share: Share) -> None:
        if share.number:
            time.sleep(60)
        raise KeyboardInterrupt

    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        jobs.shares(work, 3)
    assert time.monotonic() - before < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_interrupt_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("We will be in touch. " * 200_000, encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "trustlint", "check", "--jobs", "2", "--no-cache", str(tmp_path / "many.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while not children.exists() or not children.read_text():
        if running.poll() is not None or not children.exists():
            running.kill()
            pytest.skip("this system does not tell when a process has children")
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (out, err.decode().split()) == (b"", ["interrupted"])
