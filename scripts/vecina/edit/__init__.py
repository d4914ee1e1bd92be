"""Writing records: the canonical form, and mends by splicing text at places."""

from .canonical import CannotFormat, canonical, render
from .mend import mend_files, mend_text, splice

__all__ = ["CannotFormat", "canonical", "mend_files", "mend_text", "render", "splice"]
