"""JSON that is read in parts says what it says when it is held whole, at the same places."""

import functools
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trustlint import reading
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.message import Omission
from trustlint.reading import Reader
from trustlint.run import check
from trustlint.sources import decoding, large
from trustlint.sources.containers import json as json_container
from trustlint.sources.containers import jsonl
from trustlint.sources.containers._json_outline import NoListsError, outline
from trustlint.sources.containers._json_part import PartDocument, parts
from trustlint.sources.containers._windows import Stream
from trustlint.span import Span

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
JUDGES = CORPUS.parent / "judges" / "json-test-suite"


def macro(number: int, text: str = "We reply soon.") -> dict[str, object]:
    return {"id": number, "title": f"M{number}", "actions": [{"field": "comment_value", "value": text}]}


def turns(number: int) -> dict[str, object]:
    said = [{"role": "user", "content": "?"}, {"role": "assistant", "content": f"It comes on day {number}."}]
    return {"id": number, "messages": said}


def shown(path: Path, *, named: bool = True, format: str | None = None) -> list[object]:
    """All that is read from a file, with the place of every text."""
    found: list[object] = []
    for each in Reader(Settings(input_format=format)).file(Target(str(path), named=named)):
        if isinstance(each, SourceError):
            found.append((each.message, each.line, each.column, each.hint))
        elif isinstance(each, Omission):
            found.append(each)
        else:
            for message in each:
                start, end = message.in_file(Span(0, len(message.text)))
                place = message.file.lines.position(start), message.file.lines.position(end)
                found.append((message.record, message.route, message.text, message.role, message.branch, place))
    return found


@pytest.fixture
def in_parts(monkeypatch):
    """Every JSON file read in parts of 200 characters; tells which came as one."""
    sizes: list[int] = []
    windows = functools.partial(large.windows, size=200)

    def counted(*args, **options):
        files = list(windows(*args, **options))
        sizes.append(len(files))
        return iter(files)

    def read(path: Path, **options) -> tuple[list[object], int]:
        sizes.clear()
        with monkeypatch.context() as patch:
            patch.setattr(reading, "WHOLE", 0)
            patch.setattr(large, "windows", counted)
            found = shown(path, **options)
        return found, sum(sizes)

    return read


def written(path: Path, data: object, **options) -> Path:
    path.write_text(json.dumps(data, **options), encoding="utf-8")
    return path


def saved(number: int) -> dict[str, object]:
    return {"id": f"n{number}", "title": "t", "body": "We reply soon."}


def test_a_long_object_without_a_long_list_is_one_value(tmp_path, in_parts):
    payload = {"id": 1, "name": "M", "actions": [{"action_name": "send_message", "action_params": ["We reply soon."]}]}
    data = {
        "note": "x" * 300,
        "log": [{"n": 1}] * 60,
        "payload": payload | {f"key{number}": "x" * 30 for number in range(20)},
    }
    path = written(tmp_path / "export.json", data)
    found, windows = in_parts(path)
    assert windows > 3
    assert found == shown(path)
    assert [each[2] for each in found] == ["We reply soon."]


WHOLE_ONLY = {
    "a conversation that holds the long list": {"id": 1, "messages": [*turns(1)["messages"]] * 30},
    "many small members": {f"key{number}": "x" * 30 for number in range(30)},
    "a text": "x" * 900,
    "a list in a record of a list of one": {"data": {"id": 7, "messages": [*turns(1)["messages"]] * 30}},
}


@pytest.mark.parametrize("data", WHOLE_ONLY.values(), ids=WHOLE_ONLY)
def test_what_cannot_be_cut_between_records_is_held_whole(tmp_path, in_parts, data):
    path = written(tmp_path / "export.json", data)
    found, windows = in_parts(path)
    assert windows <= 1
    assert found == shown(path)


USERS = [{"id": 1, "name": "A"}] * 50

CUT = {
    "a list": [macro(number) for number in range(40)],
    "a list and what is around it": {"count": 40, "macros": [macro(number) for number in range(40)], "next_page": None},
    "another long list before it": {"users": USERS, "macros": [macro(n) for n in range(40)]},
    "another long list behind it": {"macros": [macro(n) for n in range(40)], "users": USERS},
    "deep in objects": {"data": {"viewer": {"savedReplies": {"nodes": [saved(n) for n in range(40)]}}}},
    "long and short lists of records": {
        split: [{"convo_id": n, "original": [["agent", f"We reply on day {n}."]]} for n in range(number)]
        for split, number in {"train": 30, "dev": 2, "test": 30}.items()
    },
    "records with longer texts than a part": [macro(number, f"{number} {'Word. ' * 100}") for number in range(5)],
    "conversations": [turns(number) for number in range(40)],
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("data", CUT.values(), ids=CUT)
def test_the_parts_say_what_the_whole_says(tmp_path, in_parts, data, indent):
    path = written(tmp_path / "export.json", data, indent=indent)
    found, windows = in_parts(path)
    assert windows > 3
    assert found == shown(path)
    assert found


def test_records_keep_their_numbers(tmp_path, in_parts):
    found, _ = in_parts(written(tmp_path / "export.json", {"macros": [macro(number) for number in range(40)]}))
    assert [each[0].route for each in found] == [f"macros[{number}]" for number in range(40)]


def test_json_lines_by_the_name_of_json(tmp_path, in_parts):
    path = tmp_path / "chats.json"
    path.write_text("".join(json.dumps(turns(number)) + "\n" for number in range(40)), encoding="utf-8")
    found, windows = in_parts(path)
    assert windows > 3
    assert found == shown(path)


def test_the_last_list_of_a_name_is_live(tmp_path, in_parts):
    first, second = ([macro(number) for number in range(start, start + 20)] for start in (0, 50))
    path = tmp_path / "export.json"
    path.write_text(f'{{"macros": {json.dumps(first)}, "macros": {json.dumps(second)}, "n": 1}}', encoding="utf-8")
    found, windows = in_parts(path)
    assert windows > 3
    assert found == shown(path)
    assert found[0][0].id == "50"


BREAKS = {
    "behind the list": ("}", ""),
    "a comma too many": ("]}", ",]}"),
    "no comma": ("}, {", "} {"),
    "no colon": ('"title":', '"title"'),
    "a text without end": ('soon."', "soon."),
    "a constant": ('"M7"', "NaN"),
    "an escape": ("We reply", "\\x reply"),
    "something behind it": ("]}", "]} []"),
    "a key without quotes": ('"count"', "count"),
}


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(("old", "new"), BREAKS.values(), ids=BREAKS)
def test_what_is_broken_is_refused_as_a_whole_with_its_place(tmp_path, in_parts, old, new, named):
    text = json.dumps({"count": 20, "macros": [macro(number) for number in range(20)]})
    at = text.rindex(old)
    path = tmp_path / "export.json"
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    found, _ = in_parts(path, named=named)
    assert found == shown(path, named=named)
    ((message, line, _, _),) = found
    assert message
    assert line == 1


def test_what_is_nested_too_deeply_is_refused_where_that_begins(tmp_path, in_parts):
    text = json.dumps({"macros": [macro(number) for number in range(20)]})
    path = tmp_path / "export.json"
    path.write_text(text.replace(json.dumps(macro(7)), "[" * 100_000), encoding="utf-8")
    ((message, line, column, _),), _ = in_parts(path)
    assert (message, line, column) == ("is nested too deeply", 1, text.index(json.dumps(macro(7))) + 1)


@pytest.mark.parametrize("data", [[{"a": [1, 2]}] * 60, {"packages": [{"name": "x", "version": "1.0"}] * 40}])
@pytest.mark.parametrize("broken", [True, False])
def test_a_large_file_of_something_else_is_left_alone(tmp_path, in_parts, data, broken):
    path = tmp_path / "lock.json"
    path.write_text(json.dumps(data)[: -1 if broken else None], encoding="utf-8")
    (found,), _ = in_parts(path, named=False)
    assert isinstance(found, Omission)


def test_a_large_file_of_something_else_that_was_named(tmp_path, in_parts):
    path = written(tmp_path / "lock.json", {"packages": [{"name": "x", "version": "1.0"}] * 40})
    found, _ = in_parts(path)
    ((message, *_),) = shown(path)
    assert [each[0] for each in found] == [message]


def test_a_format_that_is_asked_for(tmp_path, in_parts):
    path = written(tmp_path / "export.json", {"data": [turns(number) for number in range(40)]})
    found, windows = in_parts(path, format="chat-transcripts")
    assert windows > 3
    assert found == shown(path, format="chat-transcripts")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_parts_are_the_text_of_the_file(tmp_path, codec):
    text = json.dumps({"a": [{"t": "é\r\n" * n} for n in range(60)], "b": 1}, indent=1, ensure_ascii=False)
    path = tmp_path / "export.json"
    path.write_bytes(text.replace("\n", "\r\n").encode(codec))
    made = [part.file for part in parts(str(path), outline(str(path), 100), 100)]
    assert "".join(file.text for file in made) == decoding.read(str(path)).text
    assert len(made) > 10


def nodes(leaves: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(leaves, max_size=12) | st.dictionaries(st.text(max_size=4), leaves, max_size=5)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    nodes,
    max_leaves=60,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.lists(anything, min_size=1) | st.dictionaries(st.text(max_size=4), anything, min_size=1),
    size=st.integers(8, 60),
    indent=st.sampled_from([None, 1]),
    ascii_only=st.booleans(),
)
def test_every_value_of_a_document_stands_in_one_part(tmp_path, data, size, indent, ascii_only):
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    path = tmp_path / "any.json"
    path.write_bytes(text.encode())
    try:
        found = outline(str(path), size)
    except NoListsError:
        return
    assert found.error is None
    documents = [PartDocument(part) for part in parts(str(path), found, size)]
    whole = json_container.Document(decoding.read(str(path)), data, 0, len(text))
    cut = {extent.route for extent in found.extents}
    pending: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    while pending:
        route, value = pending.pop()
        if any(known[: len(route)] == route for known in cut if known is not None):
            assert not any(document.holds(route) for document in documents)
        else:
            (holder,) = (document for document in documents if document.holds(route))
            base = holder.file.base.offset
            start, end = holder.span(route)
            assert Span(start + base, end + base) == whole.span(route)
            if isinstance(value, str) and value:
                made = holder.locate(route).to_source(Span(0, len(value)))
                assert Span(made.start + base, made.end + base) == whole.locate(route).to_source(Span(0, len(value)))
        if isinstance(value, dict):
            pending += [((*route, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            pending += [((*route, number), inner) for number, inner in enumerate(value)]


def judged() -> list[Path]:
    return sorted(JUDGES.rglob("*.json"))


@pytest.mark.skipif(not JUDGES.is_dir(), reason="needs the public JSON test files beside the project")
@pytest.mark.parametrize("size", [8, 16])
def test_public_files_are_refused_with_the_same_error(size):
    compared = 0
    for path in judged():
        try:
            found = outline(str(path), size).error
        except (NoListsError, SourceError):
            continue
        try:
            list(json_container.documents(decoding.read(str(path))))
            error = None
        except SourceError as raised:
            error = raised
        told = [None if each is None else (each.message, each.line, each.column) for each in (found, error)]
        assert told[0] == told[1], path.name
        compared += 1
    assert compared > 10


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project")
def test_the_corpus_in_parts(monkeypatch):
    files = [path for path in sorted(CORPUS.rglob("*.json")) if path.stat().st_size > 2000][:60]
    whole = {path: shown(path, named=False) for path in files}
    monkeypatch.setattr(reading, "WHOLE", 0)
    monkeypatch.setattr(large, "windows", functools.partial(large.windows, size=1000))
    for path in files:
        assert shown(path, named=False) == whole[path], path.name


def test_what_is_held_is_doubled_and_forgotten(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("ab\ncd" * 100, encoding="utf-8")
    stream = Stream(str(path), 10)
    lengths = []
    while stream.more():
        lengths.append(len(stream.text))
    assert lengths == [10, 20, 40, 80, 160, 320, 500]
    stream.forget(8)
    assert stream.base.line == 3
    assert stream.file.text == ("ab\ncd" * 100)[8:]


@pytest.mark.parametrize("name", ["macros.json", "macros.jsonl"])
def test_fixes_are_made_in_parts_as_in_the_whole(tmp_path, monkeypatch, name):
    pack = tmp_path / "own.yaml"
    pack.write_text(
        """
pack: own
language: en
rules:
  - id: plain
    check: substitution
    severity: warning
    message: Write it plainly.
    why: Short words are read.
    swap: {utilise: use}
    applicability: safe
    bad: ["We «utilise» it.", "You «utilise» it.", "They «utilise» it."]
    good: [We use it., It is used., A use.]
""",
        encoding="utf-8",
    )
    macros = [macro(number, f'"é" We utilise\nvan {number}.') for number in range(30)]
    path = tmp_path / name
    text = json.dumps({"macros": macros}) if name == "macros.json" else "\n".join(map(json.dumps, macros))

    def edits() -> list[object]:
        path.write_text(text, encoding="utf-8")
        report = check([Target(str(path), named=True)], Settings(packs=(str(pack),), cache=False))
        return [one.fix for file in report.files for one in file.diagnostics]

    whole = edits()
    monkeypatch.setattr(reading, "WHOLE", 0)
    monkeypatch.setattr(large, "windows", functools.partial(large.windows, size=200))
    monkeypatch.setattr(jsonl, "windows", functools.partial(jsonl.windows, size=200))
    assert edits() == whole
    assert len(whole) == 30
    assert all(fix.edits and text[slice(*fix.edits[0].span)] == "utilise" for fix in whole)
