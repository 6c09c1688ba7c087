"""Where the spans of a text stand in a reading that keeps only some stretches of it."""

from bisect import bisect_left, bisect_right

from trustlint.sources.templates import Token
from trustlint.span import Run, Span
from trustlint.typed import Iterator, Sequence


class Kept:
    """The stretches that a reading keeps. What it is asked about is in order, and nothing overlaps in it.

    A template may have as many readings as it has texts set aside: each looks only at what is near its own.
    """

    def __init__(self, stretches: Sequence[Span]) -> None:
        stretches = [span for span in stretches if span.start < span.end]
        self.starts = [span.start for span in stretches]
        self.ends = [span.end for span in stretches]
        self.ats: list[int] = []
        at = 0
        for start, end in stretches:
            self.ats.append(at)
            at += end - start

    @property
    def runs(self) -> Iterator[Run]:
        """The map from the reading to the text."""
        for at, start, end in zip(self.ats, self.starts, self.ends, strict=True):
            yield Run(at, end - start, start, end)

    def tokens(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """What is kept of tokens."""
        if not self.starts:
            return
        for number in range(bisect_right(tokens, self.starts[0], key=_token_end), len(tokens)):
            token = tokens[number]
            if token.span.start >= self.ends[-1]:
                return
            if span := self.span(token.span):
                fallbacks = tuple(kept for each in token.fallbacks if (kept := self.span(each)))
                yield token._replace(span=span, fallbacks=fallbacks)

    def spans(self, spans: Sequence[Span]) -> Iterator[Span]:
        """What is kept of spans."""
        if not self.starts:
            return
        for number in range(bisect_right(spans, self.starts[0], key=_end), len(spans)):
            if spans[number].start >= self.ends[-1]:
                return
            if span := self.span(spans[number]):
                yield span

    def span(self, span: Span) -> Span | None:
        """The part of a span that the reading keeps, None if it keeps nothing of it."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end) - 1
        if first > last:
            return None
        start = self.ats[first] + max(0, span.start - self.starts[first])
        end = self.ats[last] + min(self.ends[last], span.end) - self.starts[last]
        return Span(start, end)


def _end(span: Span) -> int:
    return span.end


def _token_end(token: Token) -> int:
    return token.span.end
