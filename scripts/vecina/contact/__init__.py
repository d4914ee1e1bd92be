"""Who is to be written to about what: due dates, silence, and whom it is passed on to. Nothing here writes or sends."""

from .item import SILENCE, Item, Role, Stage
from .letters import Letter, Letters, letters
from .people import Person, away_until
from .rows import puts, rows_of

__all__ = ["SILENCE", "Item", "Letter", "Letters", "Person", "Role", "Stage", "away_until", "letters", "puts", "rows_of"]
