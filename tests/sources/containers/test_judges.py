"""The containers before outside judges: test suites that stand beside the project, not in it."""

import json
import re
from pathlib import Path

import pytest

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources import decoding
from trustlint.sources.containers import _yaml_scalars, csv, yaml
from trustlint.sources.containers import json as json_container

JUDGES = Path(__file__).resolve().parents[3] / ".." / "shared" / "judges"
if not JUDGES.is_dir():
    pytest.skip("the outside judges are not beside the project", allow_module_level=True)

FORGIVEN = {"n_string_unescaped_newline.json", "n_string_unescaped_tab.json"}
PLACELESS = {"is empty", "looks like UTF-16 without a byte-order mark"}


def json_cases(kind: str) -> list[Path]:
    return sorted((JUDGES / "json-test-suite").glob(f"{kind}_*.json"))


def read_json(path: Path):
    (found,) = json_container.documents(decoding.read(str(path)))
    return found


@pytest.mark.parametrize("path", json_cases("y"), ids=lambda path: path.stem)
def test_json_that_must_be_accepted(path):
    assert read_json(path).data == json.loads(path.read_bytes())


@pytest.mark.parametrize("path", json_cases("n"), ids=lambda path: path.stem)
def test_json_that_must_be_refused(path):
    if path.name in FORGIVEN:
        assert read_json(path).data
        return
    with pytest.raises(SourceError) as caught:
        read_json(path)
    assert caught.value.line or caught.value.message in PLACELESS


@pytest.mark.parametrize("path", json_cases("i"), ids=lambda path: path.stem)
def test_json_that_may_be_either(path):
    try:
        json.dumps(read_json(path).data, ensure_ascii=False).encode()
    except SourceError as error:
        assert error.message  # noqa: PT017


@pytest.mark.parametrize("path", sorted((JUDGES / "csv-spectrum" / "csvs").glob("*.csv")), ids=lambda path: path.stem)
def test_csv(path):
    data = path.read_bytes()
    if path.stem.endswith("_crlf") and b"\r" not in data:
        data = data.replace(b"\n", b"\r\n")  # a checkout may have taken what the case is about
    expected = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_bytes())
    assert [row.data for row in csv.documents(decoding.decode(data, str(path)))] == expected


LIBYAML_REFUSES = frozenset(
    re.findall(
        r"\S+",
        """
    2JQS 2SXE 4ABK 4MUZ.0 4MUZ.1 4MUZ.2 58MP 5MUD 5T43 6BCT 6CA3 6M2F 7Z25 8XYN 96NN.0 96NN.1 9SA2 A2M4 CFD4 DBG4
    DK3J DK95.0 DK95.3 DK95.4 FP8R FRK4 HM87.0 HWV9 K3WX M2N8.0 M7A3 NHX8 NJ66 NKF9 Q5MG QT73 R4YG S3PD SM9W.1 UKK6.0
    VJP3.1 W5VH Y79Y.1 Y79Y.10 2LFX 6LVF BEC7 MUS6.5 MUS6.6 UT92 W4TN ZYU8.0 ZYU8.1 ZYU8.2 ZYU8.3
        """,
    )
)
"""Tabs as separation, empty keys, adjacent colons, unknown directives: YAML 1.2 that the parser does not read."""

LIBYAML_ACCEPTS = frozenset(
    re.findall(
        r"\S+",
        """
    9C9N 9HCY 9JBA CVW2 DK95.1 EB22 G5U8 MUS6.0 MUS6.1 QB6E RHX7 S98Z SU5Z X4QW Y79Y.3 YJV2
        """,
    )
)
"""Comments without a blank before them, wrongly indented flow lines: mistakes that the parser overlooks."""

LIBYAML_DIFFERS = {
    "652Z": "? before a word in braces is taken for a key's mark",
    "HM87.1": "the same in brackets",
    "JEF9.2": "blanks on a last line without line end make no line",
    "L24T.1": "the same",
    "Y2GN": "a colon ends an anchor's name",
}


def unveiled(text: str) -> str:
    """A case's text: the suite writes invisible characters with visible ones."""
    text = re.sub("—*»", "\t", text).replace("␣", " ").replace("↵", "").replace("←", "\r").replace("⇔", "\ufeff")
    return re.sub("∎\n\\Z", "", text)


def yaml_cases():
    import yaml as pyyaml

    for path in sorted((JUDGES / "yaml-test-suite").glob("*.yaml")):
        cases = pyyaml.safe_load(path.read_text(encoding="utf-8"))
        case: dict = {}
        for number, changes in enumerate(cases):
            case = {key: value for key, value in case.items() if key != "fail"} | changes
            name = path.stem if len(cases) == 1 else f"{path.stem}.{number}"
            yield pytest.param(name, case, id=name)


def json_values(text: str):
    decoder, at = json.JSONDecoder(), 0
    while rest := text[at:].lstrip():
        value, at = decoder.raw_decode(text, len(text) - len(rest))
        yield value


def read_yaml(case: dict) -> list:
    return list(yaml.documents(SourceFile("case.yaml", unveiled(case["yaml"]))))


@pytest.mark.parametrize(("name", "case"), list(yaml_cases()))
def test_yaml(name, case):
    refused = (case.get("fail") and name not in LIBYAML_ACCEPTS) or name in LIBYAML_REFUSES
    if refused:
        with pytest.raises(SourceError) as caught:
            read_yaml(case)
        assert caught.value.line
        return
    found = read_yaml(case)
    for document in found:
        assert_places(document, unveiled(case["yaml"]), name)
    if case.get("json") is not None and not case.get("fail"):
        assert ([document.data for document in found] == list(json_values(case["json"]))) != (name in LIBYAML_DIFFERS)


def assert_places(document, text: str, name: str) -> None:
    """No text's place had to be guessed as the whole token."""
    pending = [document._root]
    while pending:
        node = pending.pop()
        if node.items is not None:
            pending.extend(node.items.values())
        elif node.text and name != "Y2GN":
            runs = _yaml_scalars.runs(text, node.start, node.end, node.style, node.text)
            for run in runs:
                verbatim = text[run.start : run.end] == node.text[run.at : run.at + run.length]
                assert verbatim or run.length == 1
