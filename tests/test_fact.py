"""Facts as they are kept until all files are read."""

from hypothesis import given
from hypothesis import strategies as st

from trustlint.fact import Fact, packed, unpacked
from trustlint.found import Findings
from trustlint.gathered import Gathered
from trustlint.library import Noted
from trustlint.span import Span

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=8,
)
SURROGATES = st.text(st.characters(codec=None, categories=("Cs", "L")))


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    text = draw(SURROGATES)
    value = draw(st.lists(VALUES, max_size=4).map(tuple))
    start, end = (1, 2, draw(st.integers(0, 1 << 40))), (1, 2, 4)
    record = ("json", "macro", "[0]", None, text, "en")
    branch = draw(st.none() | SURROGATES)
    return Fact("pack/rule", value, text, start, end, text, record, "[0].body", (text, 0, 1), branch, text)


@given(st.lists(facts(), max_size=3), st.lists(facts(), max_size=3))
def test_packed_facts_come_back(some: list[Fact], others: list[Fact]) -> None:
    path = some[0].path if some else "macros.json"
    assert unpacked(packed(some, path), path) == tuple(some)
    assert (packed(some, path) == packed(others, path)) == (repr(some) == repr(others))


def test_places_may_be_values_with_names() -> None:
    fact = Fact("pack/rule", (Span(1, 2),), "p", (1, 2, 3), (1, 2, 4), "t", ("json",), "r", ("t", 0, 1))
    assert unpacked(packed([fact], "p"), "p")[0].value == ((1, 2),)


@given(st.lists(st.lists(facts(), max_size=4), max_size=3), st.integers(-5, 5), st.integers(-5, 5))
def test_those_of_a_library_are_as_a_list_of_them(fields: list[list[Fact]], start: int, end: int) -> None:
    files = []
    for number, field in enumerate(fields):
        file = Gathered(f"{number}.json")
        file.found.add(Findings((), (), packed(field, file.path)))
        files.append(file)
    many = [one for field in fields for one in field]
    rules = Noted(files).of_rules()
    assert list(rules) == (["pack/rule"] if many else [])
    for kept in rules.values():
        assert (len(kept), list(kept), list(kept[start:end])) == (len(many), many, many[start:end])
        assert [kept[at] for at in range(-len(many), len(many))] == [*many, *many]
        owners = [number for number, field in enumerate(fields) for _ in field]
        assert [kept.place(at).file for at in range(len(many))] == owners
