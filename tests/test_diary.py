"""A word and a day as edits of a record, without files: what is chosen, what is refused, what is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cases import DAY, case
from vecina import diary
from vecina.diary import Given, Line, NotPossible
from vecina.edit import Put, edited, render
from vecina.yamlmap import read

ON = date(2026, 11, 20)


def written(data: dict[str, Any], line: Line) -> dict[str, Any]:
    """The record after the line."""
    whole: dict[str, Any] = read(edited("case", render("case", data).encode(), line.puts).encode(), "").data
    return whole


def hearing(day: str, **more: Any) -> dict[str, Any]:
    return {"type": "individual", "date": day, "mode": "in-person", "status": "scheduled", **more}


def test_a_line_says_days_with_their_weekday_and_a_commit_without() -> None:
    line = diary.met(case(), ON, DAY, "mentor", "phone")
    assert (line.what, line.said) == ("met the mentor on 2026-11-20", "Met the mentor on Fri 20 Nov 2026, by phone.")


def test_the_first_of_a_list_makes_the_list() -> None:
    for data in (case(), case(messages=[])):
        line = diary.message(data, ON, DAY, "mentor", "attorney")
        assert written(data, line)["messages"] == [{"asked": "2026-11-20", "by": "mentor", "to": "attorney"}]


def test_the_oldest_open_message_is_answered_unless_another_is_named() -> None:
    rows = [
        {"asked": "2026-11-02", "by": "mentor", "to": "attorney", "answered": "2026-11-03"},
        {"asked": "2026-11-16", "by": "mentor", "to": "attorney"},
        {"asked": "2026-11-16", "by": "attorney", "to": "mentor"},
        {"asked": "2026-11-18", "by": "attorney", "to": "mentor"},
    ]
    data = case(messages=rows)

    def at(**words: Any) -> Any:
        return diary.answered(data, ON, DAY, words.get("asked"), words.get("by")).puts[0].path

    with pytest.raises(NotPossible, match=r"who answered with --by: attorney or mentor\."):
        at()
    assert at(by="mentor") == ("messages", 2, "answered")
    assert at(asked=date(2026, 11, 18)) == ("messages", 3, "answered")
    with pytest.raises(NotPossible, match="No open message fits"):
        at(asked=date(2026, 11, 2))
    with pytest.raises(NotPossible, match="No message is open"):
        diary.answered(case(), ON, DAY, None, None)


def test_hours_are_of_the_present_mentor_or_name_another() -> None:
    assert "mentor" not in diary.hours(case(), ON, DAY, 1, "m-ibarra", "review").puts[0].value[0]
    assert diary.hours(case(), ON, DAY, 1, "m-weaver", "review").puts[0].value[0]["mentor"] == "m-weaver"
    waiting = {name: value for name, value in case().items() if name != "mentor"}
    with pytest.raises(NotPossible, match="no mentor now"):
        diary.hours(waiting, ON, DAY, 1, "mentor", "review")


def test_an_appearance_is_one_fact_in_two_places() -> None:
    milestones = [{"kind": "eoir-28", "due": "2026-11-18", "owner": "attorney"}]
    data = case(plan={"agreed_on": "2026-11-12", "milestones": milestones})
    for line in (diary.filed(data, "EOIR-28", ON, DAY, None, ()), diary.done(data, "eoir-28", ON, DAY, None, None)):
        after = written(data, line)
        assert after["requirements"] == {"eoir_28": "2026-11-20"}
        assert after["plan"]["milestones"][0]["done"] == "2026-11-20"
        with pytest.raises(NotPossible, match="already"):
            diary.filed(after, "EOIR-28", ON, DAY, None, ())


def test_a_milestone_that_stands_twice_is_named_by_its_day() -> None:
    rows = [{"kind": "client-meeting", "due": day, "owner": "attorney"} for day in ("2026-11-18", "2026-12-18")]
    data = case(plan={"agreed_on": "2026-10-01", "milestones": rows})
    with pytest.raises(NotPossible, match="2026-11-18 or 2026-12-18"):
        diary.done(data, "client-meeting", ON, DAY, None, None)
    line = diary.done(data, "client-meeting", ON, DAY, date(2026, 12, 18), None)
    assert line.puts == (Put(("plan", "milestones", 1, "done"), "2026-11-20"),)
    with pytest.raises(NotPossible, match="no mentoring plan"):
        diary.done(case(), "client-meeting", ON, DAY, None, None)


def test_an_i589_filed_again_takes_the_place_of_the_one_returned() -> None:
    data = case(i589_filed="2026-10-01", events=[{"kind": "i589-returned", "date": "2026-11-09"}])
    after = written(data, diary.filed(data, "I-589", ON, DAY, None, ()))
    assert (after["i589_filed"], after["events"][0]["done"]) == ("2026-11-20", "2026-11-20")


def test_the_package_is_for_the_hearing_to_come_and_its_own_milestone() -> None:
    rows = [{"kind": "filing-package", "due": day, "owner": "attorney"} for day in ("2026-11-25", "2027-03-01")]
    data = case(
        plan={"agreed_on": "2026-10-01", "milestones": rows},
        hearings=[hearing("2026-12-28"), hearing("2027-03-30"), hearing("2027-01-05", type="master-calendar")],
    )
    with pytest.raises(NotPossible, match="2026-12-28 or 2027-03-30"):
        diary.filed(data, "package", ON, DAY, None, ())
    after = written(data, diary.filed(data, "package", ON, DAY, date(2027, 3, 30), ()))
    assert [row.get("filed") for row in after["hearings"]] == [None, "2026-11-20", None]
    assert [row.get("done") for row in after["plan"]["milestones"]] == [None, "2026-11-20"]


def test_a_step_is_written_under_the_order_from_which_it_follows() -> None:
    orders = [{"kind": "bia-decision", "date": day} for day in ("2026-10-05", "2026-11-02")]
    data = case(orders=orders, events=[{"kind": "removal-order", "date": "2026-11-10"}])
    with pytest.raises(NotPossible, match="bia-decision of 2026-11-02 or removal-order of 2026-11-10"):
        diary.filed(data, "petition-for-review", ON, DAY, None, ())
    after = written(data, diary.filed(data, "petition-for-review", ON, DAY, None, (date(2026, 11, 2),)))
    assert after["orders"][1]["steps"] == [{"step": "petition-for-review", "date": "2026-11-20"}]
    after = written(after, diary.waived(after, "motion-to-reopen", ON, DAY, ("bia-decision", date(2026, 11, 2))))
    assert after["orders"][1]["steps"][1] == {"step": "motion-to-reopen", "date": "2026-11-20", "waived": True}
    with pytest.raises(NotPossible, match="None of that day or kind"):
        diary.filed(data, "petition-for-review", ON, DAY, None, (date(2026, 11, 3),))


def test_a_change_of_address_goes_to_the_court_and_on_appeal_to_the_board_too() -> None:
    moved = [{"kind": "address-change", "date": "2026-11-18"}]
    data = case(events=moved)
    after = written(data, diary.filed(data, "EOIR-33", ON, DAY, None, ()))
    assert after["events"][0]["steps"] == [{"step": "eoir-33-court", "date": "2026-11-20"}]
    with pytest.raises(NotPossible, match="eoir-33-court or eoir-33-bia"):
        diary.filed(case(events=moved, posture="bia-appeal"), "EOIR-33", ON, DAY, None, ())


def test_a_response_closes_what_it_answers() -> None:
    data = case(events=[{"kind": "dhs-filing", "date": "2026-11-18"}, {"kind": "motion-to-pretermit", "date": "2026-11-19"}])
    with pytest.raises(NotPossible, match="more than one"):
        diary.filed(data, "response", ON, DAY, None, ())
    line = diary.filed(data, "response", ON, DAY, None, ("dhs-filing",))
    assert line.puts == (Put(("events", 0, "done"), "2026-11-20"),)
    assert diary.done(data, "motion-to-pretermit", ON, DAY, None, None).puts == (Put(("events", 1, "done"), "2026-11-20"),)


def test_a_decision_brings_its_outcome_and_closing_takes_its_day() -> None:
    rows = diary.outcome_rows(["asylum", "cat"], ["denied", "granted"], ON, "reserved", DAY)
    data = case()
    line = diary.order(data, "ij-decision", ON, DAY, served="orally", outcome=rows)
    after = written(data, line)
    assert after["orders"] == [{"kind": "ij-decision", "date": "2026-11-20", "served": "orally", "served_on": "2026-11-20"}]
    assert [(row["relief"], row["result"], row["appealed"]) for row in after["outcome"]] == [
        ("asylum", "denied", "reserved"), ("cat", "granted", "reserved"),
    ]  # fmt: skip
    assert line.what == "decision of the immigration judge of 2026-11-20"  # what was decided is in no message of a commit
    assert diary.decided(after, None) == ON
    closed = written(after, diary.closed(after, DAY, DAY, "decided", ()))
    assert (closed["status"], closed["history"][-1]) == (
        "closed", {"status": "closed", "date": "2026-11-24", "reason": "decided"},
    )  # fmt: skip
    with pytest.raises(NotPossible, match="outcome for this relief"):
        diary.closed(after, DAY, DAY, "decided", diary.outcome_rows(["cat"], ["granted"], ON, None, DAY))


def test_which_hearing_moves_must_be_plain() -> None:
    data = case(hearings=[hearing("2026-12-28"), hearing("2027-01-05", type="master-calendar", mode="internet")])
    to = date(2027, 2, 9)
    with pytest.raises(NotPossible, match="2026-12-28 or 2027-01-05"):
        diary.hearing(data, to, DAY, Given(moves=True))
    after = written(data, diary.hearing(data, to, DAY, Given(moves=True, type="master-calendar", time="09:00")))
    assert [row["status"] for row in after["hearings"]] == ["scheduled", "adjourned", "scheduled"]
    assert after["hearings"][2] | {} == hearing("2027-02-09", type="master-calendar", mode="internet", time="09:00")
    with pytest.raises(NotPossible, match="not both"):
        diary.hearing(data, to, DAY, Given(moves=True, moved_from=to))
