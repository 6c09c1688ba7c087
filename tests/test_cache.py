"""The cache: never trusted more than it deserves, never in the way."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import cache as module
from trustlint.cache import KEPT_ENTRIES, Cache, digest, user_folder

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
unprivileged = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")

DATA = {"rules": [("soon", 3, None, True, 2.5, b"x")], "words": {"agent": ("we", "€")}}


class Builder:
    """Counts how often something had to be made."""

    def __init__(self, data: object = DATA) -> None:
        self.data, self.made = data, 0

    def __call__(self) -> object:
        self.made += 1
        return self.data


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.yaml"
    path.write_text("a: 1")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "trustlint"


class TestNotTrusted:
    DAMAGE: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        ("empty", lambda content: b""),
        ("truncated", lambda content: content[:-1]),
        ("header only", lambda content: content[:80]),
        ("longer", lambda content: content + b"\0"),
        ("flipped bit", lambda content: content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]),
        ("foreign", lambda content: b"\x89PNG\r\n" * 50),
        ("other format", lambda content: content.replace(b"trustlint", b"trustling", 1)),
    )

    @pytest.mark.parametrize(("how", "damage"), DAMAGE, ids=[name for name, _ in DAMAGE])
    def test_damaged_entries_are_made_again(
        self, source: Path, folder: Path, how: str, damage: Callable[[bytes], bytes]
    ) -> None:
        cache, build = Cache(str(folder)), Builder()
        cache.cached("packs", [source], build)
        (entry,) = entries(folder)
        entry.write_bytes(damage(entry.read_bytes()))
        assert cache.cached("packs", [source], build) == DATA
        assert build.made == 2
        assert cache.cached("packs", [source], build) == DATA
        assert build.made == 2

    @posix_only
    def test_an_entry_that_others_can_write(self, source: Path, folder: Path) -> None:
        cache, build = Cache(str(folder)), Builder()
        cache.cached("packs", [source], build)
        entries(folder)[0].chmod(0o666)
        cache.cached("packs", [source], build)
        assert build.made == 2

    @posix_only
    def test_an_entry_that_is_a_link(self, source: Path, folder: Path, tmp_path: Path) -> None:
        cache, build = Cache(str(folder)), Builder()
        cache.cached("packs", [source], build)
        (entry,) = entries(folder)
        entry.rename(tmp_path / "elsewhere")
        entry.symlink_to(tmp_path / "elsewhere")
        cache.cached("packs", [source], build)
        assert build.made == 2
        assert not entry.is_symlink()

    @posix_only
    def test_an_entry_that_is_a_pipe_does_not_hang(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        cache = Cache(str(folder))
        key = digest([b"a"])
        os.mkfifo(folder / f"packs-{key.hex()[:24]}.bin")
        assert cache.load("packs", key) is None

    def test_another_version_makes_its_own(self, source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache, build = Cache(str(folder)), Builder()
        cache.cached("packs", [source], build)
        monkeypatch.setattr(module, "__version__", "99.0")
        cache.cached("packs", [source], build)
        assert build.made == 2

    @given(st.binary(max_size=300))
    def test_any_bytes_are_no_entry(self, content: bytes) -> None:
        path = Path(_scratch(), f"packs-{digest([b'a']).hex()[:24]}.bin")
        path.write_bytes(content)
        path.chmod(0o600)
        assert Cache(str(path.parent)).load("packs", digest([b"a"])) is None


def _scratch() -> str:
    import tempfile

    global _folder
    _folder = _folder or tempfile.mkdtemp()
    return _folder


_folder = ""


class TestInNobodysWay:
    def test_without(self, source: Path) -> None:
        build = Builder()
        assert Cache.user(enabled=False).cached("packs", [source], build) == DATA
        assert build.made == 1

    def test_a_folder_that_cannot_be_made(self, source: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        assert Cache(str(tmp_path / "file" / "cache")).cached("packs", [source], Builder()) == DATA

    @posix_only
    @unprivileged
    def test_a_read_only_folder(self, source: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        folder.chmod(0o500)
        assert Cache(str(folder)).cached("packs", [source], Builder()) == DATA
        folder.chmod(0o700)

    def test_a_missing_source_is_an_error(self, folder: Path, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="none"):
            Cache(str(folder)).cached("packs", [tmp_path / "none"], Builder())

    def test_a_build_that_fails_leaves_nothing(self, source: Path, folder: Path) -> None:
        def fail() -> None:
            raise ValueError("no")

        with pytest.raises(ValueError, match="no"):
            Cache(str(folder)).cached("packs", [source], fail)
        assert entries(folder) == []


class TestKept:
    def test_what_went_in_comes_out_and_is_made_once(self, source: Path, folder: Path) -> None:
        build = Builder()
        for _ in range(3):
            assert Cache(str(folder)).cached("packs", [source], build) == DATA
        assert build.made == 1

    @pytest.mark.parametrize("data", [None, False, 0, "", ()])
    def test_nothing_is_something_too(self, source: Path, folder: Path, data: object) -> None:
        build = Builder(data)
        for _ in range(2):
            assert Cache(str(folder)).cached("packs", [source], build) == data
        assert build.made == 1

    def test_changed_content_is_made_again(self, source: Path, folder: Path) -> None:
        cache, build = Cache(str(folder)), Builder()
        cache.cached("packs", [source], build)
        stat = source.stat()
        source.write_text("a: 2")
        os.utime(source, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        cache.cached("packs", [source], build)
        assert build.made == 2

    def test_contents_do_not_run_into_each_other(self) -> None:
        assert digest([b"ab", b"c"]) != digest([b"a", b"bc"]) != digest([b"abc"])

    @posix_only
    def test_only_the_owner_can_look(self, source: Path, folder: Path) -> None:
        Cache(str(folder)).cached("packs", [source], Builder())
        assert folder.stat().st_mode & 0o077 == 0
        assert entries(folder)[0].stat().st_mode & 0o077 == 0

    def test_old_entries_go(self, folder: Path) -> None:
        cache = Cache(str(folder))
        cache.store("other", digest([b"other"]), 1)
        cache.store("packs", digest([b"old"]), 1)
        month = 31 * 86_400
        for entry in entries(folder):
            if entry.name.startswith("packs"):
                os.utime(entry, (entry.stat().st_atime - month, entry.stat().st_mtime - month))
        (folder / "not-ours.txt").write_text("stays")
        for number in range(KEPT_ENTRIES + 4):
            cache.store("packs", digest([b"%d" % number]), number)
        names = [entry.name for entry in entries(folder)]
        assert sum(name.startswith("packs-") for name in names) == KEPT_ENTRIES
        assert sum(name.startswith("other-") for name in names) == 1
        assert "not-ours.txt" in names

    def test_writers_at_the_same_time(self, source: Path, folder: Path) -> None:
        cache = Cache(str(folder))

        def write(number: int) -> bool:
            cache.store("packs", digest([b"same"]), [number] * 20_000)
            stored = cache.load("packs", digest([b"same"]))
            return stored is not None and len(set(stored[0])) == 1

        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(write, range(40)))
        assert [entry.suffix for entry in entries(folder)] == [".bin"]


@posix_only
class TestFolder:
    @pytest.fixture(autouse=True)
    def _linux(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module.sys, "platform", "linux")
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        self.home, self.project = tmp_path / "home", tmp_path / "project"
        (self.project / "sub").mkdir(parents=True)
        self.home.mkdir()
        monkeypatch.chdir(self.project)

    def test_not_inside_the_working_directory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(self.project / ".cache"))
        assert user_folder() is None

    def test_not_inside_a_repository(self, monkeypatch: pytest.MonkeyPatch) -> None:
        (self.project / ".git").mkdir()
        monkeypatch.chdir(self.project / "sub")
        monkeypatch.setenv("XDG_CACHE_HOME", str(self.project / ".cache"))
        assert user_folder() is None

    def test_a_relative_path_is_ignored(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", ".cache")
        assert user_folder() == str(self.home / ".cache" / "trustlint")

    def test_a_working_directory_that_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(self.project / "sub")
        (self.project / "sub").rmdir()
        assert user_folder() is None
        monkeypatch.chdir(self.home)

    def test_no_home(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", "")
        assert user_folder() is None or not user_folder().startswith(str(self.project))  # type: ignore[union-attr]

    def test_at_home(self) -> None:
        assert user_folder() == str(self.home / ".cache" / "trustlint")

    def test_run_from_home_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        (self.home / ".git").mkdir()
        monkeypatch.chdir(self.home)
        assert user_folder() == str(self.home / ".cache" / "trustlint")

    def test_where_the_user_says(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
        assert user_folder() == str(tmp_path / "elsewhere" / "trustlint")

    def test_on_a_mac(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module.sys, "platform", "darwin")
        assert user_folder() == str(self.home / "Library" / "Caches" / "trustlint")


def test_importing_the_cache_is_cheap() -> None:
    heavy = {"pathlib", "tempfile", "hashlib", "regex", "yaml", "dataclasses"}
    code = f"import sys, trustlint.cache; print(*{heavy} & set(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert ran.stdout.split() == []
