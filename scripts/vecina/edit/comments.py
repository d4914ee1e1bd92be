"""The comments of a file, each with the key or item it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..finding import Path
from ..yamlmap import Span, scan

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n\r]*", re.MULTILINE)


@dataclass(slots=True)
class Comments:
    """Comments above a key or item, behind it, and at the end of the file."""

    above: dict[Path, list[str]] = field(default_factory=dict)
    behind: dict[Path, str] = field(default_factory=dict)
    last: list[str] = field(default_factory=list)

    def below(self, path: Path) -> bool:
        """Whether anything inside the value at path carries a comment."""
        return any(len(owner) > len(path) and owner[: len(path)] == path for owner in (*self.above, *self.behind))

    @property
    def count(self) -> int:
        """How many comments there are, to see that none is lost."""
        return sum(map(len, self.above.values())) + len(self.behind) + len(self.last)


def comments_of(text: str) -> Comments:
    """Every comment of a readable text."""
    found = Comments()
    if "#" not in text:
        return found
    spans = scan(text)
    scalars = [span for span in spans if span.style not in ("block", "flow")]
    begins = [span.start for span in scalars]
    owners = _owners(spans)
    owner_starts = [span.start for span in owners]
    for match in _COMMENT.finditer(text):
        start = match.start()
        place = bisect_right(begins, start) - 1
        if place >= 0 and start < scalars[place].end:
            continue
        line_start = text.rfind("\n", 0, start) + 1
        said = match[0].rstrip()
        following = bisect_right(owner_starts, start)
        owner = owners[following].path if following < len(owners) else None
        if text[line_start:start].strip():
            before = bisect_left(owner_starts, start) - 1
            if before >= 0 and owner_starts[before] >= line_start and owners[before].path not in found.behind:
                found.behind[owners[before].path] = said
                continue
        if owner is None:
            found.last.append(said)
        else:
            # what stands before the first field heads the file and stays there
            found.above.setdefault(() if owner == owners[0].path else owner, []).append(said)
    return found


def _owners(spans: Sequence[Span]) -> list[Span]:
    """Keys, and items of lists: what a comment can belong to, in document order."""
    return [span for span in spans if span.role == "key" or (span.path and isinstance(span.path[-1], int))]
