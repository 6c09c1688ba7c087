"""`Level` for the few enumerations that every start needs: `enum` takes longer to import than all that is said here.

Type checkers see `IntEnum`, whose ways these are.
"""

from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import IntEnum as Level
else:

    class _Levels(type):
        """Makes the numbers in the body of a class its only values."""

        def __new__(meta, name, bases, said):
            levels = {}
            cls = type.__new__(meta, name, bases, {**said, "_levels": levels})
            for each, number in said.items():
                if isinstance(number, int):
                    level = levels[each] = int.__new__(cls, number)
                    level.__dict__.update(name=each, value=number)
                    type.__setattr__(cls, each, level)
            return cls

        def __call__(cls, number):
            for level in cls._levels.values():
                if level == number:
                    return level
            raise ValueError(f"{number!r} is not a valid {cls.__qualname__}")

        def __getitem__(cls, name):
            return cls._levels[name]

        def __iter__(cls):
            return iter(cls._levels.values())

        def __len__(cls):
            return len(cls._levels)

        def __contains__(cls, value):
            return value in cls._levels.values()

        def __setattr__(cls, name, _value):
            raise AttributeError(f"cannot reassign {name!r}")

    class Level(int, metaclass=_Levels):
        """A number that has a name, and an order."""

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value}>"

        def __str__(self):
            return int.__repr__(self)

        def __reduce__(self):
            return type(self), (self.value,)

        def __copy__(self):
            return self

        def __deepcopy__(self, _memo):
            return self


__all__ = ["Level"]
