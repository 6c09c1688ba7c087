"""Values made by our own `NamedTuple` are what the standard one would make."""

import copy
import inspect
import pickle
import sys
import typing
from typing import Any

import pytest

from trustlint import tuples


def made(base: Any) -> Any:
    class Point(base):  # type: ignore[misc]
        """A place."""

        x: int
        y: int = 2
        names: tuple[str, ...] = ()

        @property
        def sum(self) -> int:
            return self.x + self.y

        @classmethod
        def far(cls) -> "Point":
            return cls(9, 9)

        def moved(self) -> Any:
            return self._replace(x=self.x + 1)

    return Point


Ours, Standard = made(tuples.NamedTuple), made(typing.NamedTuple)


class Here(tuples.NamedTuple):
    x: int
    there: "Here | None" = None


class Alone(tuples.NamedTuple):
    x: int


@pytest.fixture(params=[0, tuples.EARLY], ids=["compiled", "early"])
def early(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a constructor, and before there is one."""
    monkeypatch.setattr(tuples, "EARLY", request.param)


@pytest.mark.usefixtures("early")
@pytest.mark.parametrize(
    ("arguments", "named"), [((), {}), ((1, 2, (), 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1}), ((), {"y": 1})], ids=str
)
def test_what_does_not_fit_is_refused(arguments: Any, named: Any) -> None:
    for cls in (made(tuples.NamedTuple), Ours, Standard):
        with pytest.raises(TypeError, match="argument"):
            cls(*arguments, **named)


def test_nothing_is_changed() -> None:
    point = Ours(1)
    for name in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(point, name, 3)
    with pytest.raises(ValueError, match="'z'"):
        point._replace(z=1)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        Ours._make((1,))


def test_a_default_is_followed_by_defaults() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(tuples.NamedTuple):
            x: int = 1
            y: int  # type: ignore[misc]


@pytest.mark.usefixtures("early")
@pytest.mark.parametrize(("arguments", "named"), [((1,), {}), ((1, 3), {}), ((1,), {"names": ("a",)}), ((), {"x": 2})])
def test_they_are_the_same(arguments: Any, named: Any) -> None:
    cls = made(tuples.NamedTuple)
    own, other = cls(*arguments, **named), Standard(*arguments, **named)
    assert own == other == tuple(own)
    assert hash(own) == hash(other)
    assert repr(own) == repr(other)
    assert own._asdict() == other._asdict()
    assert (own.sum, own.x, own.names) == (other.sum, other.x, other.names)
    assert own.moved() == other.moved() != own
    assert type(own.moved()) is type(own) is type(own.far()) is type(copy.copy(own)) is cls
    assert copy.deepcopy(own) == own
    match own:
        case cls(x, y=2):
            assert x == own[0]
        case _:
            assert own.y == 3


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__doc__", "__annotations__"])
def test_classes_say_the_same(name: str) -> None:
    assert getattr(Ours, name) == getattr(Standard, name)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard ones are used")
def test_the_constructor_is_made_once_and_for_all() -> None:
    cls = made(tuples.NamedTuple)
    assert [cls(number).x for number in range(tuples.EARLY)] == list(range(tuples.EARLY))
    early = cls.__new__
    assert cls(1) == Standard(1)
    compiled = cls.__new__
    assert cls(2) == Standard(2)
    assert early is not compiled is cls.__new__
    assert str(inspect.signature(compiled)) == "(_cls, x, y=2, names=())"


def test_they_can_be_sent_to_another_process() -> None:
    here = Here(1, Here(2))
    assert pickle.loads(pickle.dumps(here)) == here
    assert type(pickle.loads(pickle.dumps(here)).there) is Here


def test_another_can_be_made_of_one() -> None:
    class More(Here):
        def twice(self) -> int:
            return 2 * self.x

    assert More(2).twice() == 4
    assert (type(More(2)), type(Here(1))) == (More, Here)
    assert isinstance(More(2), Here)
