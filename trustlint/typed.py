"""The words that annotations are written in, without importing `typing`.

Importing `typing`, and with it `re`, `enum` and `collections`, takes as long as starting Python does: a third of a run
that finds everything as it was. Type checkers see the standard ones; while a program runs, annotations say nothing to
anybody, and these stand in. What reads annotations at run time gets to see them.
"""

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
    from typing import (
        Any,
        Final,
        Generic,
        Literal,
        NoReturn,
        Protocol,
        TextIO,
        TypeAlias,
        TypeVar,
        Union,
        cast,
        get_args,
        overload,
    )
else:
    # Where `collections.abc` has them from, which starting Python has imported.
    from _collections_abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence

    class Any:
        """Stands in for whatever has no parameters."""

    Final = NoReturn = TextIO = TypeAlias = Any

    class Generic:
        """A base of classes that take parameters, and lose them."""

        def __class_getitem__(cls, _parameters):
            return cls

    class _Described(type):
        """Makes no class of what only type checkers look at."""

        def __new__(_meta, _name, _bases, _said):
            return Any

    Protocol = type.__new__(_Described, "Protocol", (Generic,), {})

    class Union(Generic):
        """One of several."""

    class Literal:
        """Some values, which `get_args` tells."""

        __class_getitem__ = classmethod(type(list[int]))

    def TypeVar(_name, **_said):  # noqa: N802 it takes the place of the standard one
        return Any

    def get_args(some):
        return some.__args__

    def cast(_type, value):
        return value

    def overload(function):
        return function


__all__ = [
    "TYPE_CHECKING",
    "Any",
    "Callable",
    "Collection",
    "Container",
    "Final",
    "Generic",
    "Hashable",
    "Iterable",
    "Iterator",
    "Literal",
    "Mapping",
    "NoReturn",
    "Protocol",
    "Sequence",
    "TextIO",
    "TypeAlias",
    "TypeVar",
    "Union",
    "cast",
    "get_args",
    "overload",
]
