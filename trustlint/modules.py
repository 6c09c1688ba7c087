"""Modules by name, without importing `importlib` and `warnings` for it, which nothing else of a start needs."""

from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib import import_module
else:
    import sys

    def import_module(name):
        """As `importlib.import_module`, by the whole name."""
        __import__(name)
        return sys.modules[name]


__all__ = ["import_module"]
