"""What is asked of an attorney and how it stands, who does what, how to reach the client, and the meeting in person."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cases import BOOK, DAY, book, case
from vecina.book import Book
from vecina.calendars import calendar_in
from vecina.deadlines import Due, agenda
from vecina.facts import settled
from vecina.onboarding import Point, channel_advice, roles_of, standing_of

SETTINGS = BOOK.program
MEETING = {"kind": "client-meeting", "from": "individual-hearing", "days": 30, "owner": "attorney"}
WITH_MEETING = {**SETTINGS, "milestones": [*SETTINGS["milestones"], MEETING]}
MATCHED = ("2026-11-02 requested", "2026-11-04 vetted", "2026-11-09 matched")


def waiver(day: str = "2026-11-10", training: str = "intro_video", **more: str) -> dict[str, str]:
    return {"requirement": training, "date": day, "by": "s-holm", "reason": "hearing-near", **more}


def at(day: str, **data: Any) -> dict[str, Any]:
    """A case with an individual hearing on that day."""
    row = {"type": "individual", "date": day, "mode": "in-person", "status": "scheduled"}
    return case(*MATCHED, hearings=[row], **data)


def points(made: dict[str, Any], today: date = DAY, settings: dict[str, Any] | None = None) -> dict[str, Point]:
    client = {"place": "us-state", "state": "TX", "reached_by": ["phone"]}
    whole = {"court": "HOU", **made, "client": {**client, **made["client"]}}
    records = book(whole, settings=settings)
    return {point.name: point for point in standing_of(records, records.cases["c-0"], calendar_in(records), today).points}


def asked(made: dict[str, Any], name: str = "requirement.intro_video") -> list[Due]:
    """What the one list has of that key."""
    return [due for due in agenda(book({"court": "HOU", **made}, settings=WITH_MEETING), DAY) if due.key == name]


@pytest.mark.parametrize(
    ("waivers", "stands"),
    [
        ([], ("open", None)),
        ([waiver()], ("waived", "2026-11-10")),
        ([waiver(until="2026-12-11")], ("put-off", "2026-12-11")),
        ([waiver("2026-11-25")], ("open", None)),  # on a day still to come
        ([waiver(training="center_of_excellence")], ("open", None)),
    ],
)
def test_a_waiver_settles_a_training_or_puts_it_off(waivers: list[dict[str, str]], stands: tuple[str, str | None]) -> None:
    assert settled(case(waivers=waivers), None, "intro_video", DAY)[:2] == stands


def test_a_training_that_was_done_needs_no_waiver() -> None:
    done = case(waivers=[waiver(until="2026-12-11")], requirements={"intro_video": "2026-11-20"})
    assert settled(done, None, "intro_video", DAY)[:2] == ("met", "2026-11-20")


def test_a_waived_training_is_not_due_and_one_put_off_is_due_on_its_day() -> None:
    assert [due.due for due in asked(case(*MATCHED))] == [date(2026, 11, 16)]
    assert asked(case(*MATCHED, waivers=[waiver()])) == []
    put_off = asked(case(*MATCHED, waivers=[waiver(until="2026-12-12")]))
    assert [(due.due, due.state) for due in put_off] == [(date(2026, 12, 12), "later")]  # a Saturday: the admin's day stays
    assert put_off[0].explanation.startswith("Put off until Sat 12 Dec 2026 by s-holm on Tue 10 Nov 2026 (a hearing")


def test_before_the_match_nothing_of_the_settings_is_missing() -> None:
    found = points(case("2026-11-20 requested"))
    assert {found[name].state for name in ("agreement_signed", "intro_video", "malpractice_cover")} == {"not-yet-due"}
    assert found["intro_video"].reason == "Asked for once there is a mentor: due 7 days after the match."
    assert not any(point.blocks for point in found.values())


def test_what_the_settings_ask_before_the_match_blocks_a_case_without_it() -> None:
    rows = [{**row, "needed_before": "matched"} for row in SETTINGS["requirements"] if row["requirement"] == "intro_video"]
    settings = {**SETTINGS, "requirements": rows}
    found = points(case("2026-11-20 requested"), settings=settings)
    assert [name for name, point in found.items() if point.blocks] == ["intro_video"]
    assert not points(case("2026-11-20 requested", waivers=[waiver("2026-11-20")]), settings=settings)["intro_video"].blocks


def test_after_the_match_each_is_met_waived_put_off_still_to_come_or_missing() -> None:
    made = case(*MATCHED, requirements={"agreement_signed": "2026-11-12"}, waivers=[waiver(until="2026-12-11")])
    found = points(made, date(2026, 11, 17))
    states = [(found[name].state, found[name].due) for name in ("agreement_signed", "intro_video", "malpractice_cover")]
    assert states == [("met", None), ("put-off", date(2026, 12, 11)), ("not-yet-due", date(2026, 11, 19))]
    late = points(made, date(2026, 12, 14))
    assert (late["intro_video"].state, late["malpractice_cover"].state) == ("missing", "missing")
    assert late["intro_video"].reason.endswith("That day has gone by.")


def test_what_was_needed_before_the_first_meeting_is_missing_after_it() -> None:
    met = [{"date": "2026-11-12", "with": "mentor", "mode": "video"}]
    found = points(case(*MATCHED, meetings=met), date(2026, 11, 13))["intro_video"]
    assert (found.state, "though attorney and mentor have met" in found.reason) == ("missing", True)


def test_an_attorney_without_an_active_bar_a_court_that_is_not_there_and_a_client_nobody_reaches_block() -> None:
    client = {"place": "detention-facility", "state": "TX", "reached_by": ["whatsapp"]}
    made = case("2026-11-20 requested", court="XXX", detained=True, client=client, attorney="a-nobody")
    assert [name for name, point in points(made).items() if point.blocks] == ["attorney", "court", "reach"]
    blocked = points(case("2026-11-20 requested", detained=True))["reach"]  # in a US state, and detained
    assert blocked.tell_attorney == "Please tell us whether your client is detained."


def test_cover_that_has_ended_is_missing_and_one_that_ends_before_the_hearing_is_said() -> None:
    cover = {"malpractice_cover": {"source": "own-carrier", "confirmed_on": "2026-11-10"}}  # the record: until 2027-03-31
    assert "before the individual hearing" not in points(at("2027-03-30", requirements=cover))["malpractice_cover"].reason
    assert "before the individual hearing" in points(at("2027-04-06", requirements=cover))["malpractice_cover"].reason
    ended = points(at("2027-04-06", requirements=cover), date(2027, 4, 1))["malpractice_cover"]
    assert (ended.state, "ended on Wed 31 Mar 2027" in ended.reason) == ("missing", True)


def roles(made: dict[str, Any], records: Book | None = None) -> str:
    return " ".join(roles_of(records or book({"court": "HOU", **made}), made, DAY).sentences)


def test_the_attorney_of_record_comes_first_and_the_mentor_is_none() -> None:
    said = roles(case(*MATCHED))
    assert said.startswith("Attorney of record is a-finch, who alone represents the client")
    assert "m-ibarra is the mentor: an adviser to the attorney, and not attorney of record." in said
    assert "The mentor is not at the individual hearing" in said


@pytest.mark.parametrize(
    ("mentor", "agreed", "said"),
    [
        ("m-ibarra", {}, "is not at the individual hearing, unless attorney and mentor agree otherwise."),
        ("m-weaver", {}, "is not at the individual hearing, as is usual, unless attorney and mentor agree otherwise."),
        (
            "m-weaver",
            {"at_hearing": "on-call"},
            "is not at the individual hearing, but on call during it, as agreed for this case.",
        ),
        ("m-ibarra", {"at_hearing": "observes"}, "observes the individual hearing and does not speak there, as agreed"),
    ],
)
def test_the_mentor_is_not_at_the_hearing_unless_it_is_stated(mentor: str, agreed: dict[str, str], said: str) -> None:
    assert said in roles(case(*MATCHED, mentor=mentor, agreed_role={"helps_with": ["drafts", "bond"], **agreed}))


def test_whose_cover_it_is_and_that_the_program_gives_none() -> None:
    confirmed = {"malpractice_cover": {"source": "own-carrier", "confirmed_on": "2026-11-10"}}
    own = "Malpractice cover: the attorney's own carrier, until Wed 31 Mar 2027, as confirmed on Tue 10 Nov 2026."
    assert f"{own} The program gives no cover." in roles(case(*MATCHED, requirements=confirmed))
    late = {"type": "individual", "date": "2027-04-06", "status": "scheduled", "mode": "in-person"}
    ends = f"{own} It ends before the individual hearing and must be renewed by then."
    assert ends in roles(case(*MATCHED, requirements=confirmed, hearings=[late]))
    assert "by the record the attorney's own carrier" in roles(case(*MATCHED))
    assert "by the record the placing organization" in roles(case(*MATCHED, attorney="a-oduya", organization="o-faro"))
    assert "nobody has confirmed any for this case yet" in roles(case(*MATCHED, attorney="a-oduya", organization="o-willow"))


def test_advice_on_channels_follows_where_the_client_is() -> None:
    def said(place: str, *ways: str) -> str:
        return " ".join(channel_advice({"client": {"place": place, "reached_by": list(ways)}}))

    assert "mostly reached by WhatsApp" in said("mexico", "whatsapp", "phone")
    assert "names no WhatsApp" in said("mexico", "phone")
    assert "visits and by calls there" in said("detention-facility", "visit", "facility-phone")
    assert "ask the facility whether visits are possible" in said("detention-facility", "facility-phone")
    assert "in person at least once" in said("us-state", "phone")
    assert "The organization helps" in said("other", "through-organization", "video")


def in_person(made: dict[str, Any]) -> list[tuple[date | None, str]]:
    return [(due.due, due.state) for due in asked(made, "milestone.client-meeting")]


def test_a_meeting_in_person_that_nobody_planned_is_on_the_list() -> None:
    assert in_person(at("2027-02-09")) == [(date(2027, 1, 8), "later")]  # 30 days before is a Sunday
    found = asked(at("2027-02-09"), "milestone.client-meeting")[0]
    assert (found.owner, found.authority) == ("a-finch", "Program settings")
    assert "advice of the program, not a deadline of a court" in found.explanation


def test_it_is_late_when_its_day_has_gone_by_and_a_late_match_leaves_half_of_the_time() -> None:
    assert in_person(at("2026-12-15")) == [(date(2026, 11, 13), "late")]
    assert in_person(at("2026-12-07")) == [(date(2026, 11, 23), "late")]  # matched on 9 November: half of 28 days


def test_it_is_not_there_once_they_have_met_or_the_plan_has_it_or_no_hearing_is_ahead() -> None:
    met = {"date": "2026-11-12", "with": "client", "mode": "in-person"}
    assert in_person(at("2027-02-09", meetings=[met])) == []
    assert len(in_person(at("2027-02-09", meetings=[{**met, "mode": "video"}]))) == 1
    assert len(in_person(at("2027-02-09", meetings=[{**met, "date": "2026-11-25"}]))) == 1  # still to come
    assert in_person(at("2026-11-23")) == []
    assert in_person(case("2026-11-02 requested")) == []
    plan = {"agreed_on": "2026-11-16", "milestones": [{"kind": "client-meeting", "due": "2027-01-15", "owner": "attorney"}]}
    assert in_person(at("2027-02-09", plan=plan)) == [(date(2027, 1, 15), "later")]


def test_for_mexico_it_says_how_and_whom_to_ask() -> None:
    found = asked(at("2027-02-09", client={"place": "mexico", "reached_by": ["whatsapp"]}), "milestone.client-meeting")
    assert "mostly reached by WhatsApp or video: ask the mentor whether and how" in found[0].explanation
