"""The visible text of a value with its template syntax as it is written, and the tokens that are seen in it."""

from bisect import bisect_right

from trustlint.memo import cached_property
from trustlint.sources.markup import Visible
from trustlint.sources.templates import Token
from trustlint.span import Span, TextMap
from trustlint.typed import Iterator, Sequence


def restored(value: str, tokens: Sequence[Token], shown: Visible) -> tuple[str, list[Token]]:
    """The text that `shown` has with the masks taken off, and those of the value's tokens (in order) that are in it."""
    restorer = _Restorer(value, shown)
    seen: list[Token] = []
    pieces: list[str] = []
    at = 0
    for token in restorer.near(tokens):
        span = restorer.seen(token.span)
        if span is None:
            continue
        fallbacks = tuple(found for each in token.fallbacks if (found := restorer.seen(each)))
        seen.append(token._replace(span=span, fallbacks=fallbacks))
        pieces += (shown.text[at : span.start], restorer.written(token.span, span))
        at = span.end
    pieces.append(shown.text[at:])
    return "".join(pieces), seen


class _Restorer:
    def __init__(self, value: str, shown: Visible) -> None:
        self.value = value
        self.shown = shown
        self.ends = [run.end for run in shown.runs]

    @cached_property
    def lead(self) -> TextMap:
        return TextMap(self.shown.runs)

    def near(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The tokens from where the text begins to where it ends: of an attribute's text, those of the attribute."""
        if not self.shown.runs:
            return
        for number in range(bisect_right(tokens, self.shown.runs[0].start, key=_end), len(tokens)):
            if tokens[number].span.start >= self.ends[-1]:
                return
            yield tokens[number]

    def seen(self, span: Span) -> Span | None:
        """The stretch of visible text that was copied from a stretch of the value; None if nothing of it was.

        Only copied runs count: a line break is made from everything between two paragraphs, links and all.
        """
        runs = self.shown.runs
        start: int | None = None
        end = 0
        for number in range(bisect_right(self.ends, span.start), len(runs)):
            run = runs[number]
            if run.start >= span.end:
                break
            if run.verbatim:
                if start is None:
                    start = run.at + max(0, span.start - run.start)
                end = run.at + min(run.length, span.end - run.start)
        return None if start is None else Span(start, end)

    def written(self, token: Span, span: Span) -> str:
        """The visible text at a token with its mask taken off, character by character where they correspond."""
        run = self.shown.runs[bisect_right(self.ends, token.start)]
        if run.verbatim and run.start <= token.start and token.end <= run.end:
            return token.of(self.value)
        masked = span.of(self.shown.text)
        return "".join(
            self.value[self.lead.to_source(Span(at, at + 1)).start] if "\ue000" <= char <= "\ue009" else char
            for at, char in enumerate(masked, span.start)
        )


def _end(token: Token) -> int:
    return token.span.end
