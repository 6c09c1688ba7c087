r"""The characters that stand for what is not prose.

One private-use character per kind, repeated to the length of what it hides: offsets stay, patterns can ask
for a kind, and neither `\w` nor `\s` ever matches one.
"""

from trustlint.message import PlaceholderKind

DATE = "\ue000"
NAME = "\ue001"
MONEY = "\ue002"
OTHER = "\ue003"
FILL_IN = "\ue004"
URL = "\ue005"
CODE = "\ue006"
QUOTE = "\ue007"
HISTORY = "\ue008"
TAG = "\ue009"

PLACEHOLDERS: dict[PlaceholderKind, str] = {
    "date": DATE,
    "name": NAME,
    "money": MONEY,
    "other": OTHER,
    "fill-in": FILL_IN,
}
