"""Writing records: the canonical form, and mends and new values by splicing text at places."""

from .canonical import CannotFormat, canonical, render
from .mend import mend_files, mend_text, splice
from .put import CannotEdit, Put, edited

__all__ = ["CannotEdit", "CannotFormat", "Put", "canonical", "edited", "mend_files", "mend_text", "render", "splice"]
