"""Both sites: their inputs as plain Markdown, and their build."""

from .copying import Refused
from .public import public_input
from .site import CONFIGS, Built, finish, start
from .status import Office, fill_status, single_page, status_input

__all__ = [
    "CONFIGS",
    "Built",
    "Office",
    "Refused",
    "fill_status",
    "finish",
    "public_input",
    "single_page",
    "start",
    "status_input",
]
