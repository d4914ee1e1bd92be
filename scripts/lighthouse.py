"""Asks Lighthouse about one page of each kind; called by `make lighthouse`. Needs Node and a network that has npm's packages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from chromium import find
from vecina.cli.serve import serving

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("index.html", "case/one-year.html", "faq.html", "deadlines/calculator.html", "ask.html", "es/index.html")
WANTED = ("accessibility", "best-practices")
FLAGS = "--headless --no-sandbox --disable-background-networking"
COMMAND = ["npx", "--yes", "lighthouse@12.8.2", "--quiet", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(WANTED)}"]


def scores(address: str, browser: str) -> dict[str, int]:
    """The page's score out of 100 in each category."""
    asked = [*COMMAND[:3], address, *COMMAND[3:], "--output", "json"]
    done = subprocess.run(asked, env=os.environ | {"CHROME_PATH": browser}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse did not run:\n{done.stderr[-2000:]}")
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in WANTED}


def main() -> int:
    """0 when every page has 100 in both categories."""
    browser = find()
    if browser is None:
        print("There is no Chromium; `make test` sets one up.")
        return 1
    server = serving(ROOT / "build/public", 0)
    bad = 0
    for page in PAGES:
        got = scores(f"http://127.0.0.1:{server.server_address[1]}/{page}", browser)
        print(f"{page:<28} {', '.join(f'{name} {score}' for name, score in got.items())}")
        bad += any(score < 100 for score in got.values())
    server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
