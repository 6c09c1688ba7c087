import pytest

from trustlint.message import SourceFile
from trustlint.sources.containers import container
from trustlint.span import Span


def test_a_text_is_one_value():
    (found,) = container("text").documents(SourceFile("reply.txt", "We'll reply\r\nsoon."))
    assert found.data == "We'll reply\r\nsoon."
    assert found.locate(()).to_source(Span(13, 17)).of(found.data) == "soon"
    assert found.span(()).of(found.data) == found.data
    with pytest.raises(KeyError):
        found.locate((0,))


def test_an_empty_text_is_an_empty_value():
    (found,) = container("text").documents(SourceFile("reply.txt", ""))
    assert found.data == ""
    assert found.locate(()).to_source(Span(0, 0)) == Span(0, 0)
