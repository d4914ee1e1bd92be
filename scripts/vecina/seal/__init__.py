"""One page sealed with a passphrase: a file that anybody opens in a browser who knows the passphrase, and nobody else."""

from .page import sealed
from .passphrase import weakness

__all__ = ["sealed", "weakness"]
