"""Behind an identity proxy, deploy/Caddyfile.sso: only who is signed in sees a page, and the proxy learns of no page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from caddies import CASE, HIDDEN, MISSING, PAGES, Door, assert_private, caddy, free_port, needs_caddy

SIGN_IN = "sign in here"
SIGNED_IN = {"Cookie": "session=ana"}


class Proxy(BaseHTTPRequestHandler):
    """Answers as oauth2-proxy does, and remembers all that it was told."""

    told: list[str]
    broken = False

    def do_GET(self) -> None:
        """Asked about a reader: 202 or 401; asked by a reader: a page to sign in on."""
        self.told.append(f"{self.path}\n{self.headers}")
        asked = self.path == "/oauth2/auth"
        known = self.headers["Cookie"] == SIGNED_IN["Cookie"]
        self.send_response(500 if self.broken else 200 if not asked else 202 if known else 401)
        self.end_headers()
        self.wfile.write(b"" if asked else SIGN_IN.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing on the terminal."""


@contextmanager
def proxy(broken: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Where an identity proxy listens, and what it has been told."""
    told: list[str] = []
    handler = type("Told", (Proxy,), {"told": told, "broken": broken})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}", told
        server.shutdown()


@pytest.fixture(scope="module")
def told_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Door, list[str]]]:
    with (
        proxy() as (where, told),
        caddy(tmp_path_factory.mktemp("sso"), "Caddyfile.sso", VECINA_STATUS_PROXY=where) as door,
    ):
        yield door, told


@needs_caddy
@pytest.mark.parametrize("headers", [{}, {"Cookie": "session=bo"}, {"X-Auth-Request-User": "ana", "Remote-User": "ana"}])
def test_who_is_not_signed_in_is_sent_to_sign_in(told_door: tuple[Door, list[str]], headers: dict[str, str]) -> None:
    for name in ("", *PAGES, *HIDDEN, "no-such-page"):
        answer = told_door[0].ask(f"/{name}", **headers)
        assert (answer.status, answer.headers["Location"]) == (302, "/oauth2/sign_in?rd=/"), name
        assert CASE not in answer.text
        assert_private(answer)


@needs_caddy
def test_who_is_signed_in_sees_every_page_and_no_more(told_door: tuple[Door, list[str]]) -> None:
    door = told_door[0]
    for name, text in PAGES.items():
        answer = door.ask("/" + name.replace("index.html", ""), **SIGNED_IN)
        assert (answer.status, answer.text) == (200, text), name
        assert_private(answer)
    assert {door.ask(f"/{name}", **SIGNED_IN).text for name in (*HIDDEN, "assets/", "../beside.txt")} == {MISSING}
    assert door.ask("/index.html", "", "POST", **SIGNED_IN).status == 405


@needs_caddy
@pytest.mark.parametrize("path", ["sign_in", "sign_in?rd=/", "../index.html", "..%2findex.html", f"..%2fcalendars/{CASE}.ics"])
def test_the_pages_for_signing_in_are_open_and_lead_to_no_other(told_door: tuple[Door, list[str]], path: str) -> None:
    answer = told_door[0].ask(f"/oauth2/{path}")
    assert answer.text in (SIGN_IN, "")
    assert_private(answer)


@needs_caddy
def test_the_proxy_never_learns_which_page_is_read(told_door: tuple[Door, list[str]]) -> None:
    door, told = told_door
    told.clear()
    door.ask(f"/calendars/{CASE}.ics?case={CASE}", **SIGNED_IN)
    assert len(told) == 1
    assert "X-Forwarded-Uri: /\n" in told[0]
    assert CASE not in told[0]


@needs_caddy
def test_without_a_proxy_that_answers_nobody_gets_in(tmp_path: Path) -> None:
    with caddy(tmp_path, "Caddyfile.sso", VECINA_STATUS_PROXY=f"127.0.0.1:{free_port()}") as door:
        answer = door.ask("/index.html", **SIGNED_IN)
        assert (answer.status, answer.text) == (502, "502 Bad Gateway")
        assert_private(answer)


@needs_caddy
def test_a_proxy_in_trouble_lets_nobody_in(tmp_path: Path) -> None:
    with proxy(broken=True) as (where, _), caddy(tmp_path, "Caddyfile.sso", VECINA_STATUS_PROXY=where) as door:
        answer = door.ask("/index.html", **SIGNED_IN)
        assert (answer.status, answer.text) == (500, "")
