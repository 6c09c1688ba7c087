"""`NamedTuple` for values that every start needs.

The standard one is made by `typing` and `collections` together, and compiles a constructor for each class whether or
not one is ever made: ninety classes of that are a quarter of what it costs to lint a small file. Here a class compiles
its constructor when `EARLY` values have been made, as it seldom is. Type checkers see the standard one, and so does
Python 3.14, whose classes keep their annotations elsewhere.
"""

import sys

from trustlint.typed import TYPE_CHECKING, Any

EARLY = 100
"""Values of a class that are put together field by field: compiling a constructor for it takes as long."""

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from then on the body of a class does not hold its annotations
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    class _Values(tuple):
        """What all such values can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)

    class _Class(type):
        """Makes a plain class of what is said in the body of one."""

        def __new__(meta, name, _bases, said):
            fields = tuple(said.get("__annotations__", ()))
            defaults = {field: said[field] for field in fields if field in said}
            if list(defaults) != list(fields[len(fields) - len(defaults) :]):
                raise TypeError(f"a field of {name} without a default follows one with a default")
            if "__new__" in said or any(field.startswith("_") for field in fields):
                raise ValueError(f"{name} has a name that is not for fields")
            body = {**said, **{field: _tuplegetter(at, None) for at, field in enumerate(fields)}}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type(name, (_Values,), {**body, "_early": [EARLY], "__new__": _early})

    def _early(cls, /, *args, **kwargs):
        """One of the first values of a class: after them it has a constructor, which also tells what is amiss."""
        early = cls._early
        values = _bound(cls, args, kwargs) if early[0] else None
        if values is not None:
            early[0] -= 1
            return _made(cls, values)
        owner = next(one for one in cls.__mro__ if "_fields" in one.__dict__)
        if owner.__dict__["__new__"].__func__ is _early:
            owner.__new__ = staticmethod(_constructor(owner))
        return owner.__new__(cls, *args, **kwargs)

    def _bound(cls, args, kwargs):
        """The values of all fields in their order; `None` where these arguments do not fit."""
        missing = cls._fields[len(args) :]
        if missing:
            given = {**cls._field_defaults, **kwargs}
            args = (*args, *(given[field] for field in missing if field in given))
        return args if len(args) == len(cls._fields) and kwargs.keys() <= set(missing) else None

    _made = tuple.__new__

    def _constructor(cls):
        """Written out for its fields: it is called for every value."""
        names = ", ".join(cls._fields)
        values = f"({names},)" if names else "()"
        made = eval(f"lambda _cls, {names}: _made(_cls, {values})", {"_made": _made})  # noqa: S307 our own names
        made.__name__ = "__new__"
        made.__defaults__ = tuple(cls._field_defaults.values())
        return made

    NamedTuple = type.__new__(_Class, "NamedTuple", (), {})


def bare(value: Any) -> Any:
    """Named tuples, however deep, as plain ones."""
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


__all__ = ["NamedTuple", "bare"]
