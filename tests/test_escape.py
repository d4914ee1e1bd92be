"""Text in every kind of output, read back with a real reader of its format: shown exactly as typed."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import markdown
import pytest

from outside import outside
from test_manifest import MANIFEST, rows_that_want
from vecina.report.escape import as_annotation, as_csv, as_html, as_json, as_log, as_markdown, as_property
from vecina.yamlmap import read

OWN = [
    "plain",
    "a & b < c > d \" e ' f",
    "=1+1",
    "| a | b |",
    "**bold** _x_ `y` ~z~ #1 @all",
    "x\n\ny",
    "é 李 مرحبا 👩🏽‍⚖️",
    "a;b,c\\d",
    "{{ x }} {% y %}",
    "needle <img src=x onerror=alert(1)>",
]


def texts() -> list[str]:
    """Our own odd texts and those of the manifest that must be shown as typed."""
    if not MANIFEST.is_file():
        return OWN
    found = []
    for row in rows_that_want("escape"):
        data = read((outside("hostile") / row.values[0]["file"]).read_bytes(), "f").data
        found.append(data.get("title") or data["notes"])
    return OWN + found


class Text(HTMLParser):
    """The text of an HTML fragment, line breaks as line ends, and every tag that is not ours."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.foreign: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text += "\n"
        elif tag not in ("p", "table", "thead", "tbody", "tr", "td", "th", "h1", "ul", "li"):
            self.foreign.append(tag)

    def handle_comment(self, data: str) -> None:
        self.foreign.append("comment")


def shown(html: str) -> tuple[str, list[str]]:
    parser = Text()
    parser.feed(html)
    parser.close()
    return parser.text, parser.foreign


@pytest.mark.parametrize("text", texts())
def test_html_shows_it_and_nothing_of_it_acts(text: str) -> None:
    assert shown(f"<p>{as_html(text)}</p>") == (text, [])
    assert shown(f'<p title="{as_html(text)}">x</p>') == ("x", [])


@pytest.mark.parametrize("text", texts())
@pytest.mark.parametrize("frame", ["{}", "# {}", "- {}", "| a | b |\n| - | - |\n| {} | c |"])
def test_markdown_shows_it_and_nothing_of_it_acts(text: str, frame: str) -> None:
    page = markdown.markdown(
        frame.format(as_markdown(text)) if "{}" in frame else frame, extensions=["tables", "attr_list", "md_in_html", "def_list"]
    )
    got, foreign = shown(page)
    assert foreign == []
    assert " ".join(text.split()) in " ".join(got.split())


@pytest.mark.parametrize("text", texts())
def test_csv_gives_it_back_and_no_cell_is_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv([["name", "text"], ["m", text]]), newline="")))
    assert rows[1][1].removeprefix("'") == text.removeprefix("'")
    assert rows[1][1][:1] not in ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@pytest.mark.parametrize("text", texts())
def test_json_gives_it_back_and_fits_into_a_script(text: str) -> None:
    out = as_json({"text": text})
    assert json.loads(out) == {"text": text}
    assert "</" not in out
    assert "<!--" not in out


@pytest.mark.parametrize("text", texts())
def test_a_log_line_is_one_line_and_no_command(text: str) -> None:
    out = as_log(text)
    assert "\n" not in out
    assert "::" not in out
    assert "##[" not in out
    assert out.isprintable() or "\u200b" in out


@pytest.mark.parametrize("text", texts())
def test_an_annotation_gives_it_back_in_one_line(text: str) -> None:
    def decoded(out: str) -> str:
        for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            out = out.replace(code, sign)
        return out

    assert decoded(as_annotation(text)) == text or "%0A" in text
    assert "\n" not in as_annotation(text)
    assert not {":", ",", "\n"} & set(as_property(text))
