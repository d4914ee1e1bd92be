"""Documents for people: our Markdown as a page to print and as a file for a word processor, and the documents of a case."""

from .fill import document, filled, title_of
from .fits import KINDS, fitting, refusal
from .html import as_html
from .runs import Unknown
from .templates import Slip, environment, rendered
from .word import as_docx

__all__ = [
    "KINDS", "Slip", "Unknown", "as_docx", "as_html", "document", "environment", "filled", "fitting", "refusal", "rendered",
    "title_of",
]  # fmt: skip
