"""Who is attorney of record stands on every page of both sites; the documents have their own test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("site", ["public", "status"])
def test_every_page_says_who_is_attorney_of_record(site: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(site)
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 40
    without = [page.name for page in pages if "attorney of record" not in page.read_text(encoding="utf-8").lower()]
    assert without == []
