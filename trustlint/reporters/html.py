"""`--output html`: one page that stands alone, for people who work with the macros and not with a terminal.

No script, nothing loaded, nothing sent: the page forbids it to itself. Filters are anchors (`:target`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, groupby
from typing import TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import element, escaped, write_markup
from trustlint.reporters.excerpts import marked
from trustlint.reporters.html_page import page
from trustlint.reporters.wording import cell, counted, effort, findings, title

WORST_FIRST = sorted(Severity, reverse=True)
CONTEXT = 400


def write(report: Report, out: TextIO, view: View) -> None:
    body = chain(head(report), filters(report), rules(report, view), ["<main>\n"], files(report), ["</main>\n"])
    write_markup(page(f"trustlint: {findings(report)}", body), out)


def head(report: Report) -> Iterator[str]:
    yield f"<header>\n<h1>{escaped(findings(report))}</h1>\n"
    clean = max(0, report.records - report.flagged_records)
    share = f"{counted(clean, 'record')} clean. " if report.diagnostics else ""
    yield f"<p>{share}{escaped(effort(report))}</p>\n"
    if report.all_errors:
        problems = counted(len(report.all_errors), "problem")
        yield f'<section class="unread"><h2>{problems}: not everything was checked</h2>\n'
        yield f"<ul>{''.join(f'<li>{escaped(str(error))}</li>' for error in report.all_errors)}</ul></section>\n"
    yield "</header>\n"


def filters(report: Report) -> Iterator[str]:
    """Targets stand before all that they hide; the links to them are in the navigation."""
    found = [severity for severity in WORST_FIRST if report.count(severity)]
    if not found:
        return
    yield "".join(f'<i id="only-{severity.name}"></i>' for severity in found) + '<i id="all"></i>\n<nav>\n'
    yield f'<a href="#all">all {len(report.diagnostics):,}</a>\n'
    for severity in found:
        link = f'<a class="{severity.name}" href="#only-{severity.name}">'
        yield f"{link}{counted(report.count(severity), severity.name)}</a>\n"
    yield "</nav>\n"


def rules(report: Report, view: View) -> Iterator[str]:
    """What was found how often, and why it matters."""
    counts = Counter[str]()
    worst: dict[str, Severity] = {}
    for (rule, severity), number in report.counts.items():
        counts[rule] += number
        worst[rule] = max(severity, worst.get(rule, severity))
    if not counts:
        return
    yield "<details><summary>What was found, by rule</summary>\n<table>\n"
    for rule, number in sorted(counts.items(), key=lambda each: (-worst[each[0]], -each[1], each[0])):
        known = (view.rules or {}).get(rule)
        why = f"<p>{escaped(known.why)}</p>" if known and known.why else ""
        better = f"<p><b>For example:</b> {escaped(known.rewrite)}</p>" if known and known.rewrite else ""
        name = f'<th scope="row" class="{worst[rule].name}">{escaped(title(rule))}<br><code>{escaped(rule)}</code></th>'
        yield f"<tr>{name}<td>{number:,}</td><td>{why}{better}</td></tr>\n"
    yield "</table></details>\n"


def files(report: Report) -> Iterator[str]:
    for path, of_file in groupby(report.diagnostics, lambda one: one.path):
        yield f"<section>\n<h2>{escaped(path)}</h2>\n"
        for _, of_record in groupby(of_file, lambda one: (one.record.route, one.record.id)):
            yield record(list(of_record))
        yield "</section>\n"


def record(found: list[Diagnostic]) -> str:
    """A record and what was found in it. Its class names the severities, for the filters."""
    kinds = " ".join(dict.fromkeys(f"has-{one.severity.name}" for one in found))
    name, number = found[0].record, found[0].record.id
    heading = escaped(name.title or f"{name.kind} {name.route}")
    known = f" <small>{escaped(name.kind)} {escaped(number or '')}</small>" if name.title else ""
    content = "".join(map(diagnostic, found))
    return f'<article class="{kinds}"><h3 dir="auto">{heading}{known}</h3>\n{content}</article>\n'


def diagnostic(one: Diagnostic) -> str:
    before, words, after = map(escaped, marked(one.excerpt, CONTEXT))
    language = one.record.language if re.fullmatch(r"[A-Za-z0-9-]{2,35}", one.record.language or "") else None
    sentence = element("blockquote", {"dir": "auto", "lang": language}, f"{before}<mark>{words}</mark>{after}")
    parts = [f"<p><b>{one.severity.name}</b> {escaped(one.message)}</p>"]
    if one.note:
        parts.append(f"<p>{escaped(one.note)}</p>")
    for label in one.labels:
        where = f"{label.path}, line {label.start.line}" if label.path else f"line {label.start.line}"
        parts.append(f'<p dir="auto">{escaped(label.text)} ({escaped(where)})</p>')
    if one.fix:
        parts.append(f'<p class="better" dir="auto"><b>{one.fix.label.capitalize()}:</b> {escaped(one.fix.title)}</p>')
    branch = f", in {escaped(one.branch)}" if one.branch else ""
    place = escaped(cell(one)) or f"line {one.start.line}, column {one.start.column}"
    place += branch
    parts.append(f'<p class="place"><code>{escaped(one.rule)}</code> {place}</p>')
    return f'<div class="{one.severity.name}">{sentence}\n{"".join(parts)}</div>\n'
