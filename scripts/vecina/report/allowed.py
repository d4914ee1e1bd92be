"""What a content security policy allows by its hash: one inline script or style, and no other."""

from __future__ import annotations

import base64
import hashlib


def source_of(text: str) -> str:
    """The source of a policy that allows this text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
