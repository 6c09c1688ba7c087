from trustlint import masks
from trustlint.sources.templates import mask, tokens


def masked(value: str) -> str:
    return mask(value, tokens(value, ["liquid"]))


def test_nobody_writes_a_mask_by_hand() -> None:
    assert masked(f"by {masks.DATE}") == "by \ufffd"
    assert masked(f"{{{{ x | default: '{masks.DATE}' }}}}").count(masks.DATE) == 0


def test_text_stays() -> None:
    assert masked("No template here.") == "No template here."
    assert masked("{% raw %}{{x}}{% endraw %}") == masks.TAG * 9 + "{{x}}" + masks.TAG * 12


def test_a_mask_says_what_it_hides() -> None:
    assert masked("by {{due_date}}") == "by " + masks.DATE * 12
    assert masked("Hi {{name}}") == "Hi " + masks.NAME * 8
    assert masked("{{amount}}") == masks.MONEY * 10
    assert masked("{{x}}") == masks.OTHER * 5
    assert masked("{% if x %}a") == masks.TAG * 10 + "a"
    assert mask("[DATE]", tokens("[DATE]", ["fill_in"])) == masks.FILL_IN * 6


def test_a_fallback_is_read() -> None:
    assert masked("{{ name | default: 'there' }}") == masks.NAME * 20 + "there" + masks.NAME * 4
