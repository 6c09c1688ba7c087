"""Texts made to be slow are unfolded in time that grows with their length, not with its square."""

from time import process_time

import pytest

from trustlint.sources.embedded import qweb, visualforce, xslt

PIECES = [
    *('<a:b c="', "<a:b c='d' ", "<a:b ", "</a:b>", '<t t-if="a">', "<t>", "</t>", "<t t-else=''>"),
    *("<!--", "<![CDATA[", "]]>", "<?", "<!a", "<", "&", "\\ud83d", "a", " ", "=", "a=", '"', "${", "{{", "% if a\n"),
    *("% endif\n", "{!", "<xsl:if test='a'>"),
]  # fmt: skip


@pytest.mark.parametrize("around", ["{}", "<a:b {}>", "<a:b c='{}'>", "<t t-out='{}'>{}</t>"])
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("language", [qweb, visualforce, xslt])
def test_time_grows_with_length(language, piece, around):
    text = around.replace("{}", piece * (30_000 // len(piece)))
    started = process_time()
    language.opened(text)
    assert process_time() - started < 2
