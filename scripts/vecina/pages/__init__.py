"""Both sites: their inputs as plain Markdown, and their build."""

from .inputs import Refused, public_input, status_input
from .site import CONFIGS, Built, finish, start

__all__ = ["CONFIGS", "Built", "Refused", "finish", "public_input", "start", "status_input"]
