"""How the status site is put together: what is new since the last build, copies of the process, the one page, links to a host."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from browser import address, barriers, watched
from outside import ROOT
from programs import MINI, copy_of, vecina
from sites import DAY, built, workshop
from test_sealed import PASSPHRASE, tried
from vecina.book import open_book
from vecina.deadlines import agenda
from vecina.pages.status import records
from vecina.pages.status.links import Links, line_address
from vecina.pages.status.render import environment
from vecina.pages.status.since import late_before, remember
from vecina.store.forks import each_in_a_copy
from vecina.views import today


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature program with its status site."""
    made = workshop(tmp_path_factory.mktemp("mini"))
    built(made, "status")
    return made


def test_without_an_earlier_build_yesterday_is_compared_with(tmp_path: Path) -> None:
    book = open_book(MINI)
    since, new = late_before(tmp_path, book, agenda(book, DAY), DAY)
    assert since == date(2026, 11, 23)
    assert all(mark[3] == date(2026, 11, 23) for mark in new)


def test_what_became_late_since_the_last_build_of_an_earlier_day_is_new(tmp_path: Path) -> None:
    """Building twice on a day changes nothing: the day before stays what is compared with."""
    book, friday = open_book(MINI), date(2026, 11, 17)
    remember(tmp_path, agenda(book, friday), friday)
    dues = agenda(book, DAY)
    first = late_before(tmp_path, book, dues, DAY)
    remember(tmp_path, dues, DAY)
    assert first == late_before(tmp_path, book, dues, DAY)
    assert first[0] == friday
    assert first[1]


def test_a_case_that_came_back_waits_from_its_return_and_the_row_leads_there(tmp_path: Path) -> None:
    made = copy_of(tmp_path)
    path = made / "data/cases/c-d5nbe.yml"
    back = "    date: 2026-10-01\n  - status: requested\n    date: 2026-11-10\n    reason: returned\n"
    text = path.read_text(encoding="utf-8").replace("status: active\n", "status: requested\n", 1)
    path.write_text(text.replace("    date: 2026-10-01\n", back, 1), encoding="utf-8")
    book = open_book(made)
    (row,) = (row for row in today(book, [], DAY, DAY, frozenset()).waiting if row.case == "c-d5nbe")
    assert row.since == date(2026, 11, 10)
    assert path.read_text(encoding="utf-8").splitlines()[row.since_line - 1].strip() == "date: 2026-11-10"


@pytest.mark.parametrize("text", ["", "[]", '{"2026-11-20": 5}', '{"no day": []}', "not json"])
def test_a_spoilt_memory_of_builds_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/late.json").write_text(text, encoding="utf-8")
    book = open_book(MINI)
    assert late_before(tmp_path, book, agenda(book, DAY), DAY)[0] == date(2026, 11, 23)


def test_copies_of_the_process_write_the_same_pages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "ALONE", 0)
    other = built(workshop(tmp_path / "other"), "status") / "status"
    for path in (root / "build/status").glob("*/*.*"):
        if path.suffix in (".html", ".ics"):
            assert (other / path.relative_to(root / "build/status")).read_bytes() == path.read_bytes(), path.name


def test_what_goes_wrong_in_a_copy_is_raised_here(tmp_path: Path) -> None:
    def task(numbers: list[int]) -> None:
        if 3 in numbers:
            raise ValueError("three")
        (tmp_path / str(numbers[0])).touch()

    with pytest.raises(ValueError, match="three"):
        each_in_a_copy(task, [[1], [3], [5]], many=True)
    assert {path.name for path in tmp_path.iterdir()} == {"1", "5"}


def test_no_row_of_a_long_table_is_out_of_reach() -> None:
    """What is more than a page holds lies beside the table that the script shows it in, by the table's own id."""
    env = environment(ROOT / "site/status/templates", Links(open_book(MINI), frozenset()))
    page = env.from_string(
        "{% import '_parts.html.j2' as parts %}{% call(row) parts.long_table(rows, 'a-table', 'rows', '', 'Rows') %}"
        "<tr><td>{{ row }}</td></tr>{% endcall %}"
    ).render(rows=range(250))
    assert '<table class="table stack" id="a-table" data-table' in page
    shown, rest = page.split('<template id="a-table-more">')
    assert (shown.count("<tr><td>"), rest.count("<tr><td>")) == (200, 50)
    assert "The first 200 of 250." in rest
    said = env.from_string("{% import '_parts.html.j2' as parts %}{{ parts.cut(rows) }}").render(rows=range(1_250))
    assert said.strip() == '<p class="more">The first 200 of 1,250.</p>'
    for path in (ROOT / "site/status/templates").glob("*.j2"):
        assert path.name == "_parts.html.j2" or "<template" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ({"url": "https://github.com/x/y"}, "https://github.com/x/y/blob/main/data/program.yml"),
        ({"url": "https://gitlab.com/x/y/", "kind": "gitlab"}, "https://gitlab.com/x/y/-/blob/main/data/program.yml"),
        ({"url": "https://code.example.org/x/y", "kind": "gitea", "branch": "live"},
         "https://code.example.org/x/y/src/branch/live/data/program.yml"),
    ],
)  # fmt: skip
def test_a_record_has_its_address_on_the_host(host: dict[str, str], wanted: str) -> None:
    assert line_address(host, "data/program.yml") == wanted


def test_the_files_beside_the_tables_say_the_same(root: Path) -> None:
    """The CSV names every case; a mentor's calendar is what `vecina due` gives her."""
    site, book = root / "build/status", open_book(root)
    with (site / "cases.csv").open(encoding="utf-8", newline="") as file:
        assert {row["case"] for row in csv.DictReader(file)} == set(book.cases)
    for name in book.mentors:
        asked = vecina(f"due --mentor {name} --all --format ics --today 2026-11-24", root).output
        ours = (site / f"mentors/{name}.ics").read_text(encoding="utf-8")
        assert _entries(ours) == _entries(asked), name


def _entries(text: str) -> set[tuple[str, str]]:
    return {(str(entry["uid"]), str(entry["summary"])) for entry in Calendar.from_ical(text).walk("VEVENT")}


@pytest.mark.browser
def test_the_one_page_needs_nothing_else(root: Path, browser: Browser) -> None:
    """No request, no complaint, no barrier; a link shows the record's own part."""
    assert vecina("build status --single-file --today 2026-11-24", root).exit_code == 0
    with watched(browser) as seen:
        seen.page.goto(address(root / "build", "status.html"))
        assert seen.page.locator("#c-a9xgu").is_hidden()
        seen.page.locator("#cases a[href='#c-a9xgu']").first.click()
        assert seen.page.locator("#c-a9xgu").is_visible()
        assert barriers(seen.page) == []
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
        assert len(seen.requests) - sum(url.startswith("data:") for url in seen.requests) == 1


@pytest.mark.parametrize("passphrase", ["", "   ", "password1234", "vecina vecina vecina"])
def test_a_weak_passphrase_ends_the_command_before_anything_is_written(tmp_path: Path, passphrase: str) -> None:
    made = workshop(tmp_path / "root")
    (tmp_path / "phrase").write_text(passphrase + "\n", encoding="utf-8")
    done = vecina(f"build status --single-file --sealed --passphrase-file {tmp_path / 'phrase'}", made)
    assert done.exit_code == 2
    assert not passphrase.strip() or passphrase not in done.output
    assert not (made / "build").exists()


@pytest.mark.browser
def test_the_sealed_page_is_the_one_page_once_it_is_open(root: Path, tmp_path: Path, browser: Browser) -> None:
    """Its scripts and styles act as in the open one, and nothing is asked for."""
    (tmp_path / "phrase").write_text(PASSPHRASE, encoding="utf-8")
    words = f"build status --single-file --sealed --passphrase-file {tmp_path / 'phrase'} --today 2026-11-24"
    assert vecina(words, root).exit_code == 0
    assert "c-a9xgu" not in (root / "build/status-sealed.html").read_text(encoding="utf-8")
    with watched(browser) as seen:
        seen.page.goto(address(root / "build", "status-sealed.html"))
        tried(seen.page, PASSPHRASE)
        seen.page.locator("#cases a[href='#c-a9xgu']").first.click(timeout=120_000)
        assert seen.page.locator("#c-a9xgu").is_visible()
        assert barriers(seen.page) == []
        assert seen.complaints == []
        assert {url.split(":")[0] for url in seen.requests} <= {"file", "data", "blob"}
