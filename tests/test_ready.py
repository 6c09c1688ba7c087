"""What ships ready is what would be made, and is never that of another program."""

import json
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from trustlint import discover, local, needed, patterns, program, ready
from trustlint.cache import Cache
from trustlint.candidates import Indexed, SourceCandidates
from trustlint.checks import compiled
from trustlint.codes import Codes
from trustlint.config import Settings, of_mapping
from trustlint.frozen import replace
from trustlint.packs import load_builtin
from trustlint.program import Program
from trustlint.report import FileReport
from trustlint.run import check

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = [str(ROOT / "examples")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by a process of its own, as when a wheel is built."""
    folder = tmp_path_factory.mktemp("data")
    for maker in ("shipping", "starting"):
        subprocess.run([sys.executable, "-m", f"trustlint.{maker}", str(folder)], check=True, cwd=ROOT)
    return folder


@pytest.fixture
def shipped(made: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setattr(ready, "FOLDER", str(made))
    (own,) = made.iterdir()
    monkeypatch.setattr(program, "_running", [Program(bytes.fromhex(own.name), b"")])
    monkeypatch.setattr(compiled, "CODES", Codes())
    monkeypatch.setattr(patterns, "CODES", Codes())
    return Cache(None)


def found(settings: Settings) -> list[FileReport]:
    return list(check(list(discover.targets(EXAMPLES)), replace(settings, cache=False)).files)


class TestNeverThatOfAnother:
    def test_program(self, shipped: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(program, "_running", [Program(b"another", b"another")])
        assert ready.load("packs", shipped) is None

    def test_pack(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A word changed in a pack, or a module, makes another program."""
        shutil.copytree(ROOT / "rules", tmp_path / "rules")
        monkeypatch.setattr(program, "PACKS", str(tmp_path / "rules"))
        told = []
        for more in ("", "# more\n"):
            monkeypatch.setattr(program, "_running", [])
            with open(tmp_path / "rules" / "timelines.yaml", "a", encoding="utf-8") as pack:
                pack.write(more)
            told.append(program.program(Cache(None)).own)
        assert told[0] != told[1]

    def test_broken(self, shipped: Cache, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(made, tmp_path / "data")
        for name in ("packs.bin", "lexicon.shelf"):
            (broken,) = tmp_path.rglob(name)
            broken.write_bytes(broken.read_bytes()[:-100])
        monkeypatch.setattr(ready, "FOLDER", str(tmp_path / "data"))
        assert ready.load("packs", shipped) is None
        assert ready.shelf("lexicon", shipped) is None
        assert load_builtin(Cache(None)).rules

    def test_compiler(self, shipped: Cache) -> None:
        for name, compiler in (("rules", compiled), ("patterns", patterns)):
            assert ready.shelf(ready.versioned(name, compiler.version()), shipped)
            assert ready.shelf(ready.versioned(name, compiler.version() + b"?"), shipped) is None


IMPORTING = """
import json, sys
from trustlint import program, ready
folder, own, argument = sys.argv[1:]
ready.FOLDER = folder
program._running.append(program.Program(bytes.fromhex(own), b""))
from trustlint.__main__ import run
run(["check", "--no-cache", "--isolated", "--output", "concise", argument])
said = {}
for name, module in list(sys.modules.items()):
    if name.startswith("trustlint."):
        spec = module.__spec__
        said[name] = [type(spec.loader).__name__, module.__file__, module.__cached__, spec.parent, module.__name__]
        said[name] += [list(getattr(module, "__path__", ())), spec.loader.get_source(name) is not None]
print(json.dumps(said))
"""


class TestModules:
    """What is imported from one file is as it would be from its own."""

    @pytest.fixture
    def letter(self, tmp_path: Path) -> Path:
        path = tmp_path / "letter.txt"
        path.write_text("Hi Ana,\n\nWe'll reply shortly. The parcel comes by Friday 4 July.\n", encoding="utf-8")
        return path

    def imported(self, folder: Path, own: str, letter: Path) -> tuple[str, dict[str, list[object]]]:
        command = [sys.executable, "-c", IMPORTING, str(folder), own, str(letter)]
        done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
        *report, modules = done.stdout.splitlines()
        return "\n".join(report), json.loads(modules)

    def test_those_of_another_program_are_not_imported(self, made: Path, letter: Path) -> None:
        (own,) = made.iterdir()
        _, modules = self.imported(made, "00" * 16, letter)
        assert {about[0] for about in modules.values()} == {"SourceFileLoader"}
        assert ready.load(ready.versioned("start", b"another Python"), Cache(None)) is None
        assert own.name != "00" * 16

    def test_the_same_modules(self, made: Path, letter: Path) -> None:
        (own,) = made.iterdir()
        report, ours = self.imported(made, own.name, letter)
        expected, theirs = self.imported(made / "none", own.name, letter)
        assert "shortly" in report
        assert report == expected
        held = {name for name, about in ours.items() if about[0] == "_Held"}
        assert {"trustlint.span", "trustlint.linter", "trustlint.prose", "trustlint.checks.commitment"} <= held
        assert {name: about[1:] for name, about in ours.items() if name in theirs} == {
            name: about[1:] for name, about in theirs.items() if name in ours
        }

    def test_places_of_errors(self, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from trustlint.ready.importing import PACKAGE, Modules

        code = compile("def fail():\n    raise KeyError\n", "made/elsewhere.py", "exec")
        finder = Modules({"trustlint.elsewhere": ("elsewhere.py", code)}, {}, {}.get)
        monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
        monkeypatch.delitem(sys.modules, "trustlint.elsewhere", raising=False)
        module = import_module("trustlint.elsewhere")
        assert module.fail.__code__.co_filename == str(Path(PACKAGE) / "elsewhere.py")
        monkeypatch.delitem(sys.modules, "trustlint.elsewhere")
        with pytest.raises(ModuleNotFoundError):
            import_module("trustlint.elsewhere")  # the second time it is looked for where it lies


class TestTheSame:
    def test_packs(self, shipped: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
        own = load_builtin(shipped)
        monkeypatch.setattr(ready, "FOLDER", "")
        parsed = load_builtin(Cache(None))
        assert own.packs == parsed.packs
        assert own.lexicon.data() == parsed.lexicon.data()
        assert own.lexicon.expanded() == parsed.lexicon.expanded()

    def test_needs(self, shipped: Cache) -> None:
        packs = load_builtin(shipped)
        changed = replace(packs.rules[0], options={"phrases": ["soon"]})
        few, most = packs.rules[::9], packs.rules[2:]
        others = packs.lexicon.extended({"agents": ["crew"]})
        for rules, lexicon in (
            (few, packs.lexicon),
            (most, packs.lexicon),
            ((changed, *most), packs.lexicon),
            (few, others),
        ):
            anchors, needs = needed.of_rules(rules, [None] * len(rules), lexicon, shipped)
            assert anchors == [None if local.is_local(rule) else needed.anchors_of(rule, lexicon) for rule in rules]
            derived = {number: local.needs(rule, lexicon) for number, rule in enumerate(rules) if local.is_local(rule)}
            assert isinstance(needs, Indexed) is (rules is most)
            ours, theirs = SourceCandidates(needs), SourceCandidates(derived)
            for text in (example.text for rule in packs.rules for example in rule.bad[:2]):
                assert ours.of(text) == theirs.of(text)

    @pytest.mark.parametrize(
        "said", [{}, {"packs": ["all"], "lexicon": {"agents": ["crew"]}}], ids=["usual", "own words"]
    )
    def test_what_is_found(self, shipped: Cache, said: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
        settings = of_mapping(said)
        ours = found(settings)
        assert any(file.diagnostics for file in ours)
        monkeypatch.setattr(ready, "FOLDER", "")
        assert found(settings) == ours

    def test_no_pattern_of_an_example_need_be_compiled(self, shipped: Cache) -> None:
        found(Settings())
        assert compiled.CODES.fresh() == {}
        assert len(patterns.CODES.fresh()) < 20, list(patterns.CODES.fresh())
