"""The status of a case, its history and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import OPEN, Book
from ..facts import GIVEN_BACK, TRAININGS, first_meeting, settled
from ..schema import labels
from ..store import Record
from ..words import inside, listing
from .base import Spot, check

WAYS = {
    "requested": ("vetted", "declined", "withdrawn"),
    "vetted": ("matched", "declined", "withdrawn"),
    "matched": ("onboarding", "vetted", "withdrawn"),
    "onboarding": ("active", "vetted", "withdrawn"),
    "active": ("closed", "vetted", "withdrawn"),
    "declined": ("requested",),
    "closed": ("active",),
    "withdrawn": ("requested",),
}
_ENDS = ("declined", "withdrawn", "closed")
_FOR_ACTIVE = ("conflict_check", "consent_to_mentoring", "agreement_signed", "intro_video", "center_of_excellence",
               "malpractice_cover", "eoir_28")  # fmt: skip


def _settled(book: Book) -> Iterator[Record]:
    """The cases whose status is the last step of their history; where the two differ, that is the finding."""
    return (case for case in book.cases.values() if case.data["status"] == case.data["history"][-1]["status"])


@check("V451")
def status_is_last_step(book: Book) -> Iterator[Spot]:
    """The status is not the last step of the history.

    The history says when the case took each status; the status is its last step.

    Mend: add a step with its day, or correct the status.
    """
    for case in book.cases.values():
        last = case.data["history"][-1]["status"]
        if case.data["status"] != last:
            yield Spot(case, ("status",), "the status must be the last step of the history", "add the new step with its day")


@check("V452")
def allowed_ways(book: Book) -> Iterator[Spot]:
    """A step that the process does not know.

    A case goes from requested to vetted, matched, onboarding, active and closed. It can be declined before the match
    and withdrawn at any time, and goes back to vetted when it needs a new mentor.

    Mend: add the step that is missing between, or correct the one that is wrong.
    """
    for case in book.cases.values():
        steps = [step["status"] for step in case.data["history"]]
        if steps[0] != "requested":
            yield Spot(case, ("history", 0, "status"), "a history begins with requested")
        for index in range(1, len(steps)):
            if steps[index] not in WAYS[steps[index - 1]]:
                right = listing(WAYS[steps[index - 1]], "or")
                yield Spot(case, ("history", index, "status"), f"after the step above, a case becomes {right}")


@check("V453")
def status_has_evidence(book: Book) -> Iterator[Spot]:
    """The status lacks its evidence.

    A matched case has a mentor. Onboarding begins when the mentoring agreement is signed. A case is active when every
    requirement is met, attorney and mentor have met, and the mentoring plan is written. A training that an admin waived for
    the case counts as met; one that is only put off does not.

    Mend: record what is missing with its day, or set the status back.
    """
    words = labels("requirement")
    for case in _settled(book):
        data, status = case.data, case.data["status"]
        missing: list[str] = []
        if status in (*OPEN, "closed") and "mentor" not in data:
            missing.append("a mentor")
        if status == "onboarding" and "agreement_signed" not in data.get("requirements", {}):
            missing.append("the day the agreement was signed")
        if status in ("active", "closed"):
            attorney = book.attorneys.get(data["attorney"])
            # trainings may stand in the attorney's record alone; when that is broken nothing is said of them
            needed = [name for name in _FOR_ACTIVE if attorney or name not in TRAININGS]
            lacking = [name for name in needed if not settled(data, attorney.data if attorney else None, name).done]
            missing += [inside(words[name]) for name in lacking]
            if not first_meeting(data):
                missing.append("a meeting with the mentor")
            if "plan" not in data:
                missing.append("the mentoring plan")
        if missing:
            yield Spot(case, ("status",), f"this status needs {listing(missing)}", "record what is missing with its day")


@check("V454")
def mentor_fits_status(book: Book) -> Iterator[Spot]:
    """A mentor before the match.

    A case that waits for a mentor, or was declined, has none. The match is a step of the history, so that it has a
    day. What was agreed with an earlier mentor does not bind the next one.

    Mend: add the step `matched` with its day, or delete the mentor and the agreed role.
    """
    for case in _settled(book):
        if case.data["status"] in ("requested", "vetted", "declined"):
            for field in ("mentor", "backup_mentor"):
                if field in case.data:
                    yield Spot(case, (field,), "a case of this status has no mentor yet", "add the step matched with its day")
            if "agreed_role" in case.data:
                yield Spot(
                    case, ("agreed_role",), "without a mentor no role is agreed on", "delete it: the next mentor agrees anew"
                )


@check("V455")
def ends_have_reasons(book: Book) -> Iterator[Spot]:
    """An end without its reason.

    Whoever reads the case later must see why it was declined, withdrawn or closed. Other steps have no reason.

    Mend: add `reason:` to the step, with a word of its list.
    """
    for case in book.cases.values():
        for index, step in enumerate(case.data["history"]):
            if step["status"] in _ENDS and "reason" not in step:
                yield Spot(case, ("history", index), "this step needs a reason")
            elif step["status"] not in _ENDS and "reason" in step:
                yield Spot(case, ("history", index, "reason"), "only declined, withdrawn and closed have a reason")


@check("V457")
def came_back_for_a_reason(book: Book) -> Iterator[Spot]:
    """A case that was given back without the reason.

    Why an attorney gave a case back is what the program learns from: no time, beyond her experience, contact lost. It
    stands with the reasons `returned` and `attorney-left`, and with no other.

    Mend: add `returned_because:` to the step with a word of its list, or delete it. `vecina log` asks for it:
    `status withdrawn --reason attorney-left --returned-because no-time`.
    """
    for case in book.cases.values():
        for index, step in enumerate(case.data["history"]):
            given_back = step.get("reason") in GIVEN_BACK
            if given_back and "returned_because" not in step:
                yield Spot(case, ("history", index), "this step needs `returned_because`: why the attorney gave the case back")
            elif not given_back and "returned_because" in step:
                message = "only a case that was returned, or that the attorney left, says why it came back"
                yield Spot(case, ("history", index, "returned_because"), message)


@check("V456")
def closed_has_outcome(book: Book) -> Iterator[Spot]:
    """A decided case without its outcome.

    What was decided, per form of relief, is what funders ask for and what the next mentor learns from. A case that was
    closed for another reason than a decision, such as one that its attorney gave back, has none.

    Mend: add `outcome:` with relief, result and day; `vecina log` writes it: `decision`, or `closed` with `--relief` and
    `--result`. Was nothing decided? Then the reason is another one.
    """
    for case in _settled(book):
        ended = case.data["history"][-1].get("reason", "decided")
        if case.data["status"] == "closed" and ended == "decided" and not case.data.get("outcome"):
            yield Spot(case, ("status",), "a case that was decided needs its outcome, per form of relief")
