"""An export without people: no name of anybody, every id, and every fact."""

from __future__ import annotations

from pathlib import Path

from cases import book, case
from exports import data_of
from outside import ROOT
from vecina.book import open_book
from vecina.export import write_sqlite
from vecina.export.names import is_personal

SAMPLE = open_book(ROOT)


def test_a_new_field_for_text_about_people_is_left_out_until_somebody_says_otherwise() -> None:
    free, code = {"x-free-text": True}, {"enum": ["a"]}
    assert is_personal("mentor", "hobbies", free, "text")
    assert is_personal("case", "remark", free, "line")
    assert is_personal("organization", "contacts[].second_email", {}, "email")
    assert not is_personal("organization", "name", free, "line")
    assert not is_personal("rule", "summary", free, "text")
    assert not is_personal("mentor", "status", code, "")


def personal() -> set[str]:
    """Every name, address, firm, note and account of people in the sample's records."""
    found = set()
    for one in (*SAMPLE.mentors.values(), *SAMPLE.attorneys.values()):
        found |= {one.data[name] for name in ("name", "email", "firm", "notes") if name in one.data}
        found |= set(one.data.get("conflicts", {}).get("firms", ()))
    for one in SAMPLE.organizations.values():
        found |= {text for contact in one.data["contacts"] for text in contact.values()} | {one.data.get("notes", "")}
    found |= {row[name] for row in SAMPLE.program["staff"] for name in ("name", "email", "github")}
    return found - {""}


def test_without_people_no_name_is_left(tmp_path: Path) -> None:
    data = data_of(SAMPLE, people=False)
    cells = [cell for rows in data.rows.values() for row in rows for cell in row if isinstance(cell, str)]
    assert not [text for text in personal() if any(text in cell for cell in cells)]
    assert any(text in str(row) for rows in data_of(SAMPLE).rows.values() for row in rows for text in personal())
    write_sqlite(data, tmp_path / "a.db")
    raw = (tmp_path / "a.db").read_bytes()
    assert not [text for text in personal() if text.encode() in raw]
    ids = {row[0] for row in data.rows["mentors"]}
    assert ids == set(SAMPLE.mentors)
    assert data.about["people"] is False


def test_rates_of_pay_are_left_out_without_people() -> None:
    pay = {"rates_kept": "here", "rates": [{"code": "A", "from": "2026-01-01", "amount": 123.25}]}
    whole, less = (data_of(book(case(), pay=pay), people=people).rows["program_rates"] for people in (True, False))
    assert (whole[0][-1], less[0][-1]) == (123.25, None)
