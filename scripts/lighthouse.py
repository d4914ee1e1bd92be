"""Asks Lighthouse about one page of each kind; called by `make lighthouse`. Needs Node and a network that has npm's packages."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from chromium import find

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("index.html", "case/one-year.html", "faq.html", "deadlines/calculator.html", "ask.html", "es/index.html")
WANTED = ("accessibility", "best-practices")
FLAGS = "--headless --no-sandbox --disable-background-networking"
COMMAND = ["npx", "--yes", "lighthouse@12.8.2", "--quiet", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(WANTED)}"]


class Silent(SimpleHTTPRequestHandler):
    """Serves the site without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """No line for each file."""


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(ROOT / "build/public")))
    Thread(target=server.serve_forever, daemon=True).start()
    bad = 0
    for page in PAGES:
        got = scores(f"http://127.0.0.1:{server.server_address[1]}/{page}", browser)
        print(f"{page:<28} {', '.join(f'{name} {score}' for name, score in got.items())}")
        bad += any(score < 100 for score in got.values())
    server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
