"""The page around the HTML report: its style, and a policy under which nothing else can act."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from trustlint.reporters.encoded import escaped

STYLE = """
:root { color-scheme: light dark; --text: #1d2126; --quiet: #5b6470; --page: #fff; --card: #f6f7f9; --line: #d9dde3;
  --error: #b3261e; --warning: #8a5a00; --suggestion: #0b6470; --mark: #ffe08a; --better: #1c6b34; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --quiet: #a0a8b3; --page: #15181c; --card: #1e2329;
  --line: #343b44; --error: #ff8a80; --warning: #f0b849; --suggestion: #63c7d6; --mark: #6b5200; --better: #7fd597; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 0 0 .75rem; }
header p, small, .place { color: var(--quiet); }
small, .place { font-size: .85rem; font-weight: normal; }
nav { position: sticky; top: 0; background: var(--page); padding: .5rem 0; }
nav a { display: inline-block; margin: 0 .35rem .35rem 0; padding: .15rem .8rem; border: 1px solid currentColor;
  border-radius: 1rem; color: var(--text); text-decoration: none; }
nav .error, th.error, .error > p:first-of-type > b { color: var(--error); }
nav .warning, th.warning, .warning > p:first-of-type > b { color: var(--warning); }
nav .suggestion, th.suggestion, .suggestion > p:first-of-type > b { color: var(--suggestion); }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
summary { cursor: pointer; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
td p { margin: 0 0 .25rem; }
code { font: .85em ui-monospace, monospace; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem;
  margin: 0 0 1rem; }
article > div + div { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 1rem; }
article p { margin: .35rem 0 0; }
blockquote { margin: 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: 0 .1rem; text-decoration: underline; }
.better > b { color: var(--better); }
.unread { border: 1px solid var(--error); border-radius: .5rem; padding: 0 1rem; margin-top: 1rem; }
.unread h2 { color: var(--error); border: 0; margin: .75rem 0 0; }
#only-error:target ~ main article:not(.has-error), #only-error:target ~ main article > div:not(.error),
#only-warning:target ~ main article:not(.has-warning), #only-warning:target ~ main article > div:not(.warning),
#only-suggestion:target ~ main article:not(.has-suggestion),
#only-suggestion:target ~ main article > div:not(.suggestion) { display: none; }
#only-error:target ~ main section:not(:has(.has-error)) { display: none; }
#only-warning:target ~ main section:not(:has(.has-warning)) { display: none; }
#only-suggestion:target ~ main section:not(:has(.has-suggestion)) { display: none; }
@media print { nav { display: none; } article { break-inside: avoid; } }
"""


def page(title: str, body: Iterable[str]) -> Iterator[str]:
    """A document around a body. Only the style above is allowed, by its hash; no script, image, form or frame."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    yield from body
    yield "</body>\n</html>\n"
