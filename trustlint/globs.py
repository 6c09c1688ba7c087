"""Wildcards, without the regular expressions that `fnmatch` makes of them: importing those takes longer."""


def fnmatchcase(text: str, glob: str) -> bool:
    """As `fnmatch.fnmatchcase`."""
    if "?" in glob or "[" in glob:
        from fnmatch import fnmatchcase as standard

        return standard(text, glob)
    first, *others = glob.split("*")
    if not others or not text.startswith(first):
        return text == glob
    at = len(first)
    *between, last = others
    for part in between:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return len(text) - len(last) >= at and text.endswith(last)
