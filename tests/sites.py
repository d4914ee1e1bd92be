"""Builds both sites somewhere else, from a copy of what they are made of."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from outside import ROOT
from programs import MINI
from vecina.book import open_book
from vecina.cli.build import NAMES, build_sites
from vecina.pages import CONFIGS, Office

DAY = date(2026, 11, 24)


LAW = ("rules", "calendars", "courts.yml", "sources", "program.yml")  # what the public pages are made of


def workshop(folder: Path, data: Path = MINI / "data") -> Path:
    """A root with the sites' sources, this repository's law and settings, and those records."""
    shutil.copytree(ROOT / "site", folder / "site")
    for config in CONFIGS["public"]:
        shutil.copy(ROOT / config, folder)
    shutil.copytree(data, folder / "data", symlinks=True)
    for name in LAW:
        if (ROOT / "data" / name).is_dir():
            shutil.copytree(ROOT / "data" / name, folder / "data" / name, dirs_exist_ok=True)
        else:
            shutil.copy(ROOT / "data" / name, folder / "data" / name)
    return folder


def built(root: Path, *names: str) -> Path:
    """Builds both sites under root, or those named; the folder that holds them."""
    for site in build_sites(Office(root, open_book(root), DAY), names or NAMES):
        assert not site.failed, site.failed
    return root / "build"


def public_site(folder: Path) -> Path:
    """The public site, built under folder."""
    return built(workshop(folder / "root"), "public") / "public"


def status_site(folder: Path) -> Path:
    """The status site of the sample program, built under folder."""
    return built(workshop(folder / "root", ROOT / "data"), "status") / "status"
