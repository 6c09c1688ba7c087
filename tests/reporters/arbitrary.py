"""Reports with any text in every field, and with text that means something to each format."""

import io

from hypothesis import strategies as st

from trustlint.diagnostic import Confidence, Diagnostic, Edit, Excerpt, Fix, Label, Severity
from trustlint.errors import PackError, SourceError
from trustlint.message import Record
from trustlint.report import FileReport, Report
from trustlint.reporters import View, reporter
from trustlint.span import LineIndex, Position, Span

HOSTILE = (
    "::error::x", "\n::stop-commands::t\n", "##vso[task.setvariable variable=PATH]x", "##[add-mask]x", "%0A::error::",
    "%25", "=1+1", "@SUM(A1)", "\t=1", "\x1b[2J", "\x9b2J", "\u202e", "\u2028", "\x85", "\x00", "\ufffe", "\uffff",
    "\udcff", "\ud83d", "]]>", "<script>", "--><b>", "&#10;", '"', "'", "](http://x)", "[a](1)", "**", "```", "|",
    "# x", "@team", "#12", "\r\n", "\r", "a,b;c", "]", "😀", "שלום", "{{x}}",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=8)), max_size=4).map("".join)
some = st.none() | texts
records = st.builds(Record, texts, texts, texts, some, some, some)
errors = st.builds(
    lambda kind, message, path, line, hint: kind(message, path=path, line=line, hint=hint),
    st.sampled_from([SourceError, PackError]), texts, some, st.none() | st.integers(1, 99), some,
)  # fmt: skip


@st.composite
def diagnostics(draw: st.DrawFn, path: str) -> Diagnostic:
    """A diagnostic somewhere in a file of any text; its edits stand anywhere in that file."""
    content = draw(texts)
    lines = LineIndex(content)

    def span() -> Span:
        return Span(*sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2))))

    def positions(where: Span) -> tuple[Position, Position]:
        return lines.position(where.start), lines.position(where.end)

    where = span()
    start, end = positions(where)
    sentence = draw(texts)
    marked = Span(*sorted(draw(st.tuples(*[st.integers(0, len(sentence))] * 2))))
    line_start = lines.line_span(start.line).start
    return Diagnostic(
        rule=draw(texts),
        severity=draw(st.sampled_from(list(Severity))),
        confidence=draw(st.sampled_from(list(Confidence))),
        message=draw(texts),
        path=path,
        start=start,
        end=end,
        text=draw(texts),
        record=draw(records),
        route=draw(texts),
        excerpt=Excerpt(sentence, marked),
        branch=draw(some),
        labels=tuple(Label(*positions(span()), draw(texts)) for _ in range(draw(st.integers(0, 1)))),
        note=draw(some),
        fix=draw(
            st.none()
            | st.builds(Fix, texts, st.sampled_from(["safe", "manual"]), st.just((Edit(span(), draw(texts)),)))
        ),
        fingerprint=draw(texts),
        source=where.of(content),
        byte_column=len(content[line_start : where.start].encode("utf-8", "surrogatepass")) + 1,
    )


@st.composite
def files(draw: st.DrawFn) -> FileReport:
    path = draw(texts)
    found = tuple(draw(st.lists(diagnostics(path), max_size=3)))
    wrong = tuple(draw(st.lists(errors, max_size=1)))
    return FileReport(path, draw(some), len(found), len(found), found, wrong)


reports = st.builds(
    lambda parts, wrong: Report(parts, tuple(wrong)), st.lists(files(), max_size=3), st.lists(errors, max_size=1)
)


def shown(report: Report, name: str, encoding: str = "utf-8", **view: object) -> str:
    """What a reporter writes, through a stream as strict as a file."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    reporter(name).write(report, out, View(**view))  # type: ignore[arg-type]
    out.flush()
    return raw.getvalue().decode(encoding)
