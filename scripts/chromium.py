"""Finds a Chromium for the browser tests, or gets one: what is installed, else Playwright's own, else Debian's package.

On Debian it also gets the Caddy that the tests of `deploy/` start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

HELP = """\
The browser tests need Chromium, and none could be had on this machine.
Do one of these, then run `make test` again:
  - install Chromium or Google Chrome with your system's package manager,
  - run `.venv/bin/playwright install chromium`,
  - set VECINA_CHROMIUM to the browser's path.
"""


def find() -> str | None:
    """The path of a browser that is there."""
    named = os.environ.get("VECINA_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found or Path(MAC).exists():
        return found or MAC
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def get() -> str | None:
    """A browser, fetched if need be."""
    found = find()
    if found or os.environ.get("VECINA_CHROMIUM"):
        return found
    print("No Chromium found; trying Playwright's own ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    found = find()
    if found is None:
        install("chromium")
        found = find()
    return found


def install(package: str) -> None:
    """Debian's package, where this is Debian and we may: else nothing."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Trying Debian's package {package} ...", flush=True)
    quiet = {"check": False, "capture_output": True, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]  # noqa: S607
    subprocess.run(["apt-get", "install", "-y", "-qq", package], **quiet)  # type: ignore[call-overload]  # noqa: S607


if __name__ == "__main__":
    if not shutil.which("caddy"):
        install("caddy")  # without it the tests of deploy/ are skipped and say so
    if get() is None:
        sys.exit(HELP)
