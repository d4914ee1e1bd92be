"""The forms that people fill in as an issue: which questions each asks, in which order, and what it says on top."""

from __future__ import annotations

from dataclasses import dataclass

from .form_questions import CASE_ID, MENTOR, REPORTED_HEARING, REPORTED_ORDER
from .question import Question
from .questions import ATTORNEY, CASE, HEARING, ORGANIZATION

LABEL = "intake: "
CASES = Question(
    "cases", "Cases, copied from the list", "text", "case", (),
    "Fill in the list that we sent you (vecina import --template). Then copy all its rows, the first one with the names of the "
    "columns too, and paste them here.", need=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One form. `needs` are questions that this form needs an answer to although others do not."""

    name: str
    title: str
    about: str
    questions: tuple[Question, ...]
    needs: tuple[str, ...] = ()

    def is_needed(self, question: Question) -> bool:
        """Whether the form cannot do without this answer."""
        return question.need or question.name in self.needs

    @property
    def label(self) -> str:
        """The issue's label, by which the form is known."""
        return LABEL + self.name


FORMS = {
    form.name: form
    for form in (
        Form(
            "request-a-mentor", "Request a mentor", "For an attorney with a case that needs a mentor.",
            (*(question for question in ATTORNEY if question.name != "attorney"), ORGANIZATION, *CASE, *HEARING), ("email",),
        ),
        Form("place-cases", "Place cases", "For an organization with cases and attorneys who take them.", (ORGANIZATION, CASES),
             ("organization",)),
        Form("offer-to-mentor", "Offer to mentor", "For an expert who would guide attorneys.", MENTOR),
        Form("report-a-date", "Report a date", "For a hearing that is new or has moved, and for an order or decision.",
             (CASE_ID, *REPORTED_HEARING, *REPORTED_ORDER)),
    )
}  # fmt: skip
