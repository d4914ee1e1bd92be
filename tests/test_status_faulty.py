"""The status site of a program with faulty records: what it says of them, and where a row leads on the host of the records."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from programs import edit
from sites import built, workshop
from vecina.pages.status.links import FRAMES

HOST = "https://code.example.org/records/-/blob/main/"
BROKEN, LOADED = "data/cases/c-d5nbe.yml", "data/mentors/m-ibarra.yml"


class Parts(HTMLParser):
    """The links of a page with what they show, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name == "href"] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature program on a host, with a case that cannot be read, and a mentor who has more cases than places."""
    made = workshop(tmp_path_factory.mktemp("faulty"))
    program = made / "data/program.yml"
    program.write_text(
        program.read_text(encoding="utf-8") + "repository:\n  url: https://code.example.org/records\n  kind: gitlab\n", "utf-8"
    )
    edit(made / BROKEN, ("detained: ", "detained: secret-"))
    edit(made / LOADED, ("cases: ", "cases: 0 # "))
    built(made, "status")
    return made


def page(root: Path, name: str) -> Parts:
    return Parts((root / f"build/status/{name}.html").read_text(encoding="utf-8"))


def test_data_quality_has_every_finding_with_its_line_its_code_and_the_mend(root: Path) -> None:
    found = page(root, "quality")
    line = next(n for n, text in enumerate((root / BROKEN).read_text().splitlines(), 1) if text.startswith("detained"))
    assert f"{BROKEN}:{line}" in found.text
    assert f"{HOST}{BROKEN}#L{line}" in found.links
    assert {"checks.html#v101", "checks.html#v302"} <= set(found.links)
    assert "takes true or false" in found.text
    assert "secret" not in found.text


def test_data_quality_names_old_rules_and_what_to_do(root: Path) -> None:
    found = page(root, "quality")
    assert "Read the source, then write the day" in found.text
    assert any(link.startswith("law.html#") for link in found.links)


def test_what_a_record_that_cannot_be_read_hides_is_said_on_every_list(root: Path) -> None:
    for name in (*FRAMES, "mentors/m-ibarra", "attorneys/a-finch", "organizations/o-faro"):
        assert f"Missing here: {Path(BROKEN).stem}. This record cannot be read" in page(root, name).text, name


def test_a_row_leads_to_the_line_of_the_record_on_the_host(root: Path) -> None:
    links = [link for link in page(root, "index").links if link.startswith(HOST)]
    assert links
    for link in links:
        file, _, line = link.removeprefix(HOST).partition("#L")
        assert len((root / file).read_text(encoding="utf-8").splitlines()) >= int(line)


def test_no_other_address_outside_carries_the_id_of_a_case(root: Path) -> None:
    for path in (root / "build/status").rglob("*.html"):
        for link in Parts(path.read_text(encoding="utf-8")).links:
            assert link.startswith(HOST) or not (re.match("https?:|//", link) and re.search("c-[a-z0-9]{5}", link)), link
