"""What stands in for `typing`, `functools`, `enum`, `fnmatch` and flags of `re` does what those do."""

import copy
import enum
import fnmatch
import functools
import pickle
import re
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import globs, memo, patterns, typed
from trustlint.diagnostic import Severity
from trustlint.levels import Level


class Standard(enum.IntEnum):
    suggestion = 1
    warning = 2
    error = 3


def test_a_level_is_one_of_those_that_there_are() -> None:
    for made in (Severity, Standard):
        with pytest.raises(ValueError, match="4 is not a valid"):
            made(4)
        with pytest.raises(KeyError):
            made["fatal"]
        with pytest.raises(AttributeError):
            made.error = 5  # type: ignore[misc,assignment]


def test_levels_are_numbers_with_names() -> None:
    for made in (Severity, Standard):
        assert list(made) == [1, 2, 3]
        assert len(made) == 3
        assert made(3) is made["error"] is made.error is copy.deepcopy(made.error)
        assert pickle.loads(pickle.dumps(made.error)) is made.error
        assert (made.error.name, made.error.value, f"{made.error}", str(made.error)) == ("error", 3, "3", "3")
        assert made.error > made.warning == 2
        assert made.error in made
        assert {made.error: 1}[3] == 1  # type: ignore[index]
        assert isinstance(made.error, made)
        assert repr(made.error) == f"<{made.__name__}.error: 3>"
    assert issubclass(Severity, Level)


@given(st.text("ab/.*", max_size=8), st.text("ab/.*?[]!", max_size=6))
def test_wildcards(text: str, glob: str) -> None:
    assert globs.fnmatchcase(text, glob) is fnmatch.fnmatchcase(text, glob)


@given(st.text())
def test_escaped_text(text: str) -> None:
    assert patterns.escape(text) == re.escape(text)


@pytest.mark.parametrize("name", ["IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE"])
def test_flags(name: str) -> None:
    assert getattr(patterns, name) == getattr(re, name)


def test_values_of_literals_are_told() -> None:
    for each in (typing.Literal["a", "b"], typed.Literal["a", "b"]):
        assert typed.get_args(each) == typing.get_args(each) == ("a", "b")
    assert typed.get_args(typed.Literal["a"]) == ("a",)


@pytest.mark.parametrize("made", [memo.cache, memo.lru_cache(4), functools.lru_cache(4)])
def test_what_is_kept_is_found_out_once(made: Any) -> None:
    asked = []

    @made  # type: ignore[untyped-decorator]
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(2), double(3), double(2)] == [4, 6, 4]
    assert asked == [2, 3]


@pytest.mark.parametrize("kept", [memo.cached_property, functools.cached_property])
def test_what_is_kept_of_a_value_lies_in_it(kept: Any) -> None:
    class Lamp:
        asked = 0

        @kept  # type: ignore[untyped-decorator]
        def light(self) -> int:
            """How bright."""
            self.asked += 1
            return 7

    lamp = Lamp()
    assert (lamp.light, lamp.light, lamp.asked, lamp.__dict__["light"]) == (7, 7, 1, 7)
    assert Lamp.light.__doc__ == "How bright."
    del lamp.light
    assert (lamp.light, lamp.asked) == (7, 2)
