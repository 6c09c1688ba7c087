"""How large a pattern unfolds. `((a{999}){999}){999}` is short to write and fills memory when it is compiled."""

import re

from trustlint.patterns import lazy

LARGEST = 100_000

_TOKEN = lazy(
    r"""(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
      | (?P<repeat>\{(?P<least>\d*)(?:,\d*)?\})
      | (?P<open>\()
      | (?P<close>\))
      | (?P<atom>\\.|.)""",
    re.DOTALL | re.VERBOSE,
)


def unfolded(pattern: str) -> int:
    """About how many single steps the pattern is made of when its counted repeats are written out."""
    sums, last = [0], 0
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            sums.append(0)
            last = 0
        elif token["close"] and len(sums) > 1:
            last = sums.pop()
            sums[-1] += last
        elif token["repeat"]:
            more = last * (max(int(token["least"] or 0), 1) - 1)
            sums[-1] += more
            last += more
        else:
            last = 1
            sums[-1] += 1
    return sum(sums)
