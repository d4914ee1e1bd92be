"""Who may come in and what is still to be done first: vetting, requirements, roles, and how to reach the client. Pure."""

from .basics import admitted
from .channels import advice as channel_advice
from .cover import Cover, cover_fault, cover_of
from .point import STATES, Point, State
from .reach import agrees, reachable, state_fault
from .roles import Roles, roles_of
from .standing import Standing, requirements_of, standing_of

__all__ = [
    "STATES", "Cover", "Point", "Roles", "Standing", "State", "admitted", "agrees", "channel_advice", "cover_fault", "cover_of",
    "reachable", "requirements_of", "roles_of", "standing_of", "state_fault",
]  # fmt: skip
