"""A real Caddy on this computer with the files of deploy/, a small built site, and what is answered."""

from __future__ import annotations

import base64
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from outside import ROOT

DEPLOY = ROOT / "deploy"
CADDY = shutil.which("caddy")
needs_caddy = pytest.mark.skipif(CADDY is None, reason="Caddy is not installed; on Debian: apt-get install caddy")

CASE = "c-7k3q9"  # stands in every file of the site
MISSING = f"this page is not here {CASE}"
PAGES = {
    "index.html": f"<h1>Today</h1> {CASE}",
    "404.html": MISSING,
    "search/search_index.json": f"[{CASE}]",
    "sitemap.xml": f"<urlset>{CASE}</urlset>",
    "assets/logo.svg": f"<svg>{CASE}</svg>",
    "cases.csv": f"case\n{CASE}",
    f"calendars/{CASE}.ics": "BEGIN:VCALENDAR",
    "help/index.html": f"<h1>Help</h1> {CASE}",
}
HIDDEN = (".users", ".git/config", "help/.draft.html")
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), payment=(), serial=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}


@dataclass(frozen=True)
class Answer:
    """What came back: the status, 0 when no connection came about; the headers; the text."""

    status: int
    headers: Message
    text: str


@dataclass(frozen=True)
class Door:
    """A Caddy that runs, or one that refused to start."""

    port: int
    home: Path
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        """All it has said so far."""
        return (self.home / "log").read_text(encoding="utf-8")

    def ask(self, path: str, login: str = "", method: str = "GET", **headers: str) -> Answer:
        """One request over HTTPS, the path sent as it is; the login is `name:password`."""
        if login:
            headers["Authorization"] = f"Basic {base64.b64encode(login.encode()).decode()}"
        root = self.home / "data/caddy/pki/authorities/local/root.crt"
        context = ssl.create_default_context(cafile=root if root.exists() else None)
        connection = http.client.HTTPSConnection("localhost", self.port, context=context)
        try:
            connection.request(method, path, headers=headers)
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read().decode())
        except (ConnectionError, ssl.SSLError):
            return Answer(0, Message(), "")
        finally:
            connection.close()

    def stop(self) -> None:
        """Ends it, so that its log is whole."""
        self.process.terminate()
        self.process.wait()


def site(folder: Path) -> Path:
    """A built site with hidden files in it, and a file beside it that no answer may hold."""
    for name in (*PAGES, *HIDDEN):
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGES.get(name, CASE), encoding="utf-8")
    (folder / "beside.txt").write_text(CASE, encoding="utf-8")
    return folder / "site"


def hashed(password: str) -> str:
    """The hash that Caddy makes of a password."""
    assert CADDY is not None
    words = [CADDY, "hash-password", "--plaintext", password]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def assert_private(answer: Answer) -> None:
    """Every header stands in the answer, once, and none that tells what serves it."""
    assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [value] for name, value in HEADERS.items()}
    assert "Server" not in answer.headers


@contextmanager
def caddy(folder: Path, name: str = "Caddyfile", **settings: str) -> Iterator[Door]:
    """Caddy with a file of deploy/ before a site in a folder, once it answers or has refused to start."""
    settings = {"VECINA_STATUS_FOLDER": str(site(folder)), **settings}
    door = _started(folder, name, settings)
    while "address already in use" in door.log:  # somebody took the free port first
        door = _started(folder, name, settings)
    try:
        yield door
    finally:
        door.stop()


def _started(home: Path, name: str, settings: dict[str, str]) -> Door:
    assert CADDY is not None
    port = free_port()
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    where = {"VECINA_STATUS_HOST": f"localhost:{port}", "VECINA_STATUS_BIND": "127.0.0.1"}
    env = {key: value for key, value in os.environ.items() if not key.startswith("VECINA_")} | own | where | settings
    words = [CADDY, "run", "--config", str(DEPLOY / name), "--adapter", "caddyfile"]
    with (home / "log").open("wb") as log:
        door = Door(port, home, subprocess.Popen(words, env=env, stdout=log, stderr=log))
    for _ in range(10_000):  # minutes on any machine; then the test says what is wrong
        if door.process.poll() is not None or door.ask("/").status:
            break
        time.sleep(0.02)
    return door


def free_port() -> int:
    """A port of this computer that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
