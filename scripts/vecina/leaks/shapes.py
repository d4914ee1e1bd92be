"""What has the shape of something that no public page may hold, whatever the records say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..store import NAMES
from ..yamlmap.chars import identifiers

A_NUMBER = "what looks like an A-number"
MAIL = "an e-mail address that is not the program's"
_IDS = {"c": "case", "m": "mentor", "a": "attorney", "o": "organization"}
_TOKEN = re.compile(r"(?<![\w-])([cmao])-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])", re.IGNORECASE)
# what only looks like an attorney's id: a heading's name (`a-number`), a word of another site's address, a range of letters
_OTHER = re.compile(r"(?:#|\bid=[\"']?|\[|://(?![^\s\"'<>]*attorneys?/)[^\s\"'<>]*)\Z")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_OFFICES = (".gov", ".mil")  # public offices, which pages for families name
_SHOWN = ("you@example.org",)  # how a form shows what an address looks like


def shapes(text: str, own: frozenset[str], ids: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """Where such a thing begins and what kind it is.

    `own` are the program's own addresses in lower case. `ids` are those of the records: they count wherever they stand.
    """
    yield from ((index, A_NUMBER) for index in identifiers(text))
    for match in _TOKEN.finditer(text):
        kind = _IDS[match[1].lower()]
        written = match[0].lower() if kind == "case" else match[0]  # `A-number` in a sentence is no id
        if written in ids or (NAMES[kind].match(written) and not (kind == "attorney" and _only_like(text, match.start()))):
            yield match.start(), id_of(kind)
    for match in _MAIL.finditer(text):
        address = match[0].lower()
        if address not in own and address not in _SHOWN and not address.endswith(_OFFICES):
            yield match.start(), MAIL


def _only_like(text: str, index: int) -> bool:
    return bool(_OTHER.search(text, max(0, index - 300), index))


def id_of(kind: str) -> str:
    """`the id of a mentor`."""
    return f"the id of {'an' if kind[0] in 'ao' else 'a'} {kind}"
