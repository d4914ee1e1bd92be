"""What must never be published is found in a built site, however it is written, and no word of it is repeated."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from programs import MINI, copy_of, vecina

PAGE = "<!doctype html>\n<p>General information.</p>\n<p>{}</p>\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one page that may be published."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format("Write to admin@example.org."), encoding="utf-8")
    return folder


LEAKS = {
    "A012345678": "what looks like an A-number",
    "A 012-345-678": "what looks like an A-number",
    "A&#48;12 345 678": "what looks like an A-number",
    "A0\u200b12345678": "what looks like an A-number",
    "Ａ０１２３４５６７８": "what looks like an A-number",
    "c-7k3q9": "the id of a case",
    "C-7K3Q9": "the id of a case",
    "c-<b>7k3q9</b>": "the id of a case",
    "cases/c-7k3q9.html": "the id of a case",
    '{"case": "\\u0063-7k3q9"}': "the id of a case",
    "m-canary": "the id of a mentor",
    '<a href="mentors/m-canary/">her</a>': "the id of a mentor",
    '<a href="https://host.example.org/data/attorneys/a-canary.yml">': "the id of an attorney",
    "attorney: a-canary": "the id of an attorney",
    "o-canary": "the id of an organization",
    "canary@lawfirm.com": "an e-mail address that is not the program's",
    "canary&#64;lawfirm.com": "an e-mail address that is not the program's",
    '<a href="mailto:canary%40lawfirm.com">': "an e-mail address that is not the program's",
}


@pytest.mark.parametrize("written", LEAKS)
def test_what_must_not_be_published_is_found_by_its_form_alone_and_not_repeated(site: Path, written: str) -> None:
    (site / "page.html").write_text(PAGE.format(written), encoding="utf-8")
    found = vecina(f"scan {site}", without_people(site.parent))
    assert found.exit_code == 1
    assert found.output.splitlines()[0] == f"page.html:3 {LEAKS[written]}"
    assert not any(word in found.output for word in ("canary", "7k3q9", "7K3Q9", "345"))


def without_people(folder: Path) -> Path:
    """The miniature program as a sparse checkout has it: the law and the settings."""
    root = copy_of(folder)
    for name in ("cases", "mentors", "attorneys", "organizations"):
        for path in (root / "data" / name).iterdir():
            path.unlink()
    return root


FINE = (
    "admin@example.org",
    "you@example.org",
    "Fraud.Program@usdoj.gov",
    '<h2 id="a-number"><a href="glossary.html#a-number">A-number</a></h2>',
    '<a href="https://law.example.org/a-guide-to-asylum">guide</a>',
    "text.match(/[a-z]+/g)",
    "md-content c-level 2026-11-24 U+1F600",
)


@pytest.mark.parametrize("written", FINE)
def test_what_only_looks_like_it_is_let_through(site: Path, written: str) -> None:
    (site / "page.html").write_text(PAGE.format(written), encoding="utf-8")
    found = vecina(f"scan {site}", MINI)
    assert (found.exit_code, found.output) == (0, "2 files, nothing found.\n")


NAMES = {
    "Lucía Ibarra": "the name of a mentor",
    "LUCIA   IBARRA": "the name of a mentor",
    "<b>Lucía</b> <i>Ibarra</i>": "the name of a mentor",
    "<td>Lucía</td><td>Ibarra</td>": "the name of a mentor",
    "Ibarra, Lucía": "the name of a mentor",
    '{"text": "Luc\\u00eda Ibarra"}': "the name of a mentor",
    "a-finch is her attorney": "the id of an attorney",
    '<h2 id="a-finch">': "the id of an attorney",
}


@pytest.mark.parametrize("written", NAMES)
def test_where_the_records_lie_the_people_in_them_are_found(site: Path, written: str) -> None:
    (site / "page.html").write_text(PAGE.format(written), encoding="utf-8")
    found = vecina(f"scan {site}", MINI)
    assert (found.exit_code, found.output.splitlines()[0]) == (1, f"page.html:3 {NAMES[written]}")
    assert not any(word in found.output for word in ("Luc", "LUC", "Ibarra", "finch"))


def test_the_line_is_right_where_tags_go_over_lines(site: Path) -> None:
    (site / "other.html").write_text("<p\nclass=x>\nwrite to <b\n>canary</b>@lawfirm.com", encoding="utf-8")
    assert vecina(f"scan {site}", MINI).output.splitlines()[0].startswith("other.html:4 ")


def test_a_files_name_is_looked_at_too_and_shown_by_half(site: Path) -> None:
    (site / "m-canary.html").write_text("<p>", encoding="utf-8")
    found = vecina(f"scan {site}", MINI)
    assert (found.exit_code, "canary" in found.output) == (1, False)
    assert found.output.splitlines()[0].endswith(":0 the id of a mentor, in the file's name")


def test_packed_text_is_unpacked_and_what_cannot_be_read_is_said(site: Path) -> None:
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(b"<loc>https://x.example.org/c-7k3q9/</loc>"))
    (site / "notes.bin").write_bytes(b"\xff\xfe\x00")
    (site / "broken.gz").write_bytes(b"no gzip")
    (site / "picture.png").write_bytes(b"\x89PNG\xff")
    (site / "outside").symlink_to(site.parent)
    lines = vecina(f"scan {site}", MINI).output.splitlines()
    assert lines[:4] == [
        "broken.gz:0 a file that cannot be read as text",
        "notes.bin:0 a file that cannot be read as text",
        "outside:0 a link",
        "sitemap.xml.gz:1 the id of a case",
    ]
    assert lines[5] == "4 leaks in 4 files. Do not publish this."


def test_it_says_when_it_could_not_look_for_everything(site: Path, tmp_path: Path) -> None:
    assert "their names were not looked for" in vecina(f"scan {site}", without_people(tmp_path)).output
    broken = copy_of(tmp_path / "other")
    (broken / "data/mentors/m-ibarra.yml").write_text("id: m-ibarra\n")
    found = vecina(f"scan {site}", broken)
    assert (found.exit_code, "NOT complete" in found.output) == (1, True)


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert vecina(f"scan {tmp_path / 'empty'}", MINI).exit_code == 2


def test_the_public_site_holds_nothing_of_it(public: Path) -> None:
    found = vecina(f"scan {public}", public.parents[1])
    assert (found.exit_code, "nothing found" in found.output) == (0, True)


def test_the_status_site_is_full_of_it(status: Path) -> None:
    found = vecina(f"scan {status}", status.parents[1])
    kinds = {line.partition(" ")[2] for line in found.output.splitlines()}
    assert {"the id of a case", "the name of a mentor", "the name of an attorney"} <= kinds
    assert "Rivera" not in found.output
    assert "rivera" not in found.output
