"""The back office of a pro bono asylum mentoring program, behind one command: `vecina`."""

__version__ = "0.1.0"
