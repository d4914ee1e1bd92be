"""A list of cases becomes records, all of it or nothing, and no value of it is ever repeated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from intakes import CASE, csv_of, imported, new_records, records
from programs import copy_of, vecina
from vecina.intake.columns import COLUMNS
from vecina.intake.private import plain_words, private_column
from vecina.report.template import as_csv
from vecina.store import write_whole


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def test_the_dry_run_shows_a_table_and_writes_nothing(root: Path) -> None:
    before = records(root)
    shown = imported(root, csv_of(CASE))
    assert shown.exit_code == 0, shown.output
    assert shown.output.splitlines() == [
        "  Row  Case  Attorney  Court  Next hearing",
        "  2    new   new       HOU    individual 2027-03-02",
        "",
        "This would write 1 attorney and 1 case. Nothing was written: add --apply.",
    ]
    assert records(root) == before


def test_what_is_applied_is_valid_and_canonical_and_says_what_was_written_in_words(root: Path) -> None:
    before = records(root)
    assert imported(root, csv_of(CASE), "--apply").exit_code == 0
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0
    new = new_records(root, before)
    assert [re.sub("c-.{5}", "c-", name) for name in new] == ["data/attorneys/a-quill.yml", "data/cases/c-.yml"]
    attorney, case = new.values()
    assert "time_zone: America/Chicago\nlanguages: [en, es]\nbar:\n  - state: TX\n    status: active\neoir_id: true\n" in attorney
    assert "requested_on: 2026-11-24\norganization: o-faro\nattorney: a-quill\ncourt: HOU\ndetained: false\n" in case
    assert "  reached_by: [phone]\nlanguages: [es, mam]\nposture: individual-hearing\nlast_arrival: 2026-02-03\n" in case
    assert case.endswith(
        'hearings:\n  - type: individual\n    date: 2027-03-02\n    time: "13:30"\n    mode: in-person\n    status: scheduled\n'
    )


def test_one_attorney_with_several_cases_is_written_once(root: Path) -> None:
    before = records(root)
    second = {"Attorney work e-mail": "NOVELLA@example.org", **{k: v for k, v in CASE.items() if not k.startswith("Attorney")}}
    done = imported(root, csv_of(CASE, second | {"Client languages": "es"}), "--apply")
    assert "Written: 1 attorney and 2 cases." in done.output
    assert len(new_records(root, before)) == 3


def test_an_attorney_with_a_record_is_found_by_e_mail_and_it_is_said(root: Path) -> None:
    shown = imported(root, csv_of(CASE | {"Attorney work e-mail": "Corinne.Finch@example.org"}))
    assert shown.exit_code == 0
    assert "row 2, Attorney work e-mail: The attorney is a-finch, found by e-mail, who is written there" in shown.output
    assert "  2    new   a-finch   HOU" in shown.output
    plain = {name: value for name, value in CASE.items() if not name.startswith("Attorney")}
    assert "a-finch" in imported(root, csv_of(plain | {"Attorney id": "a-finch"})).output


def test_what_a_wrong_row_says_of_its_attorney_counts_for_the_rows_below(root: Path) -> None:
    plain = {name: value for name, value in CASE.items() if not name.startswith("Attorney")}
    rows = (CASE | {"Immigration court": "x"}, plain | {"Attorney work e-mail": "novella@example.org"})
    assert "1 thing to mend." in imported(root, csv_of(*rows)).output


def test_one_e_mail_is_one_attorney(root: Path) -> None:
    rows = (CASE, CASE | {"Attorney name": "Someone Else", "Client languages": "es"})
    assert "row 3, Attorney work e-mail: Two attorneys have one e-mail" in imported(root, csv_of(*rows)).output
    rows = (CASE, CASE | {"Attorney bar state": "NY", "Client languages": "es"})
    assert 'stands in row 2 with another "Attorney bar state"' in imported(root, csv_of(*rows)).output
    other = imported(root, csv_of(CASE | {"Attorney id": "a-finch"}))
    assert "The attorney of this id has another e-mail" in other.output
    nameless = imported(root, csv_of(CASE | {"Attorney name": ""}))
    assert "row 2, Attorney name: This is missing: no attorney has this e-mail yet" in nameless.output
    namesake = imported(root, csv_of(CASE | {"Attorney name": "Corinne Finch (sample)"}))
    assert "a-finch has the same name and another e-mail" in namesake.output


def test_two_rows_alike_and_a_list_that_was_sent_before_are_refused(root: Path) -> None:
    assert "row 3: This is the same as row 2." in imported(root, csv_of(CASE, CASE)).output
    assert imported(root, csv_of(CASE), "--apply").exit_code == 0
    before = records(root)
    again = imported(root, csv_of(CASE), "--apply")
    assert again.exit_code == 1
    assert "is just like this" in again.output
    assert records(root) == before


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("Immigration court", "Housten", "There is no court of this code or city. Did you mean Houston?"),
        ("Placing organization", "o-farro", "There is no organization of this id. Did you mean o-faro?"),
        ("Where the client is", "Zzyzx", "Choose us-state, detention-facility, mexico or other."),
        ("US state of the client", "Texxas", "Did you mean Texas?"),
        ("Client languages", "Spanich", "Did you mean Spanish?"),
        ("Where the case stands", "individual herring", "Did you mean"),
        ("Client is detained", "maybe", "Write yes or no."),
        ("Client is detained", "yes", 'This does not agree with "Where the client is".'),
        ("Day of the last arrival", "11/24/2025", "Is this month/day or day/month?"),
        ("Day of the last arrival", "2026-02-30", "Write a real day"),
        ("Next hearing: day", "2026-11-01", "a scheduled hearing cannot be before the request"),
        ("Next hearing: day", "soon", "Write a real day"),
        ("Next hearing: time", "1:30", "This would be at night."),
        ("Next hearing: time", "25:00", "Write a time like 09:30 or 1:30 p.m."),
        ("Next hearing: type", "", "a hearing has type, day and how it is held"),
        ("Attorney work e-mail", "Zzyzx", "Write an e-mail address"),
        ("Attorney name", "Zzyzx <b>", "without the signs < and >"),
        ("Attorney name", "Zzyzx\nQuill", "Write one line."),
        ("Attorney name", "Zzy\u202ezx", "the character U+202E"),
        ("Attorney name", "Zzyzx 123", "Write a name without digits."),
        ("Attorney name", "A 234 567 890", "This looks like an A-number."),
        ("Attorney name", "A０１２３４５６７８", "This looks like an A-number."),
        ("Client languages", "123-45-6789", "This looks like a Social Security number."),
        ("Immigration court", "(713) 555-0123", "This looks like a phone number."),
        ("Immigration court", "742 Evergreen Terrace", "This looks like a street address."),
        ("Client languages", "", "This is missing."),
        ("US state of the client", "", "the client is in the United States"),
        ("Immigration court", "=1+1", "This is a formula."),
        ("Attorney work e-mail", "", "Say who the attorney is"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_row_and_column_and_never_repeated(root: Path, label: str, value: str, said: str) -> None:
    before = records(root)
    refused = imported(root, csv_of(CASE, CASE | {label: value}), "--apply")
    assert refused.exit_code == 1
    assert said in refused.output
    assert "row 3" in refused.output
    assert len(value) < 5 or value not in refused.output.split("must be right first")[1]
    assert records(root) == before


def test_all_problems_are_said_in_one_run(root: Path) -> None:
    wrong = CASE | {"Immigration court": "x", "Client languages": "x", "Next hearing: day": "x"}
    shown = imported(root, csv_of(wrong, CASE | {"Where the case stands": "x"}))
    assert "4 things to mend. Nothing was written." in shown.output


PRIVATE = {
    "an A-number": ["A#", "A-number", "A No.", "Alien number", "Alien Registration No", "ANumber",
                    "Número de extranjero", "USCIS #"],
    "a birth date or an age": ["DOB", "Date of birth", "Fecha de nacimiento", "Age", "Edad"],
    "a phone number": ["Phone", "Cell", "Client phone", "Teléfono", "Celular", "WhatsApp"],
    "an address": ["Address", "Home address", "Dirección", "Domicilio", "ZIP code", "Street"],
    "a client's name": ["Name", "Client", "Client name", "Name of client", "First name", "Nombre", "Apellidos", "Respondent",
                        "Nombre del cliente", "clientName"],
    "another number of identity": ["Passport", "SSN", "Social Security", "Seguro social", "CURP", "I-94", "Case number"],
    "a story or a note about a client": ["Story", "Notes", "Comentarios", "Description"],
    "a client's family": ["Spouse", "Hijos", "Mother's maiden"],
}  # fmt: skip


@pytest.mark.parametrize(("what", "name"), [(what, name) for what, names in PRIVATE.items() for name in names])
def test_a_column_for_who_the_client_is_is_refused_with_the_reason(root: Path, what: str, name: str) -> None:
    assert private_column(name) == what
    text = csv_of(CASE | {name: "Zzyzx"}, head=[*CASE, name])
    refused = imported(root, text, "--apply")
    assert refused.exit_code == 1
    assert f"Column {len(CASE) + 1} looks like {what}. No record has a place for it" in refused.output
    assert "Zzyzx" not in refused.output
    assert (
        not re.search(rf"(?<!')\b{re.escape(name)}\b", refused.output.replace(what, "").split("This must be")[1]) or name in what
    )


def test_no_column_of_ours_is_taken_for_one_about_the_client(root: Path) -> None:
    leads = {(plain_words(name), column.label) for column in COLUMNS for name in (column.label, *column.also)}
    assert len(leads) == len(dict(leads))  # no name leads to two columns
    for column in COLUMNS:
        for name in column.also:
            row = {name if label == column.label else label: value for label, value in CASE.items()}
            assert "looks like" not in imported(root, csv_of(row, head=list(row))).output


def test_a_head_that_is_odd_is_explained(root: Path) -> None:
    shown = imported(root, csv_of(CASE | {"Imigration cort": "x", "": "x"}, head=[*CASE, "Imigration cort", ""])).output
    assert f'Column {len(CASE) + 1} is none that the list has. Did you mean "Immigration court"?' in shown
    assert f"Column {len(CASE) + 2} has no name" in shown
    twice = imported(root, csv_of(CASE | {"Court": "HOU"}, head=[*CASE, "Court"])).output
    assert "asks the same as a column before it" in twice


def test_days_with_slashes_are_taken_when_it_is_said_how_they_are_meant(root: Path) -> None:
    before = records(root)
    row = CASE | {"Day of the last arrival": "2/3/2026", "Next hearing: day": "3/2/2027"}
    assert imported(root, csv_of(row), "--apply --dates mdy").exit_code == 0
    case = new_records(root, before).popitem()[1]
    assert "last_arrival: 2026-02-03" in case
    assert "date: 2027-03-02" in case


def test_the_organization_can_be_named_once_for_all(root: Path) -> None:
    row = {name: value for name, value in CASE.items() if name != "Placing organization"}
    before = records(root)
    assert imported(root, csv_of(row), "--apply --organization o-faro").exit_code == 0
    assert "organization: o-faro" in new_records(root, before).popitem()[1]
    assert "another organization" in imported(root, csv_of(CASE), "--organization o-willow").output
    assert imported(root, csv_of(row), "--organization o-farro").exit_code == 2


def test_the_template_is_a_list_with_nothing_in_it_and_its_example_is_right(root: Path) -> None:
    for name in ("cases.csv", "cases.xlsx"):
        file = root / name
        assert vecina(f"import --template {file}", root).exit_code == 0
        assert "There is no case in the list" in vecina(f"import {file}", root).output
        assert vecina(f"import --template {file}", root).exit_code == 2  # nothing is written over
    text = as_csv().decode("utf-8-sig").replace('"example"', '""').replace("o-puente", "o-faro")
    done = imported(root, text, "--apply")
    assert done.exit_code == 0, done.output
    marked = as_csv().decode("utf-8-sig").replace('"example"', '"Zzyzx"')
    assert "Write nothing here, or the word example." in imported(root, marked).output


def test_the_template_offers_the_fixed_words_and_explains_each_column(root: Path) -> None:
    vecina(f"import --template {root / 'cases.xlsx'}", root)
    book = load_workbook(root / "cases.xlsx")
    cases, explained, words = book.worksheets
    offers = {str(offer.sqref).split("2:")[0]: offer.formula1 for offer in cases.data_validations.dataValidation}
    heads = {str(cell.value): get_column_letter(place) for place, cell in enumerate(cases[1], 1)}
    for column in COLUMNS:
        if column.options or column.form in ("yes", "court"):
            first, last = offers[heads[column.label]].removeprefix("Words!").replace("$", "").split(":")
            listed = [str(row[0].value) for row in words[f"{first}:{last}"]]
            assert set(column.options) <= set(listed)
    assert words.sheet_state == "hidden"
    told = [str(row[0].value) for row in explained.iter_rows()]
    assert {column.label for column in COLUMNS} <= set(told)


def test_what_is_wrong_only_once_it_is_written_takes_everything_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = records(root)
    monkeypatch.setattr("vecina.intake.batch.new_findings", lambda *_: [])
    late = CASE | {"Next hearing: day": "2026-11-01"}
    refused = imported(root, csv_of(CASE, late), "--apply")
    assert refused.exit_code == 1
    assert "all of it was taken back" in refused.stderr
    assert "row 3: a scheduled hearing cannot be before the request" in refused.stderr
    assert records(root) == before


def test_a_disk_that_refuses_one_file_has_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real, calls = records(root), write_whole, []

    def full(path: Path, text: str, was: str | None) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError("full")
        real(path, text, was)

    monkeypatch.setattr("vecina.intake.drafts.write_whole", full)
    refused = imported(root, csv_of(CASE), "--apply")
    assert (refused.exit_code, len(calls)) == (1, 2)
    assert records(root) == before


def test_wrong_usage_is_said(root: Path) -> None:
    assert vecina("import", root).exit_code == 2
    assert vecina(f"import {root}/none.csv", root).exit_code == 2
    assert vecina(f"import {root}/data/program.yml", root).exit_code == 2
    assert vecina(f"import --template {root}/cases.ods", root).exit_code == 2
    assert vecina(f"import --template {root}/nowhere/cases.csv", root).exit_code == 2
