"""trustlint: hold support replies to the promises they make."""

__version__ = "0.1.0"
