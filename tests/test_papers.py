"""Our Markdown as a page and as a Word file: each construct arrives in both, and nothing that people typed acts there."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document
from hypothesis import given, strategies as st

from vecina.papers import as_docx, as_html
from vecina.papers.blocks import Run
from vecina.papers.parse import parse
from vecina.papers.runs import Unknown
from vecina.papers.word_table import kept, widths
from vecina.report.allowed import source_of
from vecina.report.escape import as_markdown, as_prose

HOSTILE = [
    "    code",
    "<script>alert(1)</script>", "a | b", "[x](javascript:alert(1))", "*b* _i_ `c`", "- [x] ticked", "# one", "1. one", "---",
    "&amp; & &#60;", "<br>", "______", "![x](https://example.org/x.png)", "> quoted", "a\\*b", "{{ 7 * 7 }}", "~~x~~", "+ plus",
    "</style>",
    "a_b@example.org", "https://example.org/?a=1&b=2", "R&D", "x" * 300, "\u202egnp", "Ñandú, O'Neil & “Co.”",
]  # fmt: skip


class Text(HTMLParser):
    """The words in the main part of a page, and the tags around them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags = "", list[str]()
        self.feed(page.partition("<main>")[2].partition("</main>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.words += data


def opened(text: str, title: str = "A title") -> Any:
    """The Word file of a text, as a word processor opens it."""
    return Document(io.BytesIO(as_docx(text, title)))


def both(text: str) -> tuple[list[str], list[str]]:
    """The words of each paragraph: of the page, and of the file."""
    page = Text(as_html(text, "A title")).words
    return [line for line in page.split("\n") if line.strip()], [line.text for line in opened(text).paragraphs if line.text]


def styles(text: str) -> list[tuple[str, str]]:
    """The style and the words of each paragraph of the file."""
    return [(line.style.name, line.text) for line in opened(text).paragraphs if line.text]


def test_headings_are_real_headings() -> None:
    text = "# One\n\n## Two\n\n### Three\n\nplain\n"
    assert Text(as_html(text, "t")).tags == ["h1", "h2", "h3", "p"]
    assert styles(text) == [("Heading 1", "One"), ("Heading 2", "Two"), ("Heading 3", "Three"), ("Normal", "plain")]


def test_bold_italic_and_code_are_marked() -> None:
    text = "a **b *c*** `d<e`\n"
    assert "<strong>b </strong><strong><em>c</em></strong> <code>d&lt;e</code>" in as_html(text, "t")
    runs = {run.text: (run.bold, run.italic, run.font.name) for run in opened(text).paragraphs[0].runs}
    assert runs["c"] == (True, True, None)
    assert runs["d<e"] == (None, None, "Consolas")


def test_a_link_can_be_followed_on_the_page_and_read_on_paper() -> None:
    text = "[the court](https://example.org/?a=1&b=2) and <you@example.org>\n"
    page = as_html(text, "t")
    assert '<a href="https://example.org/?a=1&amp;b=2">the court</a>' in page
    assert '<a class="bare" href="mailto:you@example.org">you@example.org</a>' in page
    assert styles(text) == [("Normal", "the court (https://example.org/?a=1&b=2) and you@example.org")]


def test_lists_keep_their_signs_their_numbers_and_what_is_below() -> None:
    text = "- one\n    - below\n\n1. first\n2. second\n\nand\n\n1. again\n"
    assert Text(as_html(text, "t")).tags == ["ul", "li", "ul", "li", "ol", "li", "li", "p", "ol", "li"]
    lines = [line for line in opened(text).paragraphs if line.style.name.startswith("List")]
    assert [line.style.name for line in lines] == ["List Bullet", "List Bullet", "List Number", "List Number", "List Number"]
    marks = [(line._p.pPr.numPr.numId.val, line._p.pPr.numPr.ilvl.val) for line in lines]
    assert [level for _, level in marks] == [0, 1, 0, 0, 0]
    assert marks[2] == marks[3] != marks[4]  # the second list begins with 1 again


def test_a_box_is_ticked_or_not() -> None:
    text = "- [ ] open\n- [x] done\n"
    page = as_html(text, "t")
    assert [line.strip() for line in Text(page).words.split("\n") if line.strip()] == ["☐open", "☑done"]
    assert 'aria-label="open:"' in page
    assert [words for _, words in styles(text)] == ["☐\topen", "☑\tdone"]


def test_a_table_has_a_head_that_comes_again_and_numbers_on_the_right() -> None:
    text = "| What | Hours |\n| --- | ---: |\n| Review | 1.5 |\n"
    page = as_html(text, "t")
    assert '<th scope="col" class="short">What</th><th scope="col" class="right short">Hours</th>' in page
    assert '<td class="right short">1.5</td>' in page
    table = opened(text).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["What", "Hours"], ["Review", "1.5"]]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_a_short_table_stays_on_one_page_and_a_long_one_leaves_no_row_alone() -> None:
    assert [kept(3), kept(12)] == [[0, 1], [0, 1, 2, 9, 10]]
    for rows, whole in ((2, True), (20, False)):
        text = "| What | Hours |\n| --- | ---: |\n" + "| Review | 1.5 |\n" * rows
        assert ('<div class="wide whole">' in as_html(text, "t")) is whole
        with_next = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in opened(text).tables[0].rows]
        assert [place for place, keep in enumerate(with_next) if keep] == kept(rows + 1)


def test_columns_are_as_wide_as_they_need() -> None:
    """A day with a mark stays in one line, a column of boxes keeps its heading, an address is not torn."""
    runs = [tuple((Run(text),) for text in line) for line in (
        ("Due", "Step", "Who", "Done"), ("Wed 25 Nov 2026 †", "Medical or psychological evaluation", "Attorney and mentor", "☐"),
    )]  # fmt: skip
    due, *_, done = widths(runs)
    assert (due > 1.4, done >= 0.65) == (True, True)
    two = [
        tuple(
            (Run(text),)
            for text in ("Languages", "rodrigo.castellanos@example.org", "From Mon 21 Dec 2026 to Mon 4 Jan 2027 " * 2)
        )
    ]
    assert widths(two)[1] > 2.5


def test_a_table_with_an_empty_head_has_headings_at_the_side() -> None:
    text = "| | |\n| --- | --- |\n| Case | c-7k3q9 |\n"
    assert '<tr><th scope="row" class="short">Case</th><td class="short">c-7k3q9</td></tr>' in as_html(text, "t")
    assert [cell.text for cell in opened(text).tables[0].rows[0].cells] == ["Case", "c-7k3q9"]


def test_a_line_to_sign_on_reaches_the_margin() -> None:
    text = "Signature ______________________________ Date ______________\n"
    assert as_html(text, "t").count('class="fill') == 2
    line = opened(text).paragraphs[0]
    assert line.text == "Signature \t Date \t"
    assert [round(stop.position.inches, 1) for stop in line.paragraph_format.tab_stops] == [4.4, 6.5]


def test_breaks_and_lines_across() -> None:
    assert both("a  \nb<br>c\n\n---\n\nd\n") == (["a", "b", "c", "d"], ["a\nb\nc", "d"])


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("escape", [as_markdown, as_prose])
def test_a_value_shows_as_it_was_typed(value: str, escape: Any) -> None:
    """At the beginning of a line, inside one, in an item and in a cell: the words arrive, and no tag and no list does."""
    shown = escape(value)
    text = f"{shown}\n\nBegin {shown} end\n\n- {shown}\n\n| A |\n| --- |\n| {shown} |\n"
    page = Text(as_html(text, "t"))
    assert page.tags == ["p", "p", "ul", "li", "div", "table", "thead", "tr", "th", "tbody", "tr", "td"]
    typed = " ".join(value.split())
    assert " ".join(page.words.split()) == f"{typed} Begin {typed} end {typed} A {typed}"
    file = opened(text)
    words = [*(line.text for line in file.paragraphs), *(cell.text for row in file.tables[0].rows for cell in row.cells)]
    assert [" ".join(line.split()) for line in words if line] == [typed, f"Begin {typed} end", typed, "A", typed]


@given(st.text(st.sampled_from("ab1 *_`[]()<>&#;|-+.!~\\:/@x\"'{}=^$\n\t"), max_size=40))
def test_no_value_acts(value: str) -> None:
    shown = f"{as_prose(value)} Z\n\n- {as_prose(value)} Z"
    page = Text(as_html(shown, "t"))
    assert [tag for tag in page.tags if tag != "br"] == ["p", "ul", "li"]
    assert "".join(page.words.split()) == "".join(f"{value}Z{value}Z".split())


def test_html_in_a_text_stays_text() -> None:
    page = as_html("<b onclick=x>raw</b>\n\n<script>alert(1)</script>\n", "t")
    assert Text(page).tags == ["p", "p"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "text",
    ["> quote", "#### four", "![x](https://example.org/x.png)", "[x](javascript:alert(1))", "[x](data:text/html,x)",
     "- a\n    - b\n        - c"],
)  # fmt: skip
def test_what_documents_do_not_use_is_our_mistake(text: str) -> None:
    with pytest.raises(Unknown):
        parse(text)


def test_a_page_loads_nothing_and_allows_its_own_style_alone() -> None:
    page = as_html("x\n", 'A "title" </style>, 2')
    style = re.findall("<style>(.*?)</style>", page, re.DOTALL)[0]
    assert f"default-src 'none'; style-src {source_of(style)}; base-uri 'none'; form-action 'none'" in page
    assert not re.search(r"<script|<link|src=|url\(|@import", page)
    assert page.count("</style>") == 1
    assert "<title>A &quot;title&quot; &lt;/style&gt;, 2</title>" in page


def test_the_language_is_said() -> None:
    assert '<html lang="es">' in as_html("x\n", "t", "es")


def test_the_same_text_is_the_same_file() -> None:
    text = "# One\n\n- a\n\n1. b\n\n| A |\n| --- |\n| b |\n"
    raw = as_docx(text, "t")
    assert raw == as_docx(text, "t")
    entries = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename]


def test_a_file_says_its_title_and_no_person() -> None:
    file = opened("x\n", "A title")
    core = file.core_properties
    assert (core.title, core.author, core.last_modified_by, core.comments, core.language) == ("A title", "", "", "", "en-US")
    foot = file.sections[0].footer.paragraphs[0]
    assert foot.text.startswith("A title\tPage ")
    fields = foot._p.xpath("./w:fldSimple")
    assert [field.get(field.nsmap["w"].join("{}") + "instr") for field in fields] == [" PAGE ", " NUMPAGES "]
    assert (file.sections[0].page_width.inches, file.sections[0].page_height.inches) == (8.5, 11)
