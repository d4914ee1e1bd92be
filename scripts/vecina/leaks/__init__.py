"""Looks through a site that is to be published for what must never stand in it."""

from .people import Known, known
from .scan import Leak, scan

__all__ = ["Known", "Leak", "known", "scan"]
