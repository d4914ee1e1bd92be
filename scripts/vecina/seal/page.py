"""One file that shows nothing but a field for a passphrase, and becomes the page that was sealed when it is the right one."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from string import Template

from ..report.allowed import source_of
from ..report.escape import as_html
from .age import armored
from .passphrase import weakness

_POLICY = re.compile(r"<meta\s[^>]*\bhttp-equiv=[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
_DIRECTIVE = r"\b{kind}-src(?:-elem)?\s[^;\"]*"
_HASH = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/=_-]+'")


def sealed(page: bytes, passphrase: str, title: str, parts: Path) -> str:
    """A page as one HTML file that opens with the passphrase, from a disk, without a network.

    `page` is a whole document in UTF-8 that holds all it needs and says in a content security policy, by hashes, which of its
    own scripts and styles may act. `title` is all that a stranger can read, so it names nothing: `Sealed page`. `parts` is the
    folder of the template, its style and its scripts. Raises ValueError with one plain sentence for a weak passphrase, and
    for a page without a policy. Every call gives other bytes, because the salt is random.
    """
    if weak := weakness(passphrase):
        raise ValueError(weak)
    policy = _POLICY.search(page.decode("utf-8"))
    if policy is None:
        raise ValueError("A page to be sealed says in a content security policy which of its scripts and styles may act.")
    allowed = html.unescape(policy[0])
    style, library, opener = (_read(parts, name) for name in ("sealed.css", "vendor/age.min.js", "opener.js"))
    return Template(_read(parts, "sealed.html")).substitute(
        title=as_html(title),
        scripts=" ".join(dict.fromkeys((source_of(library), source_of(opener), *_hashes("script", allowed)))),
        styles=" ".join(dict.fromkeys((source_of(style), *_hashes("style", allowed)))),
        style=style,
        library=library,
        opener=opener,
        payload=_opened_once(armored(page, passphrase), page, passphrase),
    )


def _opened_once(payload: str, page: bytes, passphrase: str) -> str:
    """The sealed page, after another tool of the format has opened it: what cannot be opened again is never handed out."""
    import pyrage

    if pyrage.passphrase.decrypt(payload.encode(), unicodedata.normalize("NFC", passphrase)) != page:
        raise RuntimeError("the sealed page does not open to what was sealed")
    return payload


def _hashes(kind: str, policy: str) -> list[str]:
    """The hashes by which a policy lets inline scripts or styles act; nothing else of it goes into the outer policy."""
    return [found for part in re.findall(_DIRECTIVE.format(kind=kind), policy) for found in _HASH.findall(part)]


def _read(parts: Path, name: str) -> str:
    return (parts / name).read_text(encoding="utf-8")
