"""Both sites: their inputs as plain Markdown, and their build."""

from .copying import Refused
from .public import public_input
from .site import CONFIGS, Built, finish, start
from .status import status_input

__all__ = ["CONFIGS", "Built", "Refused", "finish", "public_input", "start", "status_input"]
