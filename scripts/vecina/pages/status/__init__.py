"""The private status site: frames that the site generator builds, and the parts that are put into them afterwards."""

from .fill import fill_status
from .frames import status_input
from .office import Office
from .single import single_page

__all__ = ["Office", "fill_status", "single_page", "status_input"]
