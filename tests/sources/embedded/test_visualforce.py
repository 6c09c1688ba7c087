"""Visualforce as what its components print."""

import pytest

from trustlint.sources.embedded import opened


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>Dear {!x},</p>", "<p>Dear {!x},</p>"),
        ("<c:Footer/><apex:stylesheet value='a.css'/>Hi", "Hi"),
        ('<apex:outputLink value="https://a.example">here</apex:outputLink>', "here"),
        ('Dear <apex:outputText value="{!contact.Name}"/>,', "Dear {!contact.Name},"),
        ('<apex:outputText value="Thanks" rendered="{!a}"/>', "{% if a %}Thanks{% endif %}"),
        ('<apex:outputPanel rendered="{!a &amp;&amp; b}">A</apex:outputPanel>', "{% if a && b %}A{% endif %}"),
        (
            '<apex:repeat value="{!xs}" var="x"><li>{!x}</li></apex:repeat>',
            "{% for x in xs %}<li>{!x}</li>{% endfor %}",
        ),
        (
            '<messaging:emailTemplate subject="Hi"><messaging:plainTextEmailBody>A\nB</messaging:plainTextEmailBody>',
            "<p>Hi</p><pre>A\nB</pre>",
        ),
    ],
)
def test_components(text: str, read: str) -> None:
    assert opened("visualforce", text).text == read
