"""Values made by our own `dataclass` are what the standard one would make."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pytest

from trustlint import frozen
from trustlint.message import Record


def made(dataclass: Any, field: Any) -> Any:
    @dataclass(frozen=True)
    class Point:
        """A place."""

        x: int
        y: int = 2
        names: Mapping[str, str] = field(default_factory=dict)
        told: object = field(default=None, repr=False, compare=False)

        @cached_property
        def sum(self) -> int:
            return self.x + self.y

    return Point


Ours = made(frozen.dataclass, frozen.field)
Standard = made(dataclasses.dataclass, dataclasses.field)


def test_nothing_is_changed() -> None:
    point = Ours(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 3
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    assert point.x == 1


@pytest.fixture(params=[0, frozen.EARLY], ids=["compiled", "early"])
def early(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a constructor, and before there is one."""
    monkeypatch.setattr(frozen, "EARLY", request.param)


@pytest.mark.usefixtures("early")
@pytest.mark.parametrize("arguments", [(), (1, 2, {}, None, 5)], ids=str)
def test_what_does_not_fit_is_refused(arguments: tuple[object, ...]) -> None:
    for cls in (made(frozen.dataclass, frozen.field), Standard):
        with pytest.raises(TypeError, match="argument"):
            cls(*arguments)
        with pytest.raises(TypeError, match="z"):
            cls(1, z=1)
        with pytest.raises(TypeError, match="x"):
            cls(1, x=1)


def test_no_value_is_another_kind_of_value() -> None:
    assert Ours(1) != Standard(1)
    assert Ours(1) != (1, 2)


@pytest.mark.usefixtures("early")
@pytest.mark.parametrize("arguments", [(1,), (1, 3), (1, 3, {"a": "b"}), (1, 3, {}, "said")], ids=str)
def test_as_the_standard_one(arguments: tuple[object, ...]) -> None:
    cls = made(frozen.dataclass, frozen.field)
    ours, standard = cls(*arguments), Standard(*arguments)
    assert repr(ours) == repr(standard)
    assert ours == cls(*arguments)
    assert (ours == cls(9)) == (standard == Standard(9))
    assert ours.sum == standard.sum
    assert dataclasses.asdict(ours) == dataclasses.asdict(standard)
    assert repr(dataclasses.replace(ours, x=7)) == repr(dataclasses.replace(standard, x=7))
    assert repr(frozen.replace(ours, x=7)) == repr(frozen.replace(standard, x=7))
    assert cls.__match_args__ == Standard.__match_args__


def test_a_standard_one_can_be_made_of_it() -> None:
    @dataclasses.dataclass(frozen=True)
    class Named(Ours):  # type: ignore[misc]
        name: str = ""

    named = Named(1, name="a")
    assert dataclasses.replace(named, x=2) == frozen.replace(named, x=2) == Named(2, name="a")
    assert named.sum == 3


def test_defaults_are_made_anew() -> None:
    assert Ours(1).names is not Ours(1).names


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Ours(1, 2, {}, "a") == Ours(1, 2, {}, "b")


def test_a_value_that_was_replaced_forgets_what_was_derived() -> None:
    point = Ours(1)
    assert point.sum == 3
    assert frozen.replace(point, x=5).sum == 7


def test_values_are_keys_and_travel() -> None:
    record = Record("text", "text", "", "1")
    assert {record: 1}[Record("text", "text", "", "1")] == 1
    assert pickle.loads(pickle.dumps(record)) == record == copy.deepcopy(record)
