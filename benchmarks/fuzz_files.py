"""Whole files of kinds that `examples/` has none of."""

import io
import zipfile

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIL = """From: Support <help@shop.example>
To: ada@example.org
Subject: =?utf-8?q?Your_refund_=E2=80=93_soon?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8; format=flowed

Hi Ada, your refund will=20
arrive tomorrow.

> where is it?
--
Sam
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>Hi Ada,</p><p>your refund=
 will arrive tomorrow. It&rsquo;s caf=E9 money.</p><blockquote>where is it?</blockquote>
--b--
"""
_TEXTS = {
    "locale/mail.properties": "order_mailer.subject=Your refund\norder_mailer.body : \\\n   it''s on its way\\u2026\n",
    "en.lproj/Mail.strings": '/* sent */\n"emails.refund" = "Hi %@, your refund\\nis \\U2019on its way\\".";\n',
    "replies.tsv": 'id\ttitle\tbody\n1\tRefund\t"We always pay.\nAlways."\n2\tLate\tIt\'s late, {{name}}\n',
    "sep.csv": 'sep=;\ntitle;body_html;language\nRefund;"<p>We ""always"" pay, {{name}}.</p>";en\n',
    "box.mbox": f"From help@shop.example Mon Jan  5 10:00:00 2026\n{_MAIL}\n>From now on.\n\n"
    f"From help@shop.example Tue Jan  6 10:00:00 2026\n{_MAIL}",
    "emails/order.blade.php": "@if ($late)\n<p>{{ __('Late, :a', ['a' => $a]) }}</p>\n@else\n<p>Well.</p>\n@endif\n",
    "emails/order.tt2": "Subject: Your order\n\n[% IF late %]We are late.[% ELSE %]It comes today.[% END %]\n",
    "emails/order.tpl": "<p>Hi {$name|default:'you'}, {if $late}it is late{else}it comes{/if}. {* note *}</p>\n",
    "emails/order.hbs": "<p>Hi {{name}}, {{#if late}}late{{else}}it comes today{{/if}}. {{! note }}{{> part}}</p>\n",
    "emails/order.html": "<html><!--@subject Your order @--><p>{{depend a}}We always ship{{/depend}}</p></html>\n",
    "emails/order.j2": "Hi {{ name|default('there') }},\n{% trans %}we always ship{% endtrans %}{# note #}\n",
    "macros/replies.md": "# R\n\n## Refund\n**Subject:** Yours\n\n```text\nHi [Name], it's *coming*.\n```\n\n> a\n",
    "locales/en.json": '{"emails": {"late": "<1>Hi</1> {{name}}, $t(a.b)", "n": "{n, plural, one {a day} other {#}}", '
    '"b": {"defaultMessage": "By :date, @:c.d {\'@\'}", "description": "x"}}}\n',
    "emails/late.html.erb": "<p><%= _('By {{due_date}} ' \\\n 'we call %{name}.', a: 1) %></p><p>We did 🎉🎉.</p>\n",
    "watson.json": '{"dialog_nodes": [{"output": {"text": {"values": ["Hi <? a ?>, $b."]}}, "dialog_node": "a"}]}',
}


def made() -> dict[str, bytes]:
    """Files by name."""
    texts = {name: text.encode() for name, text in _TEXTS.items()}
    return {**texts, "macros.docx": _document(), "macros.xlsx": _workbook()}


def _document() -> bytes:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r><w:r><w:tab/></w:r></w:p>'
        for style, text in (("H", "Refund"), ("N", "We always pay &amp; never wait."), ("N", "{{name}}"))
    )
    styles = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    styles += '<w:style w:styleId="N"><w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    fields = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' + text
        for kind, text in (("begin", ""), ("separate", "<w:r><w:t>«Name»</w:t></w:r>"), ("end", ""))
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>never</w:t></w:r><w:del><w:r><w:t>never</w:t></w:r></w:del>"
    paragraphs += f"<w:p>{fields}{hidden}<w:r><w:t>, hi.</w:t></w:r></w:p>"
    return _packed(
        {
            "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{_RELATIONS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_WORD}><w:body>{paragraphs}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        }
    )


def _workbook() -> bytes:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{2 * row - 2}</v></c><c r="B{row}" t="s"><v>{2 * row - 1}</v></c></row>'
        for row in (1, 2)
    )
    shared = "".join(f"<si><t>{text}</t></si>" for text in ("Title", "Body", "Refund"))
    sheets = '<sheets><sheet name="A" state="visible" r:id="r1"/></sheets>'
    relation = f'<Relationship Id="r1" Type="{_RELATIONS}/worksheet" Target="worksheets/s1.xml"/>'
    return _packed(
        {
            "xl/workbook.xml": f'<workbook {_SHEET} xmlns:r="{_RELATIONS}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relation}</Relationships>",
            "xl/sharedStrings.xml": f"<sst {_SHEET}>{shared}<si><r><t>We </t></r><r><t>pay._x000D_</t></r></si></sst>",
            "xl/worksheets/s1.xml": f"<worksheet {_SHEET}><sheetData>{cells}</sheetData></worksheet>",
        }
    )


def _packed(members: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()
