"""Free text that attacks, on a real page in a real browser: shown exactly as typed, and nothing runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import address, watched
from programs import MINI
from sites import built, workshop
from test_escape import texts
from vecina.edit import render
from vecina.yamlmap import read


@pytest.mark.browser
def test_notes_are_shown_exactly_as_typed(tmp_path: Path, browser: Browser) -> None:
    data = tmp_path / "data"
    shutil.copytree(MINI / "data", data)
    shutil.rmtree(data / "cases")
    shutil.rmtree(data / "mentors")
    (data / "mentors").mkdir()
    mentor = read((MINI / "data/mentors/m-sato.yml").read_bytes(), "").data
    typed = {
        f"m-x{'abcdefghijklmnopqrstuvwxyz'[index // 26]}{'abcdefghijklmnopqrstuvwxyz'[index % 26]}": text
        for index, text in enumerate(texts())
    }
    for name, text in typed.items():
        own = {
            **mentor,
            "id": name,
            "email": f"{name}@example.org",
            "name": text.replace("\n", " ").replace("\t", " ").strip(),
            "notes": text,
        }
        (data / "mentors" / f"{name}.yml").write_text(render("mentor", own), encoding="utf-8")
    folder = built(workshop(tmp_path / "root", data))
    with watched(browser) as seen:
        seen.page.goto(address(folder / "status", "mentors.html"))
        seen.page.wait_for_load_state("networkidle")
        rows = seen.page.locator("tbody tr").evaluate_all(
            """rows => rows.map(row =>
                [row.querySelector('small').textContent.split(',')[0], row.querySelector('.typed').textContent])"""
        )
        assert dict(rows) == typed
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
