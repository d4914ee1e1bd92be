"""The shape of each kind of record: accepted fast, explained well."""

from .accept import accepts, shape_findings
from .bundle import KINDS, bundled, labels, labels_at, phrases_at, resolve, sources, wanted
from .codes import CODES

__all__ = [
    "CODES", "KINDS", "accepts", "bundled", "labels", "labels_at", "phrases_at", "resolve", "shape_findings", "sources", "wanted",
]  # fmt: skip
