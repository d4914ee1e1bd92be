"""What docs/ tells people to do can be done: commands and options are there, records are valid, pictures and links are found."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner
from markdown import Markdown

from links import Links
from outside import ROOT
from programs import vecina
from vecina.cli import cli

PAGES = sorted((ROOT / "docs").glob("*.md"))
GUIDES = ("change-a-date.md", "add-a-case.md", "red-check.md", "two-changes.md")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"(?:\.venv/bin/)?vecina (\S+(?: \S+)*)(?:\s+#.*)?$")  # the head of a table has wider gaps
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def commands(text: str) -> list[list[str]]:
    """The words of each command line in the code blocks of a page, without remarks and without where its output goes."""
    lines = [line for _, block in _BLOCK.findall(text) for line in block.splitlines()]
    typed = (_TYPED.match(line.partition(" > ")[0]) for line in lines)
    return [shlex.split(match[1], comments=True) for match in typed if match]


def refused(words: list[str]) -> str:
    """Why a command line cannot be understood; nothing when it can. Only what runs at the end of it is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(click.Command, "invoke", lambda self, ctx: None)
        result = CliRunner().invoke(cli, words)
    return result.output if result.exit_code else ""


def placed(page: Path) -> Links:
    """The links of a page and the places on it that a link can lead to."""
    html = Markdown(extensions=["fenced_code", "tables", "toc"]).convert(page.read_text(encoding="utf-8"))
    return Links(html)


def dead(page: Path) -> list[str]:
    """The links of a page to a file that is not there or to a place that is not on it."""
    found = []
    for link in placed(page).links:
        name, _, anchor = link.partition("#")
        target = (page.parent / unquote(name)).resolve() if name else page
        if re.match(r"[a-z]+:", link) or (target.exists() and not anchor):
            continue
        if not target.is_file() or anchor not in placed(target).ids:
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_every_command_in_a_code_block_is_understood(page: Path) -> None:
    assert [(words, why) for words in commands(page.read_text(encoding="utf-8")) if (why := refused(words))] == []


def test_a_command_that_is_not_there_would_be_found() -> None:
    text = "```\nvecina chek  # a slip\nvecina due --al\n.venv/bin/vecina log c-7k3q9 mett\nvecina due --all > due.txt\n```\n"
    assert [words[0] for words in commands(text) if refused(words)] == ["chek", "due", "log"]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: str(page.name))
def test_every_link_leads_to_a_file_and_a_place_on_it(page: Path) -> None:
    assert dead(page) == []


def test_a_link_that_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A title\n\n[here](#a-title) [there](#elsewhere) [that](page.md#a-title) ![none](none.png)\n", encoding="utf-8"
    )
    assert dead(page) == ["#elsewhere", "none.png"]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: str(page.name))
def test_every_picture_is_small_and_says_what_is_to_be_seen(page: Path) -> None:
    for told, name in _PICTURE.findall(page.read_text(encoding="utf-8")):
        assert len(told) >= 20, name
        assert (page.parent / name).stat().st_size < 150_000, name


def test_every_picture_is_shown_somewhere() -> None:
    shown = "".join(page.read_text(encoding="utf-8") for page in (*PAGES, ROOT / "README.md"))
    assert [path.name for path in (ROOT / "docs/pictures").iterdir() if path.name not in shown] == []


def test_a_guide_is_short_has_pictures_and_is_linked_from_the_admins_page() -> None:
    admin = (ROOT / "docs/admin.md").read_text(encoding="utf-8")
    for name in GUIDES:
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert len(text.split()) < 700, name
        assert len(_PICTURE.findall(text)) in (2, 3), name
        assert f"]({name})" in admin


def test_a_whole_record_on_a_page_is_valid(tmp_path: Path) -> None:
    """Somebody copies it into the browser, so it has to pass as it stands, but for the line that marks a sample."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    found = [
        block for page in PAGES for kind, block in _BLOCK.findall(page.read_text(encoding="utf-8")) if block.startswith("id: c-")
    ]
    for block in found:
        first, _, rest = block.partition("\n")
        (tmp_path / f"data/cases/{first.split()[1]}.yml").write_text(f"{first}\nsample: true\n{rest}", encoding="utf-8")
    checked = vecina("check", tmp_path)
    assert (len(found), checked.output.split(", ")[-1]) == (1, "no findings.\n")
