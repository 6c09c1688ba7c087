import pytest

from trustlint.sources.dialect import syntaxes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("no placeholder at all: 100% {sure}? no", ("brace", "fill_in")),
        ("nothing here", ("fill_in",)),
        (r"\d{2}, (a|b){3}, {10}, {a, b, c}", ("fill_in",)),
        ("Hi {{customer.name}}", ("liquid", "fill_in")),
        ("{% if vip %}a{% endif %}", ("liquid", "fill_in")),
        ("Hi {%customer.firstName,fallback=there%}", ("helpscout", "liquid", "fill_in")),
        ("{{#if vip}}a{{/if}}", ("handlebars", "fill_in")),
        ("{# note #}{{ x }}", ("jinja", "fill_in")),
        ("Hi %{recipient.name}", ("percent", "fill_in")),
        ("Hi <%= name %>", ("erb", "fill_in")),
        ("Hi [% name %]", ("toolkit", "fill_in")),
        ("Hi *|FNAME|*", ("mailchimp", "fill_in")),
        ("Hi #{ticket.customer.firstname}", ("hash", "fill_in")),
        ("Hi {!Contact.Name}", ("salesforce", "fill_in")),
        ("Hi {firstname}", ("brace", "fill_in")),
        ("Hi {0}", ("brace", "fill_in")),
        ("Hi {name}, {n, plural, one {a day} other {{n} days}}", ("icu", "fill_in")),
        ("Order #{{var order.id}}", ("magento", "hash", "fill_in")),
    ],
)
def test_the_syntax_of_a_page_by_its_signs(text: str, names: tuple[str, ...]) -> None:
    assert syntaxes(text) == names
