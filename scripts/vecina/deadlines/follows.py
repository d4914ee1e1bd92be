"""What follows from each order and each event: which rule counts from it, which step answers it, and before whom."""

from __future__ import annotations

from typing import NamedTuple


class Follow(NamedTuple):
    """One deadline that an order or event starts.

    `step` is the word under `steps:` of the order that records it as taken; `answered_by` are the later orders that show
    it; `forum` is where it is filed, when the rule allows more than one; `from_service` says that service starts it.
    """

    rule: str
    step: str
    answered_by: tuple[str, ...] = ()
    forum: str | None = None
    from_service: bool = False


_APPEAL = Follow("bia.appeal", "appeal", ("bia-briefing-schedule", "bia-decision", "circuit-decision"), from_service=True)
_REVIEWED = ("ij-decision", "other-order")
# 8 USC 1252(b)(1) and INA 240(c)(6)-(7) run from the order itself; the appeal to the BIA from its statement or service.
AFTER_ORDER: dict[str, tuple[Follow, ...]] = {
    "ij-decision": (_APPEAL,),
    "bond-decision": (Follow("bond.appeal", "appeal", ("bia-decision",), from_service=True),),
    "bia-briefing-schedule": (Follow("bia.brief", "brief", ("bia-decision", "circuit-decision"), from_service=True),),
    "bia-decision": (
        Follow("pfr", "petition-for-review", ("circuit-decision", "ij-decision")),
        Follow("stays", "stay", ("circuit-decision", "ij-decision")),
        Follow("mtr.reconsider", "motion-to-reconsider", ("ij-decision",), "bia"),
        Follow("mtr.reopen", "motion-to-reopen", ("ij-decision",), "bia"),
    ),
    "in-absentia-order": (Follow("mtr.inabsentia_180", "motion-to-reopen", ("ij-decision", "bia-decision")),),
    "credible-fear-determination": (Follow("cf.ij_review", "review", _REVIEWED),),
    "reasonable-fear-determination": (Follow("rf.ij_review", "review", _REVIEWED),),
}
# After a judge's decision that nobody appealed.
FINAL_BY_WAIVER = (
    Follow("mtr.reconsider", "motion-to-reconsider", ("bia-decision",), "immigration-court"),
    Follow("mtr.reopen", "motion-to-reopen", ("bia-decision",), "immigration-court"),
)
AFTER_EVENT: dict[str, tuple[str, ...]] = {
    "address-change": ("ic.eoir33",),
    "dhs-filing": ("ic.response",),
    "motion-to-pretermit": ("asy.pretermit",),
    "i589-returned": ("asy.refile",),
    "fee-notice": ("fee.aaf_uscis",),
    "removal-order": ("pfr", "stays"),
    "reasonable-fear-referral": ("rf.interview",),
}
# What an order sets a date for, where that date takes the place of the court's default for the event before it.
REPLACES = {"dhs-filing": "response", "motion-to-pretermit": "response", "i589-returned": "i589"}
AT_THE_BIA = {"dhs-filing": "bia.response", "address-change": "bia.eoir33"}
FEAR_REVIEWS = ("reasonable-fear-review", "credible-fear-review")
# Where several things follow from one event: the step that records each.
EVENT_STEPS = {"pfr": "petition-for-review", "stays": "stay", "ic.eoir33": "eoir-33-court", "bia.eoir33": "eoir-33-bia"}
LASTS = ("bia.appeal", "bond.appeal", "bia.brief", "pfr", "mtr.reconsider", "mtr.reopen", "mtr.inabsentia_180")


def steps_after(field: str, kind: str, due_for: str = "") -> tuple[str, ...]:
    """The steps that can stand under an order or event of this kind, which may also set a date for something."""
    if field == "events":
        rules = (*AFTER_EVENT.get(kind, ()), AT_THE_BIA.get(kind, ""))
        return tuple(EVENT_STEPS[rule] for rule in rules if rule in EVENT_STEPS)
    follows = AFTER_ORDER.get(kind, ()) + (FINAL_BY_WAIVER if kind == "ij-decision" else ())
    steps = [*(follow.step for follow in follows), *(["brief"] if due_for == "brief" else [])]
    return tuple(dict.fromkeys(steps))
