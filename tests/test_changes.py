"""What changed in a case between two versions, in sentences a lawyer reads: every date, and who and where it is with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from outside import ROOT
from programs import TESTS
from vecina.changes import date_changes, dates_of, sentence
from vecina.changes.texts import differing
from vecina.schema import resolve, sources
from vecina.yamlmap import read

TEXTS = {path.stem: path.read_bytes() for path in sorted((ROOT / "data/cases").glob("*.yml"))}
CASES: dict[str, dict[str, Any]] = {name: read(raw, name).data for name, raw in TEXTS.items()}


def told(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The changes as sentences."""
    return [sentence(change) for change in date_changes(before, after)]


def hearing(day: str, kind: str = "individual", **more: object) -> dict[str, Any]:
    """A hearing that is scheduled, and what else is to be said of it."""
    return {"type": kind, "date": day, "mode": "in-person", "status": "scheduled", **more}


DECISION = {"kind": "ij-decision", "date": "2026-11-24"}
ORDER = {"kind": "scheduling-order", "date": "2026-08-25", "due_for": "filing-package"}
RULED = {"relief": "asylum", "result": "granted", "decided_on": "2026-10-20"}
STOP = {"from": "2026-08-03", "reason": "continuance-to-prepare"}
MAIL = {"by": "mentor", "to": "attorney", "asked": "2026-11-18"}
# field, before, after (None: not there), what is said
EXAMPLES = [
    ("hearings", [hearing("2027-03-02")], [hearing("2027-03-09")],
     "Individual hearing moved from Tue 2 Mar 2027 to Tue 9 Mar 2027"),
    ("hearings", None, [hearing("2027-03-02", "bond")], "Bond hearing added: Tue 2 Mar 2027"),
    ("hearings", [hearing("2027-03-02")], [], "Individual hearing removed: Tue 2 Mar 2027"),
    ("hearings", [hearing("2027-03-02")], [hearing("2027-03-02", status="vacated")],
     "Individual hearing of Tue 2 Mar 2027, what became of it: Vacated, was Scheduled"),
    ("hearings", [hearing("2027-03-02")], [hearing("2027-03-02", mode="internet")],
     "Individual hearing of Tue 2 Mar 2027, mode: Internet-based (Webex), was In person"),
    ("hearings", [hearing("2027-03-02")], [hearing("2027-03-02", filed="2027-01-29")],
     "Individual hearing, filings made on Fri 29 Jan 2027"),
    ("hearings", [hearing("2027-03-02", judge_set_filing_date="2027-02-01")],
     [hearing("2027-03-02", judge_set_filing_date="2027-02-02")],
     "Individual hearing, filing date set by the judge: Tue 2 Feb 2027, was Mon 1 Feb 2027"),
    ("history", [], [{"status": "matched", "date": "2026-07-08"}], "Status matched added: Wed 8 Jul 2026"),
    ("orders", [DECISION], [{**DECISION, "served_on": "2026-11-25"}],
     "Decision of the immigration judge served on Wed 25 Nov 2026"),
    ("orders", [DECISION], [{**DECISION, "done": "2026-12-01"}], "Decision of the immigration judge done on Tue 1 Dec 2026"),
    ("orders", [{**ORDER, "due": "2027-01-11"}], [{**ORDER, "due": "2027-01-18"}],
     "Scheduling order (pre-hearing filings), date it sets: Mon 18 Jan 2027, was Mon 11 Jan 2027"),
    ("orders", [DECISION], [{**DECISION, "steps": [{"step": "appeal", "date": "2026-12-01"}]}],
     "Decision of the immigration judge, appeal to the BIA added: Tue 1 Dec 2026"),
    ("orders", [DECISION], [{**DECISION, "steps": [{"step": "appeal", "date": "2026-12-01", "waived": True}]}],
     "Decision of the immigration judge, appeal to the BIA (decided against) added: Tue 1 Dec 2026"),
    ("events", [], [{"kind": "dhs-filing", "date": "2026-11-18"}],
     "Event (the court received a filing of DHS) added: Wed 18 Nov 2026"),
    ("asylum_clock", {"stops": [STOP]}, {"stops": [{**STOP, "to": "2026-08-17"}]},
     "Asylum clock, continuance to prepare the case to Mon 17 Aug 2026"),
    ("asylum_clock", None, {"started_on": "2026-02-10"}, "Asylum clock started on Tue 10 Feb 2026"),
    ("plan", None, {"agreed_on": "2026-07-22"}, "Mentoring plan agreed on Wed 22 Jul 2026"),
    ("plan", {"for_hearing": "2027-03-02"}, {"for_hearing": "2027-03-09"},
     "Mentoring plan for the hearing of Tue 9 Mar 2027, was Tue 2 Mar 2027"),
    ("plan", {"milestones": [{"kind": "filing-package", "due": "2027-01-22"}]},
     {"milestones": [{"kind": "filing-package", "due": "2027-01-22", "done": "2027-01-21"}]},
     "Pre-hearing filing package done on Thu 21 Jan 2027"),
    ("plan", {"milestones": [{"kind": "foia", "due": "2026-07-07"}]}, {"milestones": [{"kind": "foia", "due": "2026-07-10"}]},
     "FOIA requests sent, due on Fri 10 Jul 2026, was Tue 7 Jul 2026"),
    ("plan", {"milestones": [{"kind": "brief-draft", "due": "2026-12-02"}]}, {"milestones": []},
     "Removed: brief draft to the mentor due on Wed 2 Dec 2026"),
    ("requirements", None, {"conflict_check": "2026-07-09"}, "Conflict check: Thu 9 Jul 2026"),
    ("requirements", None, {"malpractice_cover": {"confirmed_on": "2026-07-13"}},
     "Malpractice cover confirmed on Mon 13 Jul 2026"),
    ("meetings", [{"date": "2026-11-03"}], [{"date": "2026-11-03"}, {"date": "2026-11-10"}], "Meeting added: Tue 10 Nov 2026"),
    ("check_ins", [], [{"date": "2026-11-02"}], "Check-in added: Mon 2 Nov 2026"),
    ("hours", [], [{"date": "2026-10-06"}, {"date": "2026-10-06"}], "Hours added: Tue 6 Oct 2026"),
    ("declines", [], [{"mentor": "m-chen", "date": "2026-11-18"}], "Decline of m-chen added: Wed 18 Nov 2026"),
    ("messages", [MAIL], [{**MAIL, "answered": "2026-11-19"}], "Message from mentor to attorney answered on Thu 19 Nov 2026"),
    ("outcome", [], [RULED], "Asylum (granted) decided on Tue 20 Oct 2026"),
    ("outcome", [RULED], [{**RULED, "appealed": "dhs"}], "Asylum, appeal: DHS appealed"),
    ("i589_filed", None, "2026-10-12", "I-589 filed on Mon 12 Oct 2026"),
    ("last_arrival", "2026-02-03", "2026-02-04", "Last arrival: Wed 4 Feb 2026, was Tue 3 Feb 2026"),
    ("last_arrival", "2026-02-03", None, "Last arrival removed: Tue 3 Feb 2026"),
    ("requested_on", None, "2026-06-01", "Requested on Mon 1 Jun 2026"),
    ("status", "onboarding", "active", "Status: Active, was Onboarding"),
    ("mentor", "m-okafor", "m-rivera", "Mentor: m-rivera, was m-okafor"),
    ("backup_mentor", None, "m-chen", "Backup mentor: m-chen"),
    ("attorney", "a-okafor", None, "Attorney of record: none, was a-okafor"),
    ("court", "HOU", "NYC", "Immigration court: NYC, was HOU"),
    ("detained", False, True, "Detained: yes, was no"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "before", "after", "said"), EXAMPLES, ids=[example[3] for example in EXAMPLES])
def test_a_change_reads_as_a_sentence(field: str, before: Any, after: Any, said: str) -> None:
    assert told(*({} if value is None else {field: value} for value in (before, after))) == [said]


def test_a_hearing_that_the_court_moved_is_two_rows_and_two_sentences() -> None:
    before, after = [hearing("2027-03-02")], [hearing("2027-03-02", status="adjourned"), hearing("2027-03-09")]
    assert told({"hearings": before}, {"hearings": after}) == [
        "Individual hearing of Tue 2 Mar 2027, what became of it: Adjourned, was Scheduled",
        "Individual hearing added: Tue 9 Mar 2027",
    ]


def test_an_earlier_row_does_not_push_the_later_ones_on() -> None:
    """Nor is it guessed which one moved where there are now more of a kind."""
    earlier, kept, moved = hearing("2026-05-12"), hearing("2027-03-02"), hearing("2027-03-09")
    assert told({"hearings": [kept]}, {"hearings": [earlier, kept]}) == ["Individual hearing added: Tue 12 May 2026"]
    assert [line.split(":")[0] for line in told({"hearings": [kept]}, {"hearings": [earlier, moved]})] == [
        "Individual hearing removed", "Individual hearing added", "Individual hearing added",
    ]  # fmt: skip


def test_one_that_moves_past_another_of_its_kind_is_the_only_one_that_moved() -> None:
    first, second, third = hearing("2027-03-02"), hearing("2027-03-04"), hearing("2027-03-08")
    assert told({"hearings": [first, second]}, {"hearings": [second, third]}) == [
        "Individual hearing moved from Tue 2 Mar 2027 to Mon 8 Mar 2027"
    ]


def shuffled(value: Any, dice: random.Random) -> Any:
    """The same data with the rows of every list, and the fields of every group, in another order."""
    if isinstance(value, dict):
        return {name: shuffled(value[name], dice) for name in dice.sample(list(value), len(value))}
    return [shuffled(one, dice) for one in dice.sample(value, len(value))] if isinstance(value, list) else value


@given(st.sampled_from(sorted(CASES)), st.randoms(use_true_random=False))
def test_another_order_is_no_change(name: str, dice: random.Random) -> None:
    again = shuffled(CASES[name], dice)
    assert told(CASES[name], again) == []
    assert dates_of(again) == dates_of(CASES[name])


def dates_in(schema: dict[str, Any]) -> int:
    """How many fields of a schema, wherever in it, are a date."""
    below = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else ())]
    return int(schema.get("$ref") == "common.schema.json#/$defs/date") + sum(dates_in(resolve_once(one)) for one in below)


def resolve_once(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with what it refers to, except for a date, which is to be seen as one."""
    return schema if str(schema.get("$ref", "")).endswith("/date") else resolve(schema)


def filled(schema: dict[str, Any], days: Iterator[date]) -> Any:
    """A record with every field that the schema has, one row in each list, and no two dates alike."""
    schema = resolve(schema)
    if schema.get("format") == "date":
        return next(days).isoformat()
    if "properties" in schema:
        return {name: filled(below, days) for name, below in schema["properties"].items()}
    if "items" in schema:
        return [filled(schema["items"], days)]
    return schema["examples"][0] if "examples" in schema else schema["enum"][0]


def test_no_date_of_the_schema_is_missed() -> None:
    """A record that has them all: each has an identity of its own, is shown when it changes, and has words of its own."""
    schema = sources()["case"]
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(200)]
    whole = filled(schema, iter(days))
    found = dates_of(whole)
    assert len(found) == dates_in(schema) > 40
    assert {dated.day for dated in found.values()} == set(days[: len(found)])
    assert len({dated.words for dated in found.values()}) == len(found)
    later = filled(schema, iter(days[100:]))
    shown = {change.after for change in date_changes(whole, later)}
    assert set(days[100 : 100 + len(found)]) <= shown


def replaced(value: Any, by: object) -> Any:
    """The same data with something else in place of each value."""
    if isinstance(value, dict):
        return {name: replaced(below, by) for name, below in value.items()}
    return [replaced(below, by) for below in value] if isinstance(value, list) else by


@pytest.mark.parametrize("by", ["Jane zzyzx", "m-zzyzx\n", "2026-99-99 zzyzx", {"zzyzx": 1}, ["zzyzx"], 7, None, True])
def test_no_value_is_told_but_ids_dates_and_labels(by: object) -> None:
    """An old version may hold anything, in any place: it is not repeated, and nothing fails."""
    for case in CASES.values():
        for other in (replaced(case, by), dict.fromkeys(case, by)):
            assert "zzyzx" not in "".join([*told(case, other), *told(other, case)])
    assert told({"mentor": "m-okafor"}, {"mentor": "Jane Doe"}) == ["Mentor: a value that is not shown, was m-okafor"]


def test_two_texts_differ_as_two_records_do() -> None:
    """Only the lines that are not the same are read, and nothing is missed by it."""
    for one, other in pairwise(TEXTS):
        before, after = differing(TEXTS[one], TEXTS[other], {})
        assert before is not None
        assert after is not None
        assert date_changes(before, after) == date_changes(CASES[one], CASES[other])


def test_only_what_differs_is_read() -> None:
    raw = TEXTS["c-7k3q9"]
    assert differing(raw, raw.replace(b"detained: false", b"detained: true"), {}) == ({"detained": False}, {"detained": True})
    assert differing(raw, raw + b"# a remark\n", {})[0] == differing(raw, raw + b"# a remark\n", {})[1]
    assert differing(raw, raw.replace(b"\n", b"\r\n"), {})[1] == CASES["c-7k3q9"]


@pytest.mark.parametrize("text", ['claims: ["a\nstatus: b"]\n', "claims: [a,\nstatus: b\n]\n", "claims: 'a\nstatus: b'\n"])
def test_a_line_within_quotes_or_brackets_is_no_field(text: str) -> None:
    """Such a text is read whole: as a whole it says what it says."""
    raw = f"court: HOU\n{text}".encode()
    assert differing(b"court: NYC\n", raw, {}) == ({"court": "NYC"}, read(raw, "").data)
    assert differing(raw, b"court: NYC\n", {}) == (read(raw, "").data, {"court": "NYC"})


def test_a_field_that_stands_twice_is_taken_as_it_always_is() -> None:
    raw = b"court: HOU\ncourt: NYC\n"
    assert differing(b"court: LAX\n", raw, {})[1] == read(raw, "").data


def test_broken_fields_spoil_no_others() -> None:
    """What cannot be read is said to be so only where it changed."""
    broken = b"claims: [gang\ncourt: HOU\n"
    assert differing(b"claims: [gang]\ncourt: HOU\n", broken, {})[1] is None
    assert differing(broken, broken.replace(b"HOU", b"NYC"), {}) == ({"court": "HOU"}, {"court": "NYC"})


def test_every_faulty_record_can_be_compared() -> None:
    """Whatever a person typed, the answer is sentences or a word that it cannot be read."""
    paths = [path for path in (TESTS / "faults").glob("*/data/cases/*.yml") if path.is_file()]
    compared = [differing(TEXTS["c-7k3q9"], path.read_bytes(), {}) for path in paths]
    readable = [date_changes(before, after) for before, after in compared if before is not None and after is not None]
    assert all(readable)
    assert len(paths) > len(readable) > 10
