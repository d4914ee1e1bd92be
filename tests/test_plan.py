"""A mentoring plan: counted from the hearing, pressed together when time is short, made anew when the hearing moves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from law import CALENDAR, LAW, law, record
from programs import MINI, copy_of, vecina
from vecina.deadlines.plan import Plan, Step, propose_plan
from vecina.deadlines.program import moved_plan
from vecina.deadlines.write_plan import plan_puts
from vecina.edit import edited, render
from vecina.yamlmap import read

PROGRAM = record("program.yml")
OWN = law("ic.ich_filing", "ic.judge_set")


def case(hearing: str = "2027-06-22", match: str = "2026-11-23", **more: Any) -> dict[str, Any]:
    """An active case with one individual hearing to come."""
    return {
        "id": "c-7k3q9", "status": "matched", "detained": False, "court": "HOU", "posture": "individual-hearing",
        "history": [{"status": "requested", "date": "2026-11-16"}, {"status": "matched", "date": match}],
        "hearings": [{"type": "individual", "date": hearing, "mode": "in-person", "status": "scheduled"}] if hearing else [],
        **more,
    }  # fmt: skip


def plan(data: dict[str, Any], today: date = LAW, *, again: bool = False) -> Plan:
    return propose_plan("c-7k3q9", data, PROGRAM, OWN, today, again=again)


def days(made: Plan) -> dict[str, str]:
    return {step.kind: step.due.isoformat() for step in made.steps}


def one(made: Plan, kind: str) -> Step:
    return next(step for step in made.steps if step.kind == kind)


def with_plan(data: dict[str, Any], made: Plan, **done: str) -> dict[str, Any]:
    """The case with the proposed plan in its record, some steps done."""
    text = edited("case", render("case", data).encode(), plan_puts(data, made))
    whole: dict[str, Any] = read(text.encode(), "").data
    for row in whole["plan"]["milestones"]:
        if row["kind"].replace("-", "_") in done:
            row["done"] = done[row["kind"].replace("-", "_")]
    return whole


def test_with_time_enough_every_step_has_its_usual_day() -> None:
    made = plan(case())
    assert made.filing == date(2027, 5, 21)  # the 23rd is a Sunday
    assert days(made) == {
        "eoir-28": "2026-11-30", "eoir-33-check": "2026-11-30", "plan-meeting": "2026-12-07", "file-review": "2026-12-23",
        "foia": "2026-12-23", "theory-memo": "2026-12-23", "i589-review": "2026-12-23", "expert-referral": "2027-01-22",
        "medical-evaluation": "2027-01-22", "declaration-draft": "2027-02-22", "country-conditions": "2027-03-24",
        "witness-list": "2027-04-08", "declaration-final": "2027-04-23", "expert-affidavit": "2027-04-23",
        "biometrics": "2027-04-23",
        "brief-draft": "2027-04-30", "brief-returned": "2027-05-07", "translations": "2027-05-11", "filing-package": "2027-05-18",
        "client-meeting": "2027-05-21", "mock-direct": "2027-06-08", "mock-cross": "2027-06-15", "logistics": "2027-06-17",
    }  # fmt: skip
    assert not any(step.compressed for step in made.steps)
    assert {kind for kind, _ in made.undated} == {"decision-record", "appeal-decision", "closing-form"}


def test_with_little_time_the_steps_keep_their_order_and_say_so() -> None:
    made = plan(case("2027-02-02"))
    back = [row["kind"] for row in PROGRAM["milestones"] if row["from"] in ("individual-hearing", "filing-deadline")]
    usual, pressed = days(plan(case("2028-02-01"))), days(made)
    assert sorted(back, key=lambda kind: usual[kind]) == sorted(back, key=lambda kind: (pressed[kind], usual[kind]))
    assert one(made, "expert-referral").compressed
    assert one(made, "expert-referral").why.startswith("usually 150 days before")
    assert not one(made, "mock-cross").compressed
    assert pressed["filing-package"] <= made.filing.isoformat() if made.filing else False


@pytest.mark.parametrize("hearing", ["2026-11-30", "2026-12-14", "2026-12-28", "2027-01-19", "2027-03-02"])
def test_no_step_lies_in_the_past_or_behind_its_hearing(hearing: str) -> None:
    made = plan(case(hearing))
    for step in made.steps:
        assert LAW <= step.due <= max(date.fromisoformat(hearing), CALENDAR.next_business(LAW))
        assert CALENDAR.is_business(step.due)


def test_without_a_filing_date_what_hangs_on_it_has_no_day() -> None:
    made = plan(case("2027-02-10", detained=True))
    assert made.filing is None
    assert ("brief-draft", "needs the filing date of the court's order") in made.undated
    assert not one(made, "client-meeting").compressed
    ordered = [{"kind": "scheduling-order", "date": "2026-11-20", "due": "2027-01-13", "due_for": "filing-package"}]
    assert plan(case("2027-02-10", detained=True, orders=ordered)).filing == date(2027, 1, 13)


def test_without_a_hearing_only_the_steps_from_the_match_are_dated() -> None:
    made = plan(case(""))
    assert {step.kind for step in made.steps} >= {"plan-meeting", "file-review"}
    assert ("mock-direct", "needs the date of the individual hearing") in made.undated


def test_what_the_record_shows_as_done_is_not_asked_for() -> None:
    met = [{"date": "2026-11-24", "with": "mentor", "mode": "video"}]
    made = plan(case(requirements={"eoir_28": "2026-11-20"}, meetings=met))
    assert not {"eoir-28", "plan-meeting"} & set(days(made))


def test_a_hearing_that_moves_takes_the_open_steps_with_it_and_leaves_the_done_ones() -> None:
    first = plan(case())
    whole = with_plan(case(), first, foia="2026-11-24", expert_referral="2026-11-24")
    whole["hearings"][0]["status"] = "adjourned"
    whole["hearings"].append({"type": "individual", "date": "2027-08-24", "mode": "in-person", "status": "scheduled"})
    made = plan(whole)
    assert (made.made_for, made.hearing) == (date(2027, 6, 22), date(2027, 8, 24))
    assert (one(made, "foia").change, one(made, "expert-referral").change) == ("done", "done")
    assert one(made, "expert-referral").due == one(first, "expert-referral").due
    assert one(made, "mock-direct").was == one(first, "mock-direct").due
    assert one(made, "mock-direct").due == date(2027, 8, 10)
    assert one(made, "file-review").change == "kept"  # counted from the match


def test_an_agreed_day_stays_while_the_hearing_stays() -> None:
    whole = with_plan(case(), plan(case()))
    row = next(row for row in whole["plan"]["milestones"] if row["kind"] == "brief-draft")
    row["due"] = "2027-05-03"
    assert plan_puts(whole, plan(whole)) == []
    assert one(plan(whole, again=True), "brief-draft").due == date(2027, 4, 30)


def test_a_step_of_its_own_moves_by_as_many_days_as_the_hearing() -> None:
    whole = with_plan(case(), plan(case()))
    whole["plan"]["milestones"].append({"kind": "dhs-response", "due": "2027-05-25", "owner": "attorney"})
    whole["hearings"][0]["date"] = "2027-06-29"
    assert one(plan(whole), "dhs-response").due == date(2027, 6, 1)


moves = st.dates(date(2027, 4, 1), date(2028, 3, 1))


@given(moves, moves)
def test_a_hearing_moved_and_moved_back_gives_the_same_plan(first: date, second: date) -> None:
    start = case(first.isoformat())
    here = with_plan(start, plan(start, again=True))
    there = {**here, "hearings": [{**here["hearings"][0], "date": second.isoformat()}]}
    moved = with_plan(there, plan(there))
    back = {**moved, "hearings": here["hearings"]}
    assert with_plan(back, plan(back))["plan"] == here["plan"]


@given(st.integers(1, 400), st.integers(0, 120))
def test_steps_are_never_before_today_whatever_the_time(ahead: int, matched: int) -> None:
    hearing, match = LAW + timedelta(days=ahead), LAW - timedelta(days=matched)
    made = plan(case(hearing.isoformat(), match.isoformat()))
    assert all(step.due >= LAW for step in made.steps)
    usual = {step.kind for step in made.steps if not step.compressed}
    assert matched <= 7 or "eoir-28" not in usual


def test_apply_writes_the_plan_and_nothing_else(tmp_path: Any) -> None:
    root = copy_of(tmp_path)
    file = root / "data/cases/c-d5nbe.yml"
    before = file.read_text()
    assert vecina("plan c-d5nbe", root).exit_code == 0
    assert file.read_text() == before
    written = vecina("plan c-d5nbe --apply", root).output
    assert "data/cases/c-d5nbe.yml: 3 lines written" in written
    assert "due: 2026-11-30" not in written  # lines of a record are for a terminal, not for a log
    changed = set(file.read_text().splitlines()) - set(before.splitlines())
    assert changed == {"  for_hearing: 2027-01-12", "      due: 2026-11-30", "      compressed: true"}
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0
    assert "Nothing to write" in vecina("plan c-d5nbe --apply", root).output


def test_apply_refuses_what_it_cannot_write(tmp_path: Any) -> None:
    root = copy_of(tmp_path)
    file = root / "data/cases/c-d5nbe.yml"
    text = file.read_text().replace("    - kind: plan-meeting\n", "    - # by hand\n      kind: plan-meeting\n")
    file.write_text("{" + ", ".join(line for line in ["a: b"]) + "}\n")
    assert vecina("plan c-d5nbe --apply", root).exit_code == 1  # it cannot be read
    file.write_text(text)
    file.chmod(0o444)
    got = vecina("plan c-d5nbe --apply", root)
    assert (got.exit_code, file.read_text()) == (1, text)


@pytest.mark.parametrize(("name", "code"), [("c-v7htp", 2), ("c-zzzzz", 2), ("c-a9xgv", 2)])
def test_a_case_without_a_match_has_no_plan(name: str, code: int) -> None:
    assert vecina(f"plan {name}", MINI).exit_code == code


def test_a_filing_date_that_the_judge_moves_takes_its_steps_with_it() -> None:
    whole = with_plan(case(), plan(case()))
    whole["hearings"][0]["judge_set_filing_date"] = "2027-04-30"
    made = plan(whole)
    assert (made.made_for_filing, made.filing) == (date(2027, 5, 21), date(2027, 4, 30))
    assert one(made, "filing-package").due == date(2027, 4, 27)
    assert one(made, "mock-direct").change == "kept"


def test_a_plan_that_never_named_its_days_is_not_stamped_unless_it_is_made_anew() -> None:
    whole = with_plan(case(), plan(case()))
    del whole["plan"]["for_hearing"], whole["plan"]["for_filing"]
    assert not {"for_hearing", "for_filing"} & {put.path[-1] for put in plan_puts(whole, plan(whole))}
    stamped = {put.path[-1] for put in plan_puts(whole, plan(whole, again=True))}
    assert {"for_hearing", "for_filing"} <= stamped


def test_the_next_hearing_needs_a_filing_package_of_its_own() -> None:
    whole = with_plan(case(), plan(case()), filing_package="2026-11-24")
    whole["hearings"][0]["status"] = "adjourned"
    whole["hearings"].append({"type": "individual", "date": "2027-11-16", "mode": "in-person", "status": "scheduled"})
    made = [step for step in plan(whole).steps if step.kind == "filing-package"]
    assert [step.change for step in made] == ["done", "new"]
    assert made[1].due > date(2027, 9, 1)


def test_a_filing_package_planned_for_after_the_safe_day_is_said() -> None:
    whole = with_plan(case(), plan(case()))
    row = next(row for row in whole["plan"]["milestones"] if row["kind"] == "filing-package")
    row["due"] = "2027-05-27"
    filing = plan(case()).filing
    said = [dated.title for dated in moved_plan(whole, filing, LAW)]
    assert said == ["Mentoring plan: the filing package comes too late"]
    row["due"] = "2027-05-18"
    assert list(moved_plan(whole, filing, LAW)) == []


def test_a_step_whose_usual_day_is_still_to_come_is_not_put_off() -> None:
    usual, pressed = days(plan(case("2027-02-16"))), plan(case("2027-02-16"), again=True)
    back = {row["kind"] for row in PROGRAM["milestones"] if row["from"] in ("individual-hearing", "filing-deadline")}
    assert any(step.compressed for step in pressed.steps if step.kind in back)
    assert days(pressed)["filing-package"] == "2027-01-12"
    assert usual == days(pressed)


def test_without_a_filing_date_its_steps_move_with_the_hearing() -> None:
    whole = with_plan(case("2027-06-01"), plan(case("2027-06-01"))) | {"detained": True}
    whole["hearings"][0]["date"] = "2027-01-12"
    step = one(plan(whole), "filing-package")
    assert (step.change, step.due <= date(2027, 1, 12)) == ("moved", True)


def test_business_days_are_counted_forward_too() -> None:
    program = {
        **PROGRAM,
        "milestones": [{"kind": "foia", "from": "match", "days": 10, "unit": "business-day", "owner": "attorney"}],
    }
    made = propose_plan("c-7k3q9", case(), program, OWN, LAW)
    assert made.steps[0].due == date(2026, 12, 8)  # over Thanksgiving


def test_after_a_remand_the_old_decision_starts_nothing() -> None:
    orders = [{"kind": "ij-decision", "date": "2024-05-06"}, {"kind": "bia-decision", "date": "2026-02-03"}]
    assert "appeal-decision" not in days(plan(case("", orders=orders)))
    assert "appeal-decision" not in days(plan(case(orders=orders[:1])))
    assert days(plan(case("", orders=[{"kind": "ij-decision", "date": "2026-11-20"}])))["appeal-decision"] == "2026-11-25"
