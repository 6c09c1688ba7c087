r"""The parts of a pattern: what can be cut out, and that what is left is still a pattern."""

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trustlint.mutation.syntax import Part, parts, telltale, without


def left(pattern: str) -> list[tuple[str, str]]:
    return [(part.kind, without(pattern, part)) for part in parts(pattern)]


class TestNothingToCut:
    def test_a_plain_pattern(self) -> None:
        assert left(r"\bsoon\b") == []

    def test_bars_and_brackets_in_sets_and_escapes(self) -> None:
        assert left(r"[|()?][]|]\|\(\?\)") == []

    def test_repeats_that_need_one(self) -> None:
        assert left(r"a+ (?:b)+ c{2} d{1,3} e{2,}?") == []

    def test_words_by_name_are_no_repeats(self) -> None:
        assert left(r"{agent} will {open-act}") == []

    def test_a_single_branch(self) -> None:
        assert left(r"(?:soon)") == []


class TestBranches:
    def test_words_at_the_top(self) -> None:
        assert left("soon|later") == [("word", "later"), ("word", "soon")]

    def test_the_middle_one_takes_one_bar_with_it(self) -> None:
        assert left("x(?:a|b|c)y") == [("word", "x(?:b|c)y"), ("word", "x(?:a|c)y"), ("word", "x(?:a|b)y")]

    def test_branches_with_a_shape_are_more_than_words(self) -> None:
        kinds = [part.kind for part in parts(r"e-?mail|get a real grip|too late|(?:so) late")]
        assert kinds == ["word", "branch", "word", "branch"]

    def test_the_list_is_what_they_are_branches_of(self) -> None:
        pattern = "x(?:a|b)y"
        assert {part.list.of(pattern) for part in parts(pattern)} == {"(?:a|b)"}

    def test_named_groups_and_lookarounds_have_branches(self) -> None:
        assert ("word", "(?P<mark>b)") in left("(?P<mark>a|b)")
        assert ("word", "(?<!b) c") in left("(?<!a|b) c")


class TestOptionalParts:
    def test_a_word_and_not_a_letter(self) -> None:
        assert left("e-?mail(?: again)?") == [("optional", "e-?mail")]

    def test_repeats_from_none(self) -> None:
        assert left(r"a[^.;]{0,60}?b(?: \w+){0,3}c\w*") == [
            ("optional", r"ab(?: \w+){0,3}c\w*"),
            ("optional", r"a[^.;]{0,60}?bc\w*"),
        ]

    def test_one_inside_another(self) -> None:
        assert left("a(?: b(?: c)?)?") == [("optional", "a(?: b)?"), ("optional", "a")]


class TestConditions:
    def test_lookarounds(self) -> None:
        assert left(r"(?<!not )soon(?! after)") == [("condition", r"soon(?! after)"), ("condition", r"(?<!not )soon")]

    def test_an_atomic_group_is_none(self) -> None:
        assert left(r"(?>ab)c") == []


class TestTelltale:
    """Where it matches nothing, a part makes no difference."""

    @pytest.mark.parametrize("pattern", ["soon(?= after)", "(?<=not )soon", "(?:soon$|later|)", "(?:^a|b)"])
    def test_unknown_for_what_is_asked_for_and_for_ends(self, pattern: str) -> None:
        assert None in [telltale(pattern, part) for part in parts(pattern)]

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("x(?:a|b c)y", ["a", "b c"]),
            (r"x(?: \w+){0,3}?", [r"(?: \w+)"]),
            ("[^.]*?y", ["[^.]"]),
            ("soon(?! after| then)", [" after", " then", "(?: after| then)"]),
            (r"(?:a(?!\w)|b)?", [r"(?:\w)", "a", "b", "(?:a|b)"]),
            ("(?:[$]|a)", ["[$]", "a"]),
        ],
    )
    def test_what_is_left_out_without_conditions(self, pattern: str, expected: list[str]) -> None:
        assert [telltale(pattern, part) for part in parts(pattern)] == expected


PIECES = st.sampled_from(
    ["a", " ", r"\b", "[^.;]", "|", "(?:", "(?<!", "(?P<m>", ")", "?", "*", "{0,3}", r"\)", "{us}"]
)


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("(?<!)?")
def test_what_is_left_of_a_sound_pattern_is_sound(pattern: str) -> None:
    try:
        regex.compile(pattern)
    except regex.error:
        list(parts(pattern))  # says nothing wrong, and does not fall over
        return
    for part in parts(pattern):
        assert isinstance(part, Part)
        assert len(without(pattern, part)) < len(pattern)
        regex.compile(without(pattern, part))


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=14).map("".join), st.text("ab .|)?", max_size=8))
@example("{us}?", "")
def test_a_part_makes_no_difference_where_its_telltale_is_not(pattern: str, text: str) -> None:
    try:
        regex.compile(in_words(pattern))
    except regex.error:
        return
    for part in parts(pattern):
        sign = telltale(pattern, part)
        if sign is not None and not regex.search(in_words(sign), text):
            found, left = (
                [match.span() for match in regex.finditer(in_words(one), text)]
                for one in (pattern, without(pattern, part))
            )
            assert found == left


def in_words(pattern: str) -> str:
    """A pattern with its name in words, as the lexicon has it: to `regex` the braces are characters."""
    return pattern.replace("{us}", "(?:us)")
