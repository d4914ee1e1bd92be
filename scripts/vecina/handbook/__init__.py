"""The pages of the public site as sources: their heads, what stands in braces, and when they are to be reviewed."""

from .calls import BRACES, CALLS, Call, calls
from .page import LANGUAGES, Page, Pages, load_pages
from .review import Review, digest_of, reviews

__all__ = ["BRACES", "CALLS", "LANGUAGES", "Call", "Page", "Pages", "Review", "calls", "digest_of", "load_pages", "reviews"]
