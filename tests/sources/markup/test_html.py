import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.sources.markup import Visible, entities
from trustlint.sources.markup.html import visible
from trustlint.span import Span, TextMap

JUDGES = Path(__file__).resolve().parents[3].parent / "shared" / "judges" / "html5lib"


def source_of(value: str, words: str, shown: Visible | None = None) -> str:
    """The characters of the value under the first occurrence of `words` in its visible text."""
    shown = shown or visible(value)
    at = shown.text.index(words)
    return TextMap(shown.runs).to_source(Span(at, at + len(words))).of(value)


@pytest.mark.parametrize(
    "value",
    [
        "<style>p { content: 'always' }</style>",
        "<script>if (always < 1) { '<p>always</p>' }</script>",
        "<!-- always -->",
        "<p hidden>always <p>nested</p></p>",
        "<DIV HIDDEN><div>always</div> always</DIV>",
        "<input type='hidden' value='always'>",
        "<a href='always' style='always' data-note='always' class=always></a>",
        "<!DOCTYPE always><?php always ?>",
        "<template>always</template>",
        "<!--[if gte mso 9]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->",
        "<!-- never closed: always",
        "<style>never closed: always",
        "&nbsp;<meta content='always'>".replace("&nbsp;", ""),
    ],
)
def test_what_nobody_sees(value: str) -> None:
    assert visible(value).text == ""
    assert visible(value).attributes == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<P>One<P>Two", "One\n\nTwo"),
        ("one<br>two<br/><br />three", "one\ntwo\n\nthree"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<ul>\n  <li>One </li>\n  <li>Two</li>\n</ul>", "One\nTwo"),
        ("<table><tr><td>24</td> <td>hours</td></tr></table>", "24\nhours"),
        ("100<b>%</b> re<wbr>fund", "100% refund"),
        ("a <b> b </b> c", "a b c"),
        ("a\n   b\t\tc  d", "a b c d"),
        (" <p> a </p> ", "a"),
        ("<pre>  a\n    b</pre>", "  a\n    b"),
        ("<title>Your order</title><body>Hi</body>", "Your order\n\nHi"),
        ("<div style='display:none'>Preheader</div><p>Hi</p>", "Preheader\n\nHi"),
        ("<!--[if mso]><p>Outlook</p><![endif]-->rest", "Outlook\n\nrest"),
        ("<!--[if !mso]><!-->modern<!--<![endif]-->", "modern"),
        ("<![if !mso]>modern<![endif]>", "modern"),
        ("<td><![CDATA[Dear <b>you</b>]]></td>", "Dear you"),
        ("x ]]> y", "x ]]> y"),
        ("guar&shy;an\u200btee", "guarantee"),
        ("24&nbsp;hours", "24\xa0hours"),
        ("5 < 6 <3", "5 < 6 <3"),
        ("for you <b", "for you <b"),
        ("<a href='x>y'>link</a>", "link"),
        ('<a href="x>link</a> rest', "link rest"),
        ("<p class=it's>it's fine</p>", "it's fine"),
        ("Hi <attribute key='first_name' default='there'/>, hello", "Hi there, hello"),
        ("&lt;p&gt;Hi&amp;nbsp;you,&lt;/p&gt;&lt;p&gt;bye&lt;/p&gt;", "Hi\xa0you,\n\nbye"),
        ("<p>&lt;p&gt; starts a paragraph</p>", "<p> starts a paragraph"),
        ("We say &lt;soon&gt;", "We say <soon>"),
        ("", ""),
    ],
)
def test_what_a_customer_reads(value: str, text: str) -> None:
    assert visible(value).text == text


@pytest.mark.parametrize(
    ("value", "words", "source"),
    [
        ("<p>You&rsquo;ll have it</p>", "You’ll", "You&rsquo;ll"),
        ("within&nbsp;24 hours", "within\xa024", "within&nbsp;24"),
        ("100<b>%</b> safe", "100%", "100<b>%"),
        ("a guar&shy;antee", "guarantee", "guar&shy;antee"),
        ("as   soon\n as possible", "as soon as", "as   soon\n as"),
        ("&lt;p&gt;It&amp;rsquo;s&lt;/p&gt;", "It’s", "It&amp;rsquo;s"),
        ("<p>Hi</p> <p>you</p>", "you", "you"),
        ("<attribute default='Mr &amp; Ms'/>", "Mr & Ms", "Mr &amp; Ms"),
    ],
)
def test_words_keep_their_place(value: str, words: str, source: str) -> None:
    assert source_of(value, words) == source


def test_attributes_are_texts_of_their_own() -> None:
    value = "<p title='Free &amp; fast'>Hi</p><img alt=\"Always on\" src=x><button value=Go>Send</button>"
    shown = visible(value)
    assert shown.text == "Hi\n\nSend"
    assert [a.text for a in shown.attributes] == ["Free & fast", "Always on", "Go"]
    assert source_of(value, "Free & fast", shown.attributes[0]) == "Free &amp; fast"


def test_quotes_and_code_are_pointed_out() -> None:
    shown = visible("<p>Ours</p><blockquote><p>Theirs</p><blockquote>Older</blockquote></blockquote><code>x = 1</code>")
    assert [span.of(shown.text) for span in shown.quoted] == ["Theirs\n\nOlder"]
    assert [span.of(shown.text) for span in shown.code] == ["x = 1"]
    mail = visible('Fine.<div class="gmail_quote">On Monday someone wrote:<div>Where is it?</div></div>')
    assert [span.of(mail.text) for span in mail.quoted] == ["On Monday someone wrote:\nWhere is it?"]


@given(st.text(alphabet="<>&/!-[]='\" abp;#x1\n\xad<p><br>", max_size=60))
def test_anything_can_be_read(value: str) -> None:
    shown = visible(value)
    assert TextMap(shown.runs).length == len(shown.text)
    for run in shown.runs:
        assert run.end <= len(value)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "word", " ", "\n", "&amp;", "24&nbsp;h"])))
def test_every_word_leads_back_to_itself(parts: list[str]) -> None:
    value = "".join(parts)
    shown = visible(value)
    lead = TextMap(shown.runs)
    at = shown.text.find("word")
    while at >= 0:
        assert lead.to_source(Span(at, at + 4)).of(value).replace("<b>", "").replace("</b>", "") == "word"
        at = shown.text.find("word", at + 1)


def html5lib(name: str) -> list[tuple[str, str]]:
    if not JUDGES.exists():
        pytest.skip("the html5lib tests are not beside the project")
    cases = []
    for case in json.loads((JUDGES / name).read_text())["tests"]:
        if case.get("doubleEscaped") or any(token[0] != "Character" for token in case["output"]):
            continue
        cases.append((case["input"], "".join(token[1] for token in case["output"])))
    return cases


@pytest.mark.parametrize("name", ["entities.test", "namedEntities.test", "numericEntities.test"])
def test_entities_as_browsers_decode_them(name: str) -> None:
    wrong = [(given, text) for given, text in html5lib(name) if entities.decoded(given).text != text]
    assert wrong == []


@pytest.mark.parametrize("name", ["test1.test", "test2.test", "test3.test", "test4.test"])
def test_tokens_as_browsers_see_them(name: str) -> None:
    if not JUDGES.exists():
        pytest.skip("the html5lib tests are not beside the project")
    for case in json.loads((JUDGES / name).read_text())["tests"]:
        if case.get("initialStates", ["Data state"]) == ["Data state"]:
            words = "".join("".join(t[1] for t in case["output"] if t[0] == "Character").split())
            if words and not any(error["code"].startswith("eof") for error in case.get("errors", ())):
                assert "".join(visible(case["input"]).text.split()) == words, case["description"]
