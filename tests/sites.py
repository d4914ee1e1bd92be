"""Builds both sites somewhere else, from a copy of what they are made of."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from outside import ROOT
from programs import MINI
from vecina.book import open_book
from vecina.cli.build import build_sites

DAY = date(2026, 11, 24)


def workshop(folder: Path, data: Path = MINI / "data") -> Path:
    """A root with the site's sources and the records."""
    shutil.copytree(ROOT / "site", folder / "site")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(data, folder / "data", symlinks=True)
    return folder


def built(root: Path) -> Path:
    """Builds both sites under root; the folder that holds them."""
    for site in build_sites(root, open_book(root), DAY):
        assert not site.failed, site.failed
    return root / "build"
