"""Writes into each built page what it may load: a content security policy with the hash of each inline script.

The policy stands in the page itself, so it holds on any host and on a disk. `frame-ancestors` cannot: a host sends it.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..report.allowed import source_of

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)
_HEAD = re.compile(r"<head>\s*(<meta\s+charset=[^>]+>)?", re.IGNORECASE)
_RUNS = ("", "module", "text/javascript", "application/javascript")
FIXED = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def policy(page: str) -> str:
    """The policy of a page: its own files, its own inline scripts by their hashes, and nothing else."""
    scripts = " ".join(["script-src 'self'", *script_hashes(page)])
    return "; ".join([*FIXED[:1], scripts, *FIXED[1:]])


def policy_alone(page: str) -> str:
    """The policy of a page that has everything in itself: its own scripts and styles by their hashes, and no file at all."""
    styles = [source_of(body) for body in _STYLE.findall(page)]
    own = [" ".join(["script-src", *script_hashes(page)]), " ".join(["style-src", *dict.fromkeys(styles)])]
    return "; ".join(["default-src 'none'", *own, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def script_hashes(page: str) -> list[str]:
    """The sources of a policy that allow a page's inline scripts."""
    hashes = []
    for attributes, body in _SCRIPT.findall(page):
        kind = _TYPE.search(attributes)
        if "src=" not in attributes and (kind[1].lower() if kind else "") in _RUNS:
            hashes.append(source_of(body))
    return list(dict.fromkeys(hashes))


def protect(folder: Path) -> None:
    """Puts the policy into every page under the folder, before anything that could load."""
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        head = _HEAD.search(page)
        if head:
            meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
            path.write_text(page[: head.end()] + meta + page[head.end() :], encoding="utf-8", newline="\n")
