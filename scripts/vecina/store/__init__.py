"""Files on disk or in Git: the walk, the load, and writes that lose nothing."""

from .codes import CODES
from .committing import commit_file, is_committed, is_tracked
from .files import Changed, digest, read_plain, write_whole
from .gitting import NoRevision, top_of
from .kinds import DATA, FILES, FOLDERS, NAMES, Entry, file_of, folder_of
from .loading import Loaded, judge, load, load_at, read_entry
from .placing import RECORDS, git_would_take, touches
from .record import Record
from .revision import commit_of
from .walk import walk

__all__ = [
    "CODES", "DATA", "FILES", "FOLDERS", "NAMES", "RECORDS", "Changed", "Entry", "Loaded", "NoRevision", "Record",
    "commit_file", "commit_of", "digest", "file_of", "folder_of", "git_would_take", "is_committed", "is_tracked",
    "judge", "load", "load_at", "read_entry", "read_plain", "top_of", "touches", "walk", "write_whole",
]  # fmt: skip
