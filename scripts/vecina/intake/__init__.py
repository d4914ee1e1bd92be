"""What people send in, a list of cases or a form's answers, understood and made into records without YAML."""

from .answers import known, understood
from .drafts import Draft, NotWritten, drafted, new_findings, write_all
from .problem import Problem

__all__ = ["Draft", "NotWritten", "Problem", "drafted", "known", "new_findings", "understood", "write_all"]
