"""The documents of a case: what they say, to whom, and when there is none."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from outside import ROOT
from programs import MINI, assert_blessed, copy_of, edit, vecina
from vecina.book import Book, open_book
from vecina.papers import document, fitting

BLESSED = {"introduction": "c-m3wqz", "agreement": "c-a9xgu", "checklist": "c-m3wqz", "plan": "c-d5nbe", "closing": "c-c8yjf"}
DAY = date(2026, 11, 24)
BOOKS = {root: open_book(root) for root in (MINI, ROOT)}
WRITTEN = [
    (root, name, kind)
    for root, book in BOOKS.items()
    for name, case in book.cases.items()
    for kind in fitting(book, case)
]  # fmt: skip


def said(words: str, root: Path) -> str:
    """A document as it is printed; it must be there."""
    done = vecina(f"document {words}", root)
    assert done.exit_code == 0, done.output
    return done.output


def written(root: Path, name: str, kind: str) -> str:
    return document(BOOKS[root], BOOKS[root].cases[name], kind, DAY)


def of_the_case(book: Book, name: str) -> set[str]:
    """The addresses that may stand in a document of the case."""
    case = book.cases[name].data
    people = [book.kinds[kind][case[field]].data for kind, field in
              (("attorney", "attorney"), ("mentor", "mentor"), ("mentor", "backup_mentor")) if field in case]  # fmt: skip
    contacts = book.organizations[case["organization"]].data["contacts"] if "organization" in case else []
    return {row["email"] for row in (*people, *contacts)} | {book.program["contacts"]["general"]}


@pytest.mark.parametrize("kind", BLESSED)
def test_it_reads_as_it_was_accepted(kind: str) -> None:
    assert_blessed(MINI / f"expected/document-{kind}.md", said(f"{kind} {BLESSED[kind]}", MINI))


@pytest.mark.parametrize(("root", "name", "kind"), WRITTEN, ids=lambda part: part.name if isinstance(part, Path) else part)
def test_each_names_the_attorney_of_record_and_nobody_outside_the_case(root: Path, name: str, kind: str) -> None:
    text, book = written(root, name, kind), BOOKS[root]
    assert re.search("(?i)attorney of record", text)
    assert book.attorneys[book.cases[name].data["attorney"]].data["name"].removesuffix(" (sample)") in text.replace("&#39;", "'")
    assert text.count("(sample)") == 0  # said once, under the title
    assert text.splitlines()[2] == "*Sample: the people and organizations in it are invented.*"
    assert set(re.findall("<([^<> ]+@[^<> ]+)>", text)) <= of_the_case(book, name)
    assert set(re.findall("c-[0-9a-z]{5}", text)) == {name}
    assert not re.findall(r"\b[amo]-[a-z]{3,}\b", text)


@pytest.mark.parametrize(("root", "name", "kind"), WRITTEN, ids=lambda part: part.name if isinstance(part, Path) else part)
def test_each_is_plain_english(root: Path, name: str, kind: str) -> None:
    """No pronoun of a person, no word of the program's insides, no gap where something was to stand."""
    text = written(root, name, kind)
    assert not re.findall(r"\b(?:she|he|her|his|him|hers|None|undefined|true|false)\b", text)
    assert not re.findall(r"\{\{|\}\}|\{%|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b| ,| \.(?: |$)|\n\n\n|\bno [a-z ]+s days\b", text)
    assert not re.findall(r"\b1 (?:days|hours|years|business days)\b", text)


def test_the_mentor_is_not_at_the_hearing_unless_it_is_stated(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    edit(root / "data/mentors/m-ibarra.yml", ("role_at_hearing: absent\n", ""))
    assert "The mentor is not at the individual hearing, as is usual, unless attorney and mentor agree otherwise." in said(
        "agreement c-a9xgu", root
    )
    edit(
        root / "data/cases/c-a9xgu.yml",
        ("plan:\n", "agreed_role:\n  helps_with: [drafts, bond]\n  at_hearing: observes\nplan:\n"),
    )
    text = said("agreement c-a9xgu", root)
    assert "observes the individual hearing and does not speak there, as agreed for this case." in text
    assert "The mentor helps with:\n\n- Review of drafts\n- Bond and parole\n\n" in text


def test_how_to_reach_the_client_depends_on_where_the_client_is() -> None:
    places = {
        "c-a9xgu": "Calls and video are good for the time between.",
        "c-m3wqz": "Clients in Mexico are mostly reached by WhatsApp.",
        "c-d5nbe": "A detained client may be moved at short notice",
    }
    for name, words in places.items():
        text = said(f"checklist {name}", MINI)
        assert [other for other, line in places.items() if line in text] == [name]
        assert words in text
    assert "The engagement checklist has advice for a client in Mexico." in said("agreement c-m3wqz", MINI)


def test_a_detained_case_has_no_filing_day_until_the_court_sets_one() -> None:
    assert "| Pre-hearing filings | **No date yet** | Only the court's order sets it" in said("plan c-d5nbe", MINI)


def test_a_plan_that_nobody_has_agreed_on_says_so() -> None:
    assert "# Mentoring plan, proposed\n" in said("plan c-m3wqz", MINI)
    assert "Nothing here is agreed yet." in said("plan c-m3wqz", MINI)


def test_a_training_can_be_waived_or_put_off(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    waiver = "waivers:\n  - requirement: intro_video\n    date: 2026-11-20\n    by: s-ito\n    reason: experienced\n"
    edit(root / "data/cases/c-m3wqz.yml", ("requirements:\n", f"{waiver}requirements:\n"))
    assert "- [x] **Introductory video training**: waived on Fri 20 Nov 2026\n" in said("checklist c-m3wqz", root)
    edit(root / "data/cases/c-m3wqz.yml", ("reason: experienced\n", "reason: experienced\n    until: 2026-12-11\n"))
    assert "- [ ] **Introductory video training**: by Fri 11 Dec 2026, needed before the first" in said("checklist c-m3wqz", root)


def test_before_the_eoir_28_nobody_is_of_record_in_court(tmp_path: Path) -> None:
    root, open_still = copy_of(tmp_path), "In court this begins with the EOIR-28, which our record does not show as filed yet."
    edit(root / "data/cases/c-a9xgu.yml", ("  eoir_28: ", "  # eoir_28: "))
    assert open_still in said("agreement c-a9xgu", root)
    assert "you are of record from the day you file your EOIR-28" in said("checklist c-a9xgu", root)
    assert open_still not in said("agreement c-a9xgu", MINI)


def test_the_agreement_asks_only_for_trainings_that_are_asked_for(tmp_path: Path) -> None:
    root, path = copy_of(tmp_path), tmp_path / "program/data/cases/c-m3wqz.yml"
    before = "- Completes the introductory video training before the first meeting with the mentor.\n"
    assert before in said("agreement c-m3wqz", root)
    waiver = "waivers:\n  - requirement: intro_video\n    date: 2026-11-20\n    by: s-ito\n    reason: experienced\n"
    edit(path, ("requirements:\n", f"{waiver}requirements:\n"))
    assert "introductory video training" not in said("agreement c-m3wqz", root)
    edit(path, ("reason: experienced\n", "reason: experienced\n    until: 2026-12-11\n"))
    assert "- Completes the introductory video training by Fri 11 Dec 2026.\n" in said("agreement c-m3wqz", root)


def test_what_is_left_to_do_depends_on_what_was_decided(full: Path) -> None:
    words = {
        "c-w9vfq": "the I-730 for spouse and children (in general within two years of the grant)",
        "c-vr5vr": "by itself no green card",
        "c-9cgbr": "your EOIR-28 does not reach there",
    }
    for name, line in words.items():
        text = said(f"closing {name}", full)
        assert [other for other, theirs in words.items() if theirs in text] == [name], line
    assert "Client's decision not to appeal in your file" in said("closing c-vr5vr", full)


def test_consent_is_said_to_be_there_only_when_its_day_is_recorded(tmp_path: Path) -> None:
    root, there = copy_of(tmp_path), "client's consent to mentoring are on record"
    assert there not in said("introduction c-m3wqz", root)
    edit(
        root / "data/cases/c-m3wqz.yml",
        ("conflict_check: 2026-11-16\n", "conflict_check: 2026-11-16\n  consent_to_mentoring: 2026-11-17\n"),
    )
    assert there in said("introduction c-m3wqz", root)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """The sample program, with the whole law."""
    shutil.copytree(ROOT / "data", tmp_path / "program/data")
    return tmp_path / "program"


def test_the_days_left_for_an_appeal_come_from_the_rule(full: Path) -> None:
    """Decided on 5 November and stated that day: 30 days end on a Saturday, and the safe day does not wait for it."""
    row = "| Appeal to the BIA (EOIR-26)<br>*8 CFR 1003.38(b)-(d)* | Fri 13 Nov 2026 | Mon 7 Dec 2026 | 27 days |"
    assert row in said("closing c-9cgbr --today 2026-11-10", full)
    assert "| **File at once**: it was Fri 13 Nov 2026 | Mon 7 Dec 2026 | 13 days |" in said("closing c-9cgbr", full)
    assert "| Mon 7 Dec 2026 | Today |" in said("closing c-9cgbr --today 2026-12-07", full)


def test_voluntary_departure_is_never_left_out(full: Path) -> None:
    text = said("closing c-q5dwq", full)
    assert "By our record the client had to leave by Sun 13 Sep 2026." in text
    assert "That is no proof that none does" in text


def test_a_case_that_was_returned_still_has_its_dates(full: Path) -> None:
    edit(full / "data/cases/c-db6sg.yml", ("status: active\n", "status: closed\n"),
         ("requested_on:", "  - status: closed\n    date: 2026-11-20\n    reason: returned\nrequested_on:"))  # fmt: skip
    text = said("closing c-db6sg", full)
    assert "until the court has granted a motion for substitution or withdrawal, the attorney remains of record" in text
    assert "| Pre-hearing filings | Fri 7 May 2027 | Mon 10 May 2027 |\n| Individual hearing | Tue 8 Jun 2027 |" in text
    assert "handed to the next attorney or to Cypress Bend Justice Center\n- [ ] Client told" in text


def test_the_record_is_kept_as_the_settings_say_and_longer_under_a_hold(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    assert "We keep it until Fri 30 Sep 2033; from then on it may be deleted." in said("closing c-c8yjf", root)
    path = root / "data/cases/c-c8yjf.yml"
    path.write_text(path.read_text() + "legal_hold:\n  since: 2026-10-01\n  by: s-ito\n  reason: audit\n")
    assert "It is under a legal hold, and nothing of it is deleted while that lasts." in said("closing c-c8yjf", root)


REFUSED = {
    "agreement c-v7htp": "The case has no mentor yet.",
    "plan c-r4kse": "The case has no mentor yet.",
    "closing c-a9xgu": "A closing letter needs an end, and this case has none yet. Write the decision with `vecina log c-a9xgu",
    "agreement c-c8yjf": "The case has ended (closed). Of the documents only the closing letter is left.",
    "all c-r4kse --out build/papers": "The case has no mentor yet.",
}


@pytest.mark.parametrize("words", REFUSED)
def test_a_case_that_is_not_so_far_has_no_document(words: str) -> None:
    done = vecina(f"document {words}", MINI)
    assert done.exit_code == 1
    assert REFUSED[words] in done.output


def test_without_the_record_of_one_of_its_people_there_is_none(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    edit(root / "data/mentors/m-weaver.yml", ("status: active", "status: actve"))
    done = vecina("document agreement c-a9xgu", root)
    assert done.exit_code == 1
    assert "c-a9xgu: Without the record of m-weaver the document would lack a person. Run `vecina check`." in done.output


@pytest.mark.parametrize("words", ["letter c-a9xgu", "plan c-a9xgu --format docx", "all c-a9xgu", "plan c-zzzzz"])
def test_wrong_usage_is_said(words: str) -> None:
    assert vecina(f"document {words}", MINI).exit_code == 2


def test_documents_are_not_written_among_the_records(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    done = vecina(f"document plan c-a9xgu --format html --out {root}/data/plan.html", root)
    assert done.exit_code == 2
    assert "Name another folder" in done.output
    assert not (root / "data/plan.html").exists()


def test_all_that_fit_are_written_into_a_folder(tmp_path: Path) -> None:
    root, out = copy_of(tmp_path), tmp_path / "out"
    said(f"all c-a9xgu --format docx --out {out}", root)
    assert sorted(path.name for path in out.iterdir()) == [
        f"c-a9xgu-{kind}.docx" for kind in ("agreement", "checklist", "introduction", "plan")
    ]
    file = Document(str(out / "c-a9xgu-agreement.docx"))
    assert file.core_properties.title == "Mentoring agreement, case c-a9xgu (sample)"
    assert [line.text for line in file.paragraphs if line.style and line.style.name == "Heading 1"] == ["Mentoring agreement"]
    assert [cell.text for cell in file.tables[0].rows[1].cells] == [
        "Attorney of record",
        "Corinne Finch, corinne.finch@example.org",
    ]


def test_what_people_typed_shows_as_typed(tmp_path: Path) -> None:
    root, out = copy_of(tmp_path), tmp_path / "plan.html"
    edit(
        root / "data/attorneys/a-finch.yml",
        ("name: Corinne Finch (sample)", "name: <script>alert(1)</script> | *Finch* (sample)"),
    )
    said(f"introduction c-a9xgu --format html --out {out}", root)
    page = out.read_text(encoding="utf-8")
    assert "<td>&lt;script&gt;alert(1)&lt;/script&gt; | *Finch*</td>" in page
    assert "<script" not in page


def test_a_program_may_have_its_own_words(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    own = root / "site/papers/agreement.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("# Our agreement\n\n{{ paper.attorney.name }} is attorney of record.\n")
    assert said("agreement c-a9xgu", root) == (
        "# Our agreement\n\n*Sample: the people and organizations in it are invented.*\n\nCorinne Finch is attorney of record.\n"
    )
    assert said("plan c-a9xgu", root).startswith("# Mentoring plan\n")


def test_a_slip_in_a_template_is_found_and_not_left_as_a_gap(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    own = root / "site/papers/agreement.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("# Agreement of {{ paper.atorney.name }}\n")
    done = vecina("document agreement c-a9xgu", root)
    assert (done.exit_code, done.output) == (1, f"The template site/papers/agreement.md.j2 cannot be filled: line 1. {_COMPARE}")
    own.write_text("# Agreement\n\n> {{ paper.attorney.name }} is attorney of record.\n")
    done = vecina(f"document agreement c-a9xgu --format docx --out {tmp_path}/x.docx", root)
    assert done.exit_code == 1
    assert done.output == "The template site/papers/agreement.md.j2 uses what documents do not have: a quotation.\n"
    assert not (tmp_path / "x.docx").exists()


_COMPARE = "Compare it with the one it came from.\n"
