r"""Regular expressions as Vale reads them, made into those of the `regex` package.

Vale reads Go's syntax with lookaround: `(?i)` holds to the end of its group, `\w`, `\d` and `\b` know ASCII only, case
matters unless a flag says otherwise. What has no counterpart is a mistake with its place.
"""

import re

from trustlint.patterns import lazy
from trustlint.tuples import NamedTuple


class Untranslatable(ValueError):  # noqa: N818 a state of the pattern
    """What this pattern asks for that cannot be had; `offset` counts from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


_FLAGS = lazy(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([):])")
_NAMED = lazy(r"\(\?P?<([A-Za-z_]\w*)>")
_COUNT = lazy(r"\{\d+(?:,\d*)?\}")
_HEX = lazy(r"\\x\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY = lazy(r"\\([pP])(?:\{(\^?)([\w ]+)\}|(\w))")
_CLASS = lazy(r"\[:\^?[a-z]+:\]")
_WIDE = lazy(r"[^\x00-\x7f]|\\[pP]|\\x\{")

_ASCII_SETS = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\t\n\f\r "}
_BORDER = r"(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))"
_NO_BORDER = r"(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))"


class _Group(NamedTuple):
    """An open group: how many flag groups of ours are open in it, and what holds there."""

    flags: tuple[str, ...]
    multiline: bool


def translated(pattern: str, *, wide: bool = False) -> str:
    r"""A pattern for `checks.compiled`, which ignores case where it is not told otherwise. Untranslatable.

    A pattern of ASCII alone is read by ASCII's rules as a whole; in any other, and in a `wide` one, only `\w` and its
    kin are.
    """
    wide = wide or _WIDE.search(pattern) is not None
    body = _Translator(pattern, wide=wide).whole()
    return f"(?-i:{body})" if wide else f"(?a)(?-i:{body})"


class _Translator:
    def __init__(self, pattern: str, *, wide: bool) -> None:
        self.pattern = pattern
        self.wide = wide
        self.at = 0
        self.made: list[str] = []
        self.groups = [_Group((), False)]

    def whole(self) -> str:
        while self.at < len(self.pattern):
            self._step()
        if len(self.groups) > 1:
            raise Untranslatable("a `)` is missing", len(self.pattern) - 1)
        self._close_flags()
        return "".join(self.made)

    def _take(self, made: str, length: int) -> None:
        self.made.append(made)
        self.at += length

    def _step(self) -> None:
        char = self.pattern[self.at]
        if char == "\\":
            self._escape()
        elif char == "[":
            self._set()
        elif char == "(":
            self._open()
        elif char == ")":
            self._close()
        elif char == "|":
            self._close_flags()
            self._take("|", 1)
            self.made += [f"({flags}:" for flags in self.groups[-1].flags]
        elif char == "$":
            self._take("$" if self.groups[-1].multiline else r"\Z", 1)
        elif char == "{" and not _COUNT.match(self.pattern, self.at):
            self._take(r"\{", 1)
        else:
            self._take(char, 1)

    def _close_flags(self) -> None:
        self.made.append(")" * len(self.groups[-1].flags))

    def _open(self) -> None:
        inherited = _Group((), self.groups[-1].multiline)
        flags = _FLAGS.match(self.pattern, self.at)
        if flags is not None and (flags[1] or flags[2] or flags[3] == ":"):
            self._open_flags(flags, inherited)
            return
        named = _NAMED.match(self.pattern, self.at)
        if named is not None:
            self._take(f"(?P<{named[1]}>", len(named[0]))
        else:
            self._take("(", 1)
            if self.pattern.startswith("?", self.at):
                self._extension()
        self.groups.append(inherited)

    def _extension(self) -> None:
        for opener in ("?<=", "?<!", "?=", "?!", "?>"):
            if self.pattern.startswith(opener, self.at):
                self._take(opener, len(opener))
                return
        raise Untranslatable("this kind of group is not known", self.at - 1)

    def _open_flags(self, found: re.Match[str], inherited: _Group) -> None:
        on, off = found[1], found[2] or ""
        for flag in on + off:
            if flag not in "ims":
                raise Untranslatable(f"the flag `{flag}` has no counterpart", found.start())
        multiline = ("m" in on or inherited.multiline) and "m" not in off
        flags = f"?{on}-{off}" if off else f"?{on}"
        self._take(f"({flags}:", len(found[0]))
        if found[3] == ":":
            self.groups.append(_Group((), multiline))
        else:
            here = self.groups[-1]
            self.groups[-1] = _Group((*here.flags, flags), multiline)

    def _close(self) -> None:
        if len(self.groups) == 1:
            raise Untranslatable("a `)` without its `(`", self.at)
        self._close_flags()
        self.groups.pop()
        self._take(")", 1)

    def _escape(self) -> None:
        after = self.pattern[self.at + 1 : self.at + 2]
        if not after:
            raise Untranslatable("a backslash at the end", self.at)
        if after == "Q":
            end = self.pattern.find("\\E", self.at)
            literal = self.pattern[self.at + 2 : end if end >= 0 else None]
            self._take(re.escape(literal), len(literal) + (4 if end >= 0 else 2))
        elif after in "bB" and self.wide:
            self._take(_BORDER if after == "b" else _NO_BORDER, 2)
        elif after.lower() in _ASCII_SETS and self.wide:
            self._take(f"[{'^' if after.isupper() else ''}{_ASCII_SETS[after.lower()]}]", 2)
        else:
            self._shared_escape(after)

    def _shared_escape(self, after: str) -> None:
        """An escape that means the same inside a set."""
        code = _HEX.match(self.pattern, self.at)
        if code is not None:
            if int(code[1], 16) > 0x10FFFF:
                raise Untranslatable("there is no such character", self.at)
            self._take(re.escape(chr(int(code[1], 16))), len(code[0]))
        elif after in "pP":
            self._property()
        elif after == "z":
            self._take(r"\Z", 2)
        elif after in "CKRXGN":
            raise Untranslatable(f"`\\{after}` has no counterpart", self.at)
        else:
            self._take(f"\\{after}", 2)

    def _property(self) -> None:
        found = _PROPERTY.match(self.pattern, self.at)
        if found is None:
            raise Untranslatable("this names no kind of character", self.at)
        denied = (found[1] == "P") is not bool(found[2])
        self._take(f"\\{'P' if denied else 'p'}{{{found[3] or found[4]}}}", len(found[0]))

    def _set(self) -> None:
        start = self.at
        self._take("[", 1)
        if self.pattern.startswith("^", self.at):
            self._take("^", 1)
        first = self.at
        while self.at < len(self.pattern):
            char = self.pattern[self.at]
            if char == "]" and self.at > first:
                self._take("]", 1)
                return
            self._in_set(char)
        raise Untranslatable("a `]` is missing", start)

    def _in_set(self, char: str) -> None:
        after = self.pattern[self.at + 1 : self.at + 2]
        named = _CLASS.match(self.pattern, self.at)
        if named is not None:
            self._take(named[0], len(named[0]))
        elif char == "\\":
            if after in _ASCII_SETS and self.wide:
                self._take(_ASCII_SETS[after], 2)
            elif not after:
                raise Untranslatable("a backslash at the end", self.at)
            else:
                self._shared_escape(after)
        elif char in "[]" or (char in "-&|~" and after == char):
            self._take(f"\\{char}", 1)
        else:
            self._take(char, 1)
