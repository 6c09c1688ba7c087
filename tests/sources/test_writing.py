"""Other words where a message was read: what is refused, and what stands in the file afterwards."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trustlint.errors import SourceError
from trustlint.fixes.edits import apply_edits
from trustlint.message import Message, Record, Route, SourceFile
from trustlint.sources.containers import Document, container
from trustlint.sources.values import Place, Value, messages
from trustlint.sources.writing import RefusedError
from trustlint.span import Span

RECORD = Record("invented", "reply", "")
PLACE: dict[str, Route] = {"json": ("reply",), "yaml": ("reply",), "csv": ("reply",), "text": ()}


def value(text: str, name: str, markup: str = "plain") -> Value:
    return at(text, name, PLACE[name], markup)


def at(text: str, name: str, route: Route, markup: str = "plain") -> Value:
    """The value at a route of a file."""
    file = SourceFile(f"replies.{name}", text)
    document = next(iter(container(name).documents(file)))
    assert not isinstance(document, SourceError)
    said = document.data
    for step in route:
        said = said[step]
    place = Place(name, document, route)
    return Value(
        RECORD, "reply", said, file, lambda: document.locate(route), markup, ("liquid", "fill_in"), place=place
    )


def put(written: Value, old: str, new: str, number: int = 0) -> str:
    """The file with `new` for `old` in the message of that number."""
    message = list(messages(written))[number]
    assert message.rewrite
    start = message.text.index(old)
    return apply_edits(written.file.text, message.rewrite(Span(start, start + len(old)), new))


def refused(written: Value, old: str, new: str) -> str:
    with pytest.raises(RefusedError) as error:
        put(written, old, new)
    return error.value.reason


class TestRefused:
    """What is never written."""

    @pytest.mark.parametrize(
        ("text", "old"),
        [
            ("Hello {{customer.name}}, soon.", "{{customer.name}}, soon"),
            ("Hello {{customer.name | default: 'friend'}}, soon.", "friend"),
            ("We call {% if vip %}you {% endif %}soon.", "you soon"),
            ("We call on [DATE] or soon.", "DATE"),
        ],
    )
    def test_placeholders_and_tags(self, text: str, old: str) -> None:
        assert refused(value(text, "text"), old, "later") == "a placeholder or a template tag stands in it"

    @pytest.mark.parametrize(
        ("text", "old"),
        [
            ("<p>We call <b>you</b> soon.</p>", "you soon"),
            ("<p>We call.</p><p>Soon.</p>", "call.\n\nSoon"),
            ("We call<br>soon.", "call\nsoon"),
            ("We <!-- not --> call", "We call"),
        ],
    )
    def test_tags_of_html(self, text: str, old: str) -> None:
        assert refused(value(text, "text", "html"), old, "later") == "a tag or a mark of its markup stands in it"

    def test_marks_of_markdown(self) -> None:
        written = value("We call **you** soon.", "text", "markdown")
        assert refused(written, "you soon", "later") == "a tag or a mark of its markup stands in it"

    @pytest.mark.parametrize("new", ["one\ntwo", "one\rtwo", "\x00", "\ud800", "\u2028", "\ue000"])
    def test_line_ends_and_characters_that_no_text_has(self, new: str) -> None:
        assert "line end" in refused(value("Soon.", "text"), "Soon", new)

    @pytest.mark.parametrize("new", ["{% if vip %}today{% endif %}", "{% comment %}"])
    def test_template_tags_in_the_new_words(self, new: str) -> None:
        assert refused(value("We call soon.", "text"), "soon", new)

    def test_new_words_that_join_with_what_stands_beside_them(self) -> None:
        assert refused(value("We call {soon}.", "text"), "soon", "{customer.name}")

    @pytest.mark.parametrize(
        ("text", "new"),
        [
            ("reply: soon\n", "yes: no"),
            ("reply: we call soon\n", "a #1 call"),
            ("reply: soon\n", "- soon"),
            ("reply: soon\n", "'soon"),
            ("reply: soon\n", "{{name}}"),
            ("reply: soon\n", "null"),
            ("reply: soon\n", "24"),
            ("reply: soon\n", ""),
            ("{reply: we call soon, id: 1}\n", "soon, today"),
            ("{reply: we call soon}\n", "soon} today"),
        ],
    )
    def test_plain_yaml_that_would_need_quotes(self, text: str, new: str) -> None:
        assert refused(value(text, "yaml"), "soon", new)

    def test_what_a_yaml_alias_repeats(self) -> None:
        assert "alias" in refused(value("reply: &a we call soon\nother: *a\n", "yaml"), "soon", "today")
        assert "alias" in refused(value("other: &a {reply: soon}\n<<: *a\n", "yaml"), "soon", "today")

    @pytest.mark.parametrize("new", ["soon, today", 'a "real" person'])
    def test_a_cell_that_would_need_quotes(self, new: str) -> None:
        assert "quotes" in refused(value("id,reply\n1,we call soon\n", "csv"), "soon", new)

    @pytest.mark.parametrize(
        ("text", "name", "route"),
        [
            ('msgid "soon"\nmsgstr ""\n', "po", ("entries", 0, "msgid")),
            ("<a><source>soon</source></a>", "xml", ("a", "source", 0, "text()")),
        ],
    )
    def test_what_translations_are_found_by(self, text: str, name: str, route: Route) -> None:
        assert "translations" in refused(at(text, name, route), "soon", "now")

    def test_the_end_of_cdata(self) -> None:
        written = at("<a><reply><![CDATA[soon]]></reply></a>", "xml", ("a", "reply", 0, "text()"))
        assert refused(written, "soon", "]]>")

    def test_half_of_what_one_entity_says(self) -> None:
        assert refused(value("a &NotEqualTilde; b", "text", "html"), "\u2242", "x")

    def test_a_value_that_only_a_reader_was_written_for(self) -> None:
        assert "only read" in refused(replace(value("soon", "text"), place=None), "soon", "today")
        place = value("soon", "text").place
        assert place
        written = replace(value("soon", "text"), place=place._replace(container="mime"))
        assert refused(written, "soon", "today") == "nothing is written into mime files"

    def test_styles_that_count_characters(self) -> None:
        text = json.dumps({"reply": "we call soon", "entityRanges": [{"offset": 8, "length": 4}]})
        assert "count" in refused(value(text, "json"), "soon", "today")


class TestWritten:
    @pytest.mark.parametrize(
        ("text", "new", "after"),
        [
            ('{"reply": "we call soon"}', 'a "real\\" one', '{"reply": "we call a \\"real\\\\\\" one"}'),
            ('{"reply": "caf\\u00e9 soon"}', "à 9 h 😀", '{"reply": "caf\\u00e9 \\u00e0 9 h \\ud83d\\ude00"}'),
            ('{"reply": "café soon"}', "à 9 h", '{"reply": "café à 9 h"}'),
            ('{"reply": "soon", "x": "caf\\u00e9"}', "à 9 h", '{"reply": "\\u00e0 9 h", "x": "caf\\u00e9"}'),
            ('{"reply": "soon"}', "à 9 h", '{"reply": "à 9 h"}'),
        ],
    )
    def test_json(self, text: str, new: str, after: str) -> None:
        assert put(value(text, "json"), "soon", new) == after

    @pytest.mark.parametrize(
        ("text", "new", "after"),
        [
            ("reply: we call soon # note\n", "it's {{x}}, today", "reply: we call it's {{x}}, today # note\n"),
            ("reply: 'we call soon'\n", "it's: #1", "reply: 'we call it''s: #1'\n"),
            ('reply: "we call soon"\n', 'a "real" \\ one', 'reply: "we call a \\"real\\" \\\\ one"\n'),
            ('reply: "caf\\xe9 soon"\n', "à 😀", 'reply: "caf\\xe9 \\u00e0 \\U0001f600"\n'),
            (
                "reply: |\r\n  Hello\r\n\r\n  we call soon\r\n",
                "a: #1",
                "reply: |\r\n  Hello\r\n\r\n  we call a: #1\r\n",
            ),
            ("reply: >-\n  we call\n  soon again\n\nx: 1\n", "now", "reply: >-\n  we call\n  now again\n\nx: 1\n"),
            ("a:\n- b\nreply: &x !!str soon\n", "now", "a:\n- b\nreply: &x !!str now\n"),
            ("{reply: we call soon, x: 1}\n", "now", "{reply: we call now, x: 1}\n"),
        ],
    )
    def test_yaml(self, text: str, new: str, after: str) -> None:
        assert put(value(text, "yaml"), "soon", new) == after

    @pytest.mark.parametrize(
        ("text", "new", "after"),
        [
            ("id,reply\n1,we call soon\n", "it's; now", "id,reply\n1,we call it's; now\n"),
            ("id;reply\n1;we call soon\n", "now, today", "id;reply\n1;we call now, today\n"),
            ('id,reply\n1,"call soon, ""ok"""\n', '"now"', 'id,reply\n1,"call ""now"", ""ok"""\n'),
        ],
    )
    def test_csv(self, text: str, new: str, after: str) -> None:
        assert put(value(text, "csv"), "soon", new) == after

    @pytest.mark.parametrize(
        ("text", "new", "after"),
        [
            ("<a><reply>we call soon</reply></a>", "a < b & 'c'", "<a><reply>we call a &lt; b &amp; 'c'</reply></a>"),
            (
                "<a><reply>x<![CDATA[we call soon]]></reply></a>",
                "a & b",
                "<a><reply>x<![CDATA[we call a & b]]></reply></a>",
            ),
            ("<a><reply>caf&#233; &amp; soon</reply></a>", "now", "<a><reply>caf&#233; &amp; now</reply></a>"),
        ],
    )
    def test_xml(self, text: str, new: str, after: str) -> None:
        written = at(text, "xml", ("a", "reply", 0, "text()"))
        assert put(written, "soon", new) == after

    def test_an_attribute_of_xml(self) -> None:
        written = at("<a><b title='call soon'/></a>", "xml", ("a", "b", 0, "@title"))
        assert put(written, "soon", "it's") == "<a><b title='call it&apos;s'/></a>"

    def test_po(self) -> None:
        text = 'msgid "x"\nmsgstr ""\n"we call so"\n"on, \\"ok\\"\\n"\n"Bye"\n'
        written = at(text, "po", ("entries", 0, "msgstr", 0))
        after = 'msgid "x"\nmsgstr ""\n"we call a \\"b\\", \\"ok\\"\\n"\n"Bye"\n'
        assert put(written, "soon", 'a "b"') == after

    def test_html(self) -> None:
        written = value("<p>Caf&eacute; <i>soon</i> {{x}}</p>", "text", "html")
        after = put(written, "soon", "a < b & c {{ y | default: 'a' }}")
        assert after == "<p>Caf&eacute; <i>a &lt; b &amp; c {{ y | default: 'a' }}</i> {{x}}</p>"

    def test_entities_go_whole(self) -> None:
        assert put(value("as&nbsp;soon as&shy; ever", "text", "html"), "as\xa0soon as ever", "today") == "today"

    def test_an_attribute(self) -> None:
        written = value('<p>Hi</p><img alt="call soon">', "text", "html")
        assert put(written, "soon", '"now"', number=1) == '<p>Hi</p><img alt="call &quot;now&quot;">'

    def test_html_in_json(self) -> None:
        written = value('{"reply": "<a title=\\"x\\">call soon<\\/a>"}', "json", "html")
        assert put(written, "soon", 'a & "b"') == '{"reply": "<a title=\\"x\\">call a &amp; \\"b\\"<\\/a>"}'

    @pytest.mark.parametrize(
        ("new", "after"), [("2 * 3", "We call 2 * 3."), ("*now*", "We call \\*now\\*."), ("a_b", "We call a_b.")]
    )
    def test_markdown_escapes_only_marks(self, new: str, after: str) -> None:
        assert put(value("We call soon.", "text", "markdown"), "soon", new) == after

    def test_every_branch_that_shows_the_place(self) -> None:
        written = value("{% if vip %}Dear{% else %}Hello{% endif %} friend, soon.", "text")
        assert put(written, "soon", "now", number=1) == "{% if vip %}Dear{% else %}Hello{% endif %} friend, now."

    def test_line_ends_inside_go_with_the_old_words(self) -> None:
        assert put(value("We call as\r\nsoon as ever.", "text"), "as\r\nsoon as", "now if") == "We call now if ever."


class TestTwins:
    def twins(self, html: str, plain: str) -> Value:
        text = json.dumps({"reply": html, "plain": plain})
        first = value(text, "json", "html")
        assert first.place
        document: Document = first.place.document
        twin = Value(
            RECORD,
            "plain",
            plain,
            first.file,
            lambda: document.locate(("plain",)),
            "plain",
            ("liquid",),
            place=Place("json", document, ("plain",)),
        )
        return replace(first, twins=(twin,))

    def test_both_or_none(self) -> None:
        written = self.twins("<p>Soon. We&nbsp;call soon &amp; soon.</p>", "Soon. We call later.")
        assert "says something else" in refused(written, "soon", "now")

    def test_the_same_place_in_both(self) -> None:
        written = self.twins("<p>We call soon, as&nbsp;soon as ever</p>", "We call soon,\nas soon as ever")
        after = json.loads(put(written, "as\xa0soon as", "when & if"))
        assert after == {"reply": "<p>We call soon, when &amp; if ever</p>", "plain": "We call soon,\nwhen & if ever"}


HOSTILE = st.text(st.sampled_from("ab  '\"\\:#,;-&<>*{}[]|%@`é\u2019😀\xa0!?=/\t"), max_size=12)
PROSE = st.text(st.sampled_from("ab  '\"\\:#,;-&<>é\u2019😀\n\t=/"), max_size=30)


def json_file(before: str, after: str, ascii_only: bool) -> str:
    data = {"id": 1, "reply": f"{before}zebra{after}", "other": [before, {"x": after}]}
    return json.dumps(data, ensure_ascii=ascii_only, indent=1)


def yaml_file(before: str, after: str, style: str) -> str:
    data = {"id": 1, "reply": f"{before}zebra{after}", "other": [after, {"x": before}]}
    return yaml.safe_dump(data, default_style=style or None, allow_unicode=style != '"', width=30)


def csv_file(before: str, after: str, delimiter: str) -> str:
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=delimiter)
    table.writerows([["id", "reply", "other"], ["1", f"{before}zebra{after}", after], ["2", "x", before]])
    return out.getvalue()


FILES = st.one_of(
    st.tuples(st.just("json"), st.builds(json_file, PROSE, PROSE, st.booleans())),
    st.tuples(st.just("yaml"), st.builds(yaml_file, PROSE, PROSE, st.sampled_from(["", "'", '"', "|", ">"]))),
    st.tuples(st.just("csv"), st.builds(csv_file, PROSE, PROSE, st.sampled_from(",;\t|"))),
)


def read(name: str, text: str) -> list[object]:
    return [document.data for document in _documents(name, text)]


def _documents(name: str, text: str) -> Iterator[Document]:
    for document in container(name).documents(SourceFile(f"replies.{name}", text)):
        assert not isinstance(document, SourceError)
        yield document


@given(FILES, HOSTILE, st.sampled_from(["plain", "html", "markdown", "auto"]))
def test_nothing_but_the_words_changes(file: tuple[str, str], words: str, markup: str) -> None:
    name, text = file
    try:
        written = value(text, name, markup)
    except (SourceError, KeyError):
        return  # the table was sniffed otherwise, or YAML does not take the tab
    if not isinstance(written.text, str) or written.text.count("zebra") != 1:
        return
    for message in messages(written):
        if "zebra" in message.text:
            _check(name, text, written, message, words)
            return


def _check(name: str, text: str, written: Value, message: Message, words: str) -> None:
    at = message.text.index("zebra")
    assert message.rewrite
    try:
        edits = message.rewrite(Span(at, at + 5), words)
    except RefusedError:
        return
    (edit,) = edits
    after = apply_edits(text, edits)
    assert after[: edit.span.start] == text[: edit.span.start]
    assert after.endswith(text[edit.span.end :])
    again = value(after, name, written.markup)
    assert [each.text for each in messages(again) if each.role == message.role and each.branch == message.branch][
        :1
    ] == [message.text[:at] + words + message.text[at + 5 :]]
    expected = read(name, text)
    expected[0]["reply"] = again.text  # type: ignore[index]
    assert read(name, after) == expected
