"""Time expressions of support texts: what is a date, what is a wish, and what is neither."""

from trustlint.prose.time.recognise import times
from trustlint.prose.time.value import DATED, Time, TimeKind

__all__ = ["DATED", "Time", "TimeKind", "times"]
