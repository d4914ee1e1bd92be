"""The answers of an issue form become records, or a comment that says what is missing and repeats nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import Result

from intakes import CASE, HEARING, MENTOR, ORDER, body_of, csv_of, new_records, records
from programs import copy_of, vecina

PLACED = {"Placing organization": "o-faro", "Cases, copied from the list": f"```text\n{csv_of(CASE, separator=chr(9))}```"}
GOOD = {"request-a-mentor": CASE, "place-cases": PLACED, "offer-to-mentor": MENTOR, "report-a-date": HEARING}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def told(root: Path, form: str, answers: Mapping[str, str] | str, options: str = "") -> Result:
    """What comes of a form with these answers, or of this text."""
    file = root / "body.md"
    file.write_bytes((answers if isinstance(answers, str) else body_of(form, answers)).encode())
    return vecina(f"intake {file} --form {form} {options}", root)


@pytest.mark.parametrize("form", GOOD)
def test_a_good_form_is_read_and_nothing_is_written_until_it_is_said(root: Path, form: str) -> None:
    before = records(root)
    shown = told(root, form, GOOD[form])
    assert shown.exit_code == 0, shown.output
    assert "Nothing was written: add --apply." in shown.output
    assert records(root) == before


@pytest.mark.parametrize("form", GOOD)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_applied_is_valid_and_canonical(root: Path, form: str, line_end: str) -> None:
    before = records(root)
    done = told(root, form, body_of(form, GOOD[form]).replace("\n", line_end), "--apply --format markdown")
    assert done.exit_code == 0, done.output
    assert records(root) != before
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0
    assert set(new_records(root, before)) == set(re.findall(r"^- `(\S+)`$", done.output, re.MULTILINE))


def test_a_request_makes_the_same_records_as_a_list(root: Path) -> None:
    before = records(root)
    assert told(root, "request-a-mentor", CASE, "--apply --id c-zzzzz").exit_code == 0
    asked = new_records(root, before)
    other = copy_of(root / "other")
    assert told(other, "place-cases", PLACED, "--apply --id c-zzzzz").exit_code == 0
    assert new_records(other, before) == asked
    assert list(asked) == ["data/attorneys/a-quill.yml", "data/cases/c-zzzzz.yml"]


def test_an_offer_makes_a_mentor(root: Path) -> None:
    before = records(root)
    assert told(root, "offer-to-mentor", MENTOR, "--apply").output == "data/mentors/m-quill.yml\n"
    text = new_records(root, before)["data/mentors/m-quill.yml"]
    assert "known_courts: [HOU, NYC]\nclaims: [gender, gang]\ndetained_experience: true\npay:\n  basis: hourly\n" in text


def case(root: Path) -> str:
    return (root / "data/cases/c-a9xgu.yml").read_text()


def test_a_new_hearing_is_added_and_all_else_stays(root: Path) -> None:
    before = case(root)
    assert told(root, "report-a-date", HEARING, "--apply").exit_code == 0
    row = '  - type: individual\n    date: 2027-02-09\n    time: "09:00"\n    mode: in-person\n    status: scheduled\n'
    assert case(root) == before.replace("asylum_clock:\n", f"{row}asylum_clock:\n")
    assert "The record has this hearing already" in told(root, "report-a-date", HEARING).output


def test_a_hearing_that_moved_is_marked_and_a_judges_date_is_put_into_the_one_that_stands(root: Path) -> None:
    before = case(root)
    old = {"Case number": "c-a9xgu", "Type of the hearing": "Individual hearing", "Day of the hearing": "2026-12-28"}
    set_by_judge = old | {"Filing date set by the judge": "2026-12-04"}
    assert told(root, "report-a-date", set_by_judge, "--apply").exit_code == 0
    assert case(root) == before.replace("asylum_clock:\n", "    judge_set_filing_date: 2026-12-04\nasylum_clock:\n")
    assert told(root, "report-a-date", old | {"What became of the hearing": "Adjourned"}, "--apply").exit_code == 0
    assert '    date: 2026-12-28\n    time: "09:00"\n    mode: in-person\n    status: adjourned\n' in case(root)
    gone = told(root, "report-a-date", old | {"What became of the hearing": "Adjourned"})
    assert "The record has no scheduled hearing of this type on this day." in gone.output


def test_an_order_is_added_once(root: Path) -> None:
    assert told(root, "report-a-date", ORDER, "--apply").exit_code == 0
    assert (
        "orders:\n  - kind: scheduling-order\n    date: 2026-11-20\n    served: electronic\n    served_on: 2026-11-20\n"
        in case(root)
    )
    assert "has an order of this kind and day already" in told(root, "report-a-date", ORDER).output
    alone = {"What it sets a date for": "A brief"}
    assert "**Date it sets**: This is missing." in told(root, "report-a-date", ORDER | alone, "--format markdown").output


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"Case number": "c-zzzzz"}, "There is no case of this number."),
        ({"Case number": "c-a9xg"}, "There is no case of this number."),
        ({"Case number": "../../etc"}, "There is no case of this number."),
        ({"Case number": ""}, "**Case number**: This is missing."),
        ({"How the hearing is held": ""}, "**How the hearing is held**: This is missing."),
        ({"Type of the hearing": ""}, "**Type of the hearing**: This is missing."),
        ({"What became of the hearing": "Held"}, "Leave it empty for a hearing that is over."),
        ({"Day of the hearing": "2024-01-09"}, "- A hearing cannot be before the last arrival (V404)"),
        ({"Day of the hearing": "02/09/2027"}, "Is this month/day or day/month?"),
        ({name: "" for name in HEARING if name != "Case number"}, "Nothing is reported"),
    ],
)
def test_a_report_that_does_not_fit_changes_nothing(root: Path, answers: dict[str, str], said: str) -> None:
    before = records(root)
    refused = told(root, "report-a-date", HEARING | answers, "--apply --format markdown")
    assert refused.exit_code == 1
    assert said in refused.output
    assert "c-a9xgu" not in refused.output
    assert records(root) == before


def test_a_record_that_cannot_be_changed_by_splicing_is_left_to_a_person(root: Path) -> None:
    path = root / "data/cases/c-a9xgu.yml"
    text = path.read_text()
    start, end = text.index("hearings:"), text.index("asylum_clock:")
    path.write_text(
        text[:start] + "hearings: [{type: individual, date: 2026-12-28, mode: in-person, status: scheduled}]\n" + text[end:]
    )
    assert "cannot be changed from here" in told(root, "report-a-date", HEARING, "--apply").output


def test_a_case_that_cannot_be_read_is_not_said_to_be_missing(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    assert "This case cannot be read now." in told(root, "report-a-date", HEARING).output


def test_the_comment_is_for_the_person_and_says_all_at_once(root: Path) -> None:
    wrong = CASE | {"Immigration court": "Housten", "Client languages": "", "Attorney work e-mail": ""}
    shown = told(root, "request-a-mentor", wrong, "--format markdown")
    assert shown.exit_code == 1
    assert shown.output.splitlines() == [
        "Thank you. Some answers could not be understood, so nothing was made of them yet:",
        "",
        "- **Immigration court**: There is no court of this code or city. Did you mean Houston?",
        "- **Attorney work e-mail**: This is missing.",
        "- **Client languages**: This is missing.",
        "",
        "Please edit the form above: the three dots at its top right, then *Edit*. It is read again once you save it.",
    ]


def test_a_pasted_list_is_answered_row_by_row(root: Path) -> None:
    text = f"```text\n{csv_of(CASE, CASE | {'Immigration court': 'Zzyzx'}, separator=chr(9))}```"
    shown = told(root, "place-cases", PLACED | {"Cases, copied from the list": text}, "--format markdown")
    assert "- Row 3, **Immigration court**: There is no court of this code or city." in shown.output
    assert "Zzyzx" not in shown.output


def test_wrong_usage_is_said(root: Path) -> None:
    assert told(root, "request-a-mentor", CASE, "--id Zzyzx").exit_code == 2
    assert vecina(f"intake {root}/none.md --form place-cases", root).exit_code == 2
    (root / "body.md").write_bytes(b"\xff\xfe")
    assert vecina(f"intake {root}/body.md --form place-cases", root).exit_code == 2
    assert vecina(f"intake {root}/body.md --form zzyzx", root).exit_code == 2
