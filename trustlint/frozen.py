"""`@dataclass(frozen=True)` for values that every start needs.

The standard one imports `inspect` and what is behind it, and generates six methods for each class: half of what a run
costs that finds everything as it was. Type checkers see the standard one here, and so does Python 3.14, whose classes
keep their annotations elsewhere; `dataclasses.replace` makes the description it asks for when it does.
"""

import sys

from trustlint.typed import TYPE_CHECKING, Any, Iterable, TypeVar

Value = TypeVar("Value")

EARLY = 100
"""Values of a class that are put together field by field: compiling a constructor for it takes as long."""

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from then on annotations are evaluated when they are asked for
    from dataclasses import dataclass, field, replace
else:
    _NONE = object()

    class _Field:
        """What is said about a field beside its type."""

        def __init__(self, default=_NONE, default_factory=_NONE, *, init=True, repr=True, compare=True):
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.compare = compare

    def field(**said):
        """As `dataclasses.field`."""
        return _Field(**said)

    def dataclass(*, frozen):
        """As `dataclasses.dataclass`."""
        assert frozen, "values do not change"
        return _made

    def replace(value, /, **changes):
        """As `dataclasses.replace`."""
        own = type(value).__dict__.get("_fields_of")
        if own is None:
            from dataclasses import replace as standard

            return standard(value, **changes)
        held = value.__dict__
        return type(value)(**{**{name: held[name] for name, one in own.items() if one.init}, **changes})

    def _made(cls):
        fields = {}
        for base in reversed(cls.__mro__):
            fields.update(base.__dict__.get("_fields_of", {}))
        for name in cls.__annotations__:
            said = cls.__dict__.get(name, _NONE)
            fields[name] = said if isinstance(said, _Field) else _Field(said)
            if fields[name].default is not _NONE:
                setattr(cls, name, fields[name].default)
            elif said is not _NONE:
                delattr(cls, name)
        cls._fields_of = fields
        cls.__match_args__ = tuple(fields)
        cls.__dataclass_fields__, cls.__dataclass_params__ = _Standard(0), _Standard(1)
        cls.__init__, cls._early = _early, [EARLY]
        cls.__repr__, cls.__eq__, cls.__hash__ = _repr, _eq, _hash
        cls.__setattr__, cls.__delattr__ = _setattr, _delattr
        return cls

    def _early(self, *args, **kwargs):
        """Make one of the first values of a class: after them it has a constructor, which also tells what is amiss."""
        cls = next(one for one in type(self).__mro__ if "_fields_of" in one.__dict__)
        held = _bound(cls._fields_of, args, kwargs) if cls._early[0] else None
        if held is not None:
            cls._early[0] -= 1
            self.__dict__.update(held)
            return
        cls.__init__ = _init(cls, cls._fields_of)
        cls.__init__(self, *args, **kwargs)

    def _bound(fields, args, kwargs):
        """What each field holds; `None` where these arguments do not fit."""
        asked = [name for name, one in fields.items() if one.init]
        given = dict(zip(asked, args, strict=False))
        if len(args) > len(asked) or not kwargs.keys() <= set(asked[len(args) :]):
            return None
        given.update(kwargs)
        held = {}
        for name, one in fields.items():
            if name in given:
                held[name] = given[name]
            elif one.default_factory is not _NONE:
                held[name] = one.default_factory()
            elif one.default is not _NONE:
                held[name] = one.default
            else:
                return None
        return held

    def _init(cls, fields):
        """Written out, as a loop over the fields would cost each value of a run."""
        scope = {"NONE": _NONE}
        parameters, body = ["self"], [" held = self.__dict__"]
        for name, one in fields.items():
            value = name
            if not one.init:
                scope[f"make_{name}"] = one.default_factory
                value = f"make_{name}()"
            elif one.default is not _NONE:
                scope[f"default_{name}"] = one.default
                parameters.append(f"{name}=default_{name}")
            elif one.default_factory is not _NONE:
                scope[f"make_{name}"] = one.default_factory
                parameters.append(f"{name}=NONE")
                value = f"make_{name}() if {name} is NONE else {name}"
            else:
                parameters.append(name)
            body.append(f" held[{name!r}] = {value}")
        exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(body), scope)  # noqa: S102 our own names
        made = scope["__init__"]
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        return made

    def _repr(self):
        shown = (f"{name}={self.__dict__[name]!r}" for name, one in self._fields_of.items() if one.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _compared(self):
        return tuple(self.__dict__[name] for name, one in self._fields_of.items() if one.compare)

    def _eq(self, other):
        return _compared(self) == _compared(other) if type(other) is type(self) else NotImplemented

    def _hash(self):
        return hash(_compared(self))

    def _setattr(_self, name, _value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delattr(_self, name):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _annotation(cls, name):
        return next(each.__annotations__[name] for each in cls.__mro__ if name in each.__dict__.get("_fields_of", {}))

    class _Standard:
        """The description that the functions of `dataclasses` go by, made when one of them asks."""

        def __init__(self, number):
            self.number = number

        def __get__(self, _value, cls):
            import dataclasses

            cls = next(one for one in cls.__mro__ if "_fields_of" in one.__dict__)
            described = []
            for name, one in cls._fields_of.items():
                given: dict[str, Any] = {"init": one.init, "repr": one.repr, "compare": one.compare}
                if one.default is not _NONE:
                    given["default"] = one.default
                if one.default_factory is not _NONE:
                    given["default_factory"] = one.default_factory
                described.append((name, _annotation(cls, name), dataclasses.field(**given)))
            made = dataclasses.make_dataclass(cls.__name__, described, frozen=True)
            cls.__dataclass_fields__, cls.__dataclass_params__ = made.__dataclass_fields__, made.__dataclass_params__
            return (cls.__dataclass_fields__, cls.__dataclass_params__)[self.number]


def of_fields(cls: type[Value], values: Iterable[Any]) -> Value:
    """A value whose fields are all given, in their order: what was stored of one becomes it again, as it was. Made in
    a third of the time that its constructor takes, which every start would spend on every rule.
    """
    made = object.__new__(cls)
    made.__dict__.update(zip(cls.__match_args__, values, strict=True))  # type: ignore[attr-defined]
    return made


__all__ = ["dataclass", "field", "of_fields", "replace"]
