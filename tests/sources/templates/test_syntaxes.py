"""Each other family: what is no token, then its placeholders, fallbacks, blocks and comments."""

# ruff: noqa: E501 (one case a line reads as a table)

import pytest

from trustlint.sources.templates import SYNTAXES, tokens


def shown(value: str, syntax: str) -> list[tuple[str, str, list[str]]]:
    """Kind (a placeholder's own kind), name or keyword, fallbacks."""
    return [
        (
            token.placeholder if token.kind == "placeholder" else token.kind,
            token.name if token.kind == "placeholder" else token.keyword,
            [text.of(value) for text in token.fallbacks],
        )
        for token in tokens(value, [syntax])
    ]


@pytest.mark.parametrize(
    ("syntax", "value"),
    [
        ("helpscout", "{% if vip %} {% customer %x"),
        ("percent", "20% discount, 5%s, 100% sure, https://example.com/%2f%20s, 50%-60%"),
        ("hash", "#1 and # {x} and #{ }"),
        ("dollar", "$50, US$ 20, $USD 3, A$AP, $t(key), costs $"),
        ("brace", '{"a": 1} {color:red} {{x}} {see the note, below} ${x} #{x} {\nname}'),
        ("salesforce", "{x} {{y}} [z] [[two words]] {! }"),
        ("mailchimp", "*bold* |pipe| *|| *|1|*"),
        ("erb", "a < b % c > d, <%% literal %>"),
        ("handlebars", r"\{{escaped}} { {x} }"),
        ("smarty", "{ if } {color:red} {iffy}"),
        ("blade", "me@example.com, @someone, @{{ literal }}"),
        ("toolkit", "[ % x % ] 5 [percent]"),
        ("magento", "{var x} { {var x} }"),
        ("jinja", "{ # x # } { { y } }"),
        ("laravel", "10:30, https://a.b, Note:this, Class::name, :smile: and :-)"),
        ("linked", "me@example.com, $50, @someone: hi, 1 < 2 > 0, <b>x</b>, {'a': {}}"),
        ("word", "« un mot », «deux mots», <<x>>, «»"),
    ],
)
def test_prose_stays_prose(syntax: str, value: str) -> None:
    assert shown(value, syntax) == []


@pytest.mark.parametrize(
    ("syntax", "value", "expected"),
    [
        ("helpscout", "{%customer.firstName,fallback=there%}", [("name", "customer.firstName", ["there"])]),
        ("helpscout", "{%user.fullName,fallback=%}", [("name", "user.fullName", [""])]),
        ("helpscout", "{%conversation.number%}", [("other", "conversation.number", [])]),
        ("percent", "%{ticket.name.first}", [("name", "ticket.name.first", [])]),
        ("percent", "%{my_name,fallback:there}", [("name", "my_name", ["there"])]),
        ("percent", "%s and %1$s", [("other", "", []), ("other", "", [])]),
        ("percent", "%(due_date)s", [("date", "due_date", [])]),
        ("percent", "%due_date%", [("date", "due_date", [])]),
        ("percent", "%%First Name%%", [("name", "First Name", [])]),
        ("percent", "%%[IF @vip THEN]%%a%%[ELSE]%%b%%[ENDIF]%%", [("open", "if", []), ("branch", "else", []), ("close", "if", [])]),
        ("percent", "%%[SET @x = 'We promise it']%%", [("statement", "script", ["We promise it"])]),
        ("laravel", "Dear :name, by :Due_Date (:count)", [("name", "name", []), ("date", "Due_Date", []), ("other", "count", [])]),
        ("linked", "$t(a.b) @:c.d @.lower:e @:(f), {'@'}<1>x</1>", [("other", "a.b", []), ("other", "c.d", []), ("other", "e", []), ("other", "f", []), *[("raw", "'", [])] * 2, *[("statement", "tag", [])] * 2]),
        ("word", "«First_Name» «Due_Date»", [("name", "First_Name", []), ("date", "Due_Date", [])]),
        ("hash", "#{ticket.customer.firstname}", [("name", "ticket.customer.firstname", [])]),
        ("dollar", "${object.name or 'there'}", [("name", "object.name", ["there"])]),
        ("dollar", "$session.params.due_date.", [("date", "session.params.due_date", [])]),
        ("brace", "{slot} {0} {amount:.2f}", [("other", "slot", []), ("other", "0", []), ("money", "amount", [])]),
        ("salesforce", "{!Contact.FirstName}", [("name", "Contact.FirstName", [])]),
        ("salesforce", '{!IF(Case.IsClosed, "closed", "open")}', [("other", "Case.IsClosed", ["closed", "open"])]),
        ("salesforce", '{!IF(Case.Tier = "gold", "now", "later")}', [("other", "Case.Tier", ["now", "later"])]),
        ("salesforce", "{{{Recipient.Name}}} [[SURVEY_URL]]", [("name", "Recipient.Name", []), ("other", "SURVEY_URL", [])]),
        ("mailchimp", "*|FNAME:there|*", [("name", "FNAME", ["there"])]),
        ("mailchimp", "*|IF:VIP|*a*|ELSE:|*b*|END:IF|*", [("open", "if", []), ("branch", "else", []), ("close", "if", [])]),
        ("mailchimp", "*|LIST:ADDRESSLINE|*", [("other", "LIST:ADDRESSLINE", [])]),
        ("jinja", "{{ user.name or 'there' }}", [("name", "user.name", ["there"])]),
        ("jinja", "{{ vip ? 'Always first' : 'later' }}", [("other", "vip", ["Always first", "later"])]),
        ("jinja", "{{ 'a' if b == 'c' else 'd' }}", [("other", "", ["a", "d"])]),
        ("jinja", "{% trans 'We promise' %}", [("other", "trans", ["We promise"])]),
        ("jinja", "{% trans %}x{% endtrans %}", [("open", "trans", []), ("close", "trans", [])]),
        ("jinja", "{# don't #}{% set x = 1 %}", [("comment", "#", []), ("statement", "set", [])]),
        ("jinja", "{% set x %}a{% endset %}", [("open", "set", []), ("close", "set", [])]),
        ("handlebars", "{{!-- a }} b --}}{{! c }}", [("comment", "!", []), ("comment", "!", [])]),
        ("handlebars", "{{#if vip}}a{{else}}b{{/if}}", [("open", "if", []), ("branch", "else", []), ("close", "if", [])]),
        ("handlebars", "{{#x}}a{{/x}} {{^x}}b{{/x}}", [("open", "x", []), ("branch", "else", []), ("close", "x", [])]),
        ("handlebars", '{{t "Always on time"}}', [("other", "t", ["Always on time"])]),
        ("handlebars", '{{insert firstName "default=there"}}', [("name", "firstName", ["there"])]),
        ("handlebars", '{{formatDate sent "MMM d"}}', [("date", "sent", [])]),
        ("erb", '<%= @user.name || "there" %>', [("name", "@user.name", ["there"])]),
        ("erb", '<%= link_to "Always free", url, class: "big button" %>', [("other", "link_to", ["Always free"])]),
        ("erb", "<%= t('.promise') %>", [("other", "t", [])]),
        ("erb", "<%# don't %><% if x > 3 %>a<% else %>b<% end %>", [("comment", "#", []), ("open", "if", []), ("branch", "else", []), ("close", "", [])]),
        ("erb", "<% items.each do |i| %>a<% end %>", [("open", "do", []), ("close", "", [])]),
        ("toolkit", "[% IF x %]a[% ELSE %]b[% END %]", [("open", "if", []), ("branch", "else", []), ("close", "", [])]),
        ("toolkit", "[% # note\n %][% %][% IF x # note %]", [("comment", "#", []), ("comment", "#", []), ("open", "if", [])]),
        ("toolkit", "[% a = 'Arial, sans-serif' b = 'width: ${ w }px; color: $c;' c = 'align=\"top\" x' %]", [("statement", "", [])]),
        ("toolkit", "[%# note %][% due_date | html %]", [("comment", "#", []), ("date", "due_date", [])]),
        ("magento", "{{var order.increment_id}}", [("other", "order.increment_id", [])]),
        ("magento", "{{depend x}}a{{/depend}}", [("open", "depend", []), ("close", "depend", [])]),
        ("magento", '{{trans "We promise %name" name=$x}}', [("other", "x", ["We promise %name"])]),
        ("smarty", "{$x|default:'there'}{l s='Always free'}", [("other", "x", ["there"]), ("other", "l", ["Always free"])]),
        ("smarty", "{if $a}x{else}y{/if}{* {$no} *}", [("open", "if", []), ("branch", "else", []), ("close", "if", []), ("comment", "*", [])]),
        ("blade", "{{ $user->name ?? 'there' }}", [("name", "user.name", ["there"])]),
        ("blade", "@if ($x(1)) a @else b @endif {{-- no --}}", [("open", "if", []), ("branch", "else", []), ("close", "if", []), ("comment", "--", [])]),
    ],
)  # fmt: skip
def test_tokens(syntax: str, value: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert shown(value, syntax) == expected


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_syntax_names_its_openers(syntax: str) -> None:
    assert tokens("Nothing here that is a template, not even a bracket.", [syntax]) == []
