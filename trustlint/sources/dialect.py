"""Which placeholder syntaxes a page is written in: a page, unlike an export, does not say what sends it."""

from trustlint.patterns import lazy

_HELPSCOUT = lazy(r"\{%\s*[A-Za-z]+\.[A-Za-z]+(?:,fallback=[^%]*)?%\}")
_STATEMENT = lazy(r"\{%[-~+]?\s*[a-z]+\b(?!\.)")
_JINJA = lazy(r"\{%[-+]?\s*(?:block|blocktrans|blocktranslate|extends|trans|translate|set|macro|load)\b|\{#")
_HANDLEBARS = lazy(r"\{\{~?[#/^>!&]|\{\{~?else\b")
_MAGENTO = lazy(r"\{\{(?:var|depend|template|store|htmlescape|if)\s")
_ICU = lazy(r"(?<!\{)\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_BRACE = lazy(r"(?<![{$#%])\{[A-Za-z][\w.]*\}(?!\})|(?<![\w{$#%)\]])\{\d\}(?!\})")
_PERCENT = lazy(r"%\{|%%\w|%%\[|%\(\w+\)s|%\d*\$?[sd]\b")
_BLADE = lazy(r"\{!!|(?m:^[ \t]*+@(?:if|foreach|section|extends|component|lang)\b)")
_DOLLAR = lazy(r"\$\{")


def syntaxes(text: str) -> tuple[str, ...]:
    """The syntaxes that the text has signs of, and human fill-ins, which may be anywhere."""
    found = list(_curly(text))
    if _BLADE.search(text):
        found = ["blade"]
    if "<%" in text:
        found.append("erb")
    if "[%" in text:
        found.append("toolkit")
    if "*|" in text:
        found.append("mailchimp")
    if "{!" in text:
        found.append("salesforce")
    if "#{" in text:
        found.append("hash")
    if _DOLLAR.search(text):
        found.append("dollar")
    if _PERCENT.search(text):
        found.append("percent")
    return (*found, "fill_in")


def _curly(text: str) -> tuple[str, ...]:
    """The many languages that begin with `{`."""
    if "{" not in text:
        return ()
    if _HELPSCOUT.search(text) and not _STATEMENT.search(text):
        return ("helpscout", "liquid")
    if _ICU.search(text):
        return ("icu",)
    if "{{" not in text and "{%" not in text:
        return ("brace",) if _BRACE.search(text) else ()
    if "{%" not in text and _MAGENTO.search(text):
        return ("magento",)
    if "{%" not in text and _HANDLEBARS.search(text):
        return ("handlebars",)
    name = "jinja" if _JINJA.search(text) else "liquid"
    # Some shops put their own slots into what a template engine has made.
    return (name, "brace") if _BRACE.search(text) else (name,)
