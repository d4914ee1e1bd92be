"""A zip that is the same each time, for the office files that are one: workbooks and Word files."""

from __future__ import annotations

import io
import zipfile

_START = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name


def zipped_anew(raw: bytes) -> bytes:
    """The same parts in one order, what they are first, as the formats ask; each with the same time and rights."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _START)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            again.writestr(entry, parts.read(name))
    return out.getvalue()
