"""What is found out once: `functools` without the rest of it, which takes as long to import as six modules of ours."""

from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cache, cached_property, lru_cache, partial
else:
    try:
        # The same ones, in the part of `functools` that is not Python.
        from _functools import _lru_cache_wrapper, partial
    except ImportError:
        from functools import cache, lru_cache, partial
    else:

        def lru_cache(maxsize):
            """As `functools.lru_cache`, with a size."""
            return lambda function: _lru_cache_wrapper(function, maxsize, False, _told)

        def cache(function):
            """As `functools.cache`."""
            return _lru_cache_wrapper(function, None, False, _told)

        def _told(*counts):
            return counts

    class cached_property:  # noqa: N801 it takes the place of the standard one
        """As `functools.cached_property`: what a method gives, kept in the place of the method."""

        def __init__(self, method):
            self.method, self.name, self.__doc__ = method, method.__name__, method.__doc__

        def __set_name__(self, _owner, name):
            self.name = name

        def __get__(self, value, _owner=None):
            if value is None:
                return self
            made = value.__dict__[self.name] = self.method(value)
            return made


__all__ = ["cache", "cached_property", "lru_cache", "partial"]
