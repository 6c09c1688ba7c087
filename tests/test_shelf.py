"""Values that are read one by one from a file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.shelf import Shelf, shelved


def shelf(values: dict[bytes, bytes], folder: Path) -> Shelf:
    path = folder / "values.shelf"
    path.write_bytes(shelved(values))
    return Shelf(str(path))


def test_what_is_not_there(tmp_path: Path) -> None:
    assert shelf({}, tmp_path).get(b"soon") is None
    assert shelf({b"later": b"1", b"never": b"2"}, tmp_path).get(b"soon") is None
    with pytest.raises(OSError, match="none"):
        Shelf(str(tmp_path / "none"))


@pytest.mark.parametrize("kept", [0, 3, 10, 25, 41])
def test_what_was_cut_short_or_added_to_is_no_shelf(kept: int, tmp_path: Path) -> None:
    path = tmp_path / "values.shelf"
    whole = shelved({b"soon": b"12345", b"later": b"678"})
    for content in (whole[:kept], whole + b"9"):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="values"):
            Shelf(str(path))


@given(values=st.dictionaries(st.binary(max_size=20), st.binary(max_size=20), max_size=20))
def test_each_value_is_found_under_its_key(
    values: dict[bytes, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = shelf(values, tmp_path_factory.mktemp("shelf"))
    assert {key: found.get(key) for key in values} == values


def test_the_order_of_values_does_not_matter() -> None:
    assert shelved({b"a": b"1", b"b": b"2"}) == shelved({b"b": b"2", b"a": b"1"})


def test_two_readers_do_not_disturb_each_other(tmp_path: Path) -> None:
    one = shelf({b"a": b"1", b"b": b"2"}, tmp_path)
    other = Shelf(str(tmp_path / "values.shelf"))
    assert [one.get(b"a"), other.get(b"b"), one.get(b"b"), other.get(b"a")] == [b"1", b"2", b"2", b"1"]
