"""The private status site stays private: a real Caddy with deploy/Caddyfile lets nobody in but those who are listed."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from caddies import CASE, DEPLOY, HEADERS, HIDDEN, MISSING, PAGES, Door, assert_private, caddy, hashed, needs_caddy
from outside import ROOT

PASSWORD = "four plain words here"
ANA = f"ana:{PASSWORD}"
WAYS_OUT = ["../", "help/../../", "%2e%2e/", "..%2f", "%2e%2e%2f", "help/..%2f..%2f", "..%5c", "//", "%00../"]


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with one person in it."""
    path = tmp_path_factory.mktemp("people") / "users"
    path.write_text(f"# who may read\nana {hashed(PASSWORD)}\n", encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory, users: str) -> Iterator[Door]:
    with caddy(tmp_path_factory.mktemp("door"), VECINA_STATUS_USERS=users) as opened:
        yield opened


@needs_caddy
@pytest.mark.parametrize("login", ["", "ana:five plain words here", f"bo:{PASSWORD}", "ana:"])
def test_nobody_sees_anything_without_name_and_password(door: Door, login: str) -> None:
    for name in ("", *PAGES, *HIDDEN, "no-such-page", "help"):
        answer = door.ask(f"/{name}", login)
        assert (answer.status, answer.text) == (401, "401 Unauthorized"), name
        assert answer.headers["WWW-Authenticate"].startswith("Basic ")
        assert_private(answer)


@needs_caddy
def test_who_is_listed_sees_every_page(door: Door) -> None:
    for name, text in PAGES.items():
        answer = door.ask("/" + name.replace("index.html", ""), ANA)
        assert (answer.status, answer.text) == (200, text), name
        assert_private(answer)


@needs_caddy
@pytest.mark.parametrize("name", [*HIDDEN, "%2eusers", ".git", "no-such-page", "calendars/", "calendars", "assets/"])
def test_hidden_files_and_lists_of_folders_are_not_there(door: Door, name: str) -> None:
    answer = door.ask(f"/{name}", ANA)
    assert (answer.status, answer.text) == (404, MISSING)
    assert_private(answer)


@needs_caddy
@pytest.mark.parametrize("way", WAYS_OUT)
def test_no_path_leads_out_of_the_folder(door: Door, way: str) -> None:
    answer = door.ask(f"/{way}beside.txt", ANA)
    assert answer.text in (MISSING, "400 Bad Request", "500 Internal Server Error")  # versions differ over a zero byte
    assert answer.status != 200


@needs_caddy
@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_possible(door: Door, method: str) -> None:
    assert door.ask("/index.html", method=method).status == 401
    answer = door.ask("/index.html", ANA, method)
    assert (answer.status, answer.headers["Allow"], answer.text) == (405, "GET, HEAD", "405 Method Not Allowed")
    assert_private(answer)
    assert door.ask("/index.html", ANA).text == PAGES["index.html"]


@needs_caddy
def test_there_is_no_unencrypted_door_and_no_other_name(door: Door) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", door.port)
    connection.request("GET", "/index.html")
    answer = connection.getresponse()
    assert (answer.status, CASE in answer.read().decode()) == (400, False)
    connection.close()
    assert door.ask("/index.html", ANA, Host="example.org").text == ""


@needs_caddy
def test_the_log_says_who_and_when_and_never_which_page(tmp_path: Path, users: str) -> None:
    with caddy(tmp_path, VECINA_STATUS_USERS=users) as door:
        for login in ("", ANA):
            for name in (f"calendars/{CASE}.ics", f"no-{CASE}", f"?case={CASE}", f"{CASE}%00"):
                door.ask(f"/{name}", login, Referer=f"https://localhost/{CASE}")
        door.stop()
        lines = [json.loads(line) for line in door.log.splitlines()]
    seen = Counter((line["user_id"], line["status"]) for line in lines if line.get("logger") == "http.log.access")
    assert (seen["ana", 200], seen["ana", 404]) == (2, 1)
    assert seen["", 401] >= 4
    assert CASE not in door.log
    assert PASSWORD not in door.log


@needs_caddy
@pytest.mark.parametrize("people", ["", "# nobody yet\n", "ana opensesame12\n", f"ana {PASSWORD}\n", "ana\n"])
def test_without_people_nobody_gets_in(tmp_path: Path, people: str) -> None:
    """An empty file, only a remark, a password where a hash belongs: Caddy does not start, or refuses everybody."""
    (tmp_path / "users").write_text(people, encoding="utf-8")
    with caddy(tmp_path, VECINA_STATUS_USERS=str(tmp_path / "users")) as door:
        for login in ("", "ana:", "ana:opensesame12", ":"):
            answer = door.ask("/index.html", login)
            assert answer.status in (0, 401)
            assert CASE not in answer.text


@needs_caddy
@pytest.mark.parametrize("missing", [{"VECINA_STATUS_USERS": "no-such-file"}, {"VECINA_STATUS_HOST": ":not-set"}])
def test_without_the_file_of_people_or_the_site_s_name_it_does_not_start(
    tmp_path: Path, users: str, missing: dict[str, str]
) -> None:
    with caddy(tmp_path, **{"VECINA_STATUS_USERS": users, **missing}) as door:
        assert door.process.returncode not in (0, None)


@pytest.mark.parametrize("name", ["Caddyfile", "Caddyfile.sso"])
def test_the_files_keep_every_rule_and_no_secret(name: str) -> None:
    """Needs no Caddy: every header stands there, and no person, hash or password is in Git."""
    text = "".join((DEPLOY / part).read_text(encoding="utf-8") for part in (name, "options.caddy", "private.caddy"))
    lines = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
    for header, value in HEADERS.items():
        assert {f"{header} {value}", f'{header} "{value}"'} & set(lines), header
    assert {"-Server", "admin off", "auto_https disable_redirects", "request>uri delete", "hide .*"} <= set(lines)
    assert {"import options.caddy", "import private.caddy", "import private", "import headers", "import site"} <= set(lines)
    assert "https://{$VECINA_STATUS_HOST::VECINA_STATUS_HOST_is_not_set} {" in lines
    said = "\n".join(lines)
    assert re.findall(r"basicauth \{\n(.*)\n\}", said) == ["import {$VECINA_STATUS_USERS:users}"] * (name == "Caddyfile")
    assert not re.search(r"\$2[aby]?\$|\$argon2|browse|http://", said)
    assert subprocess.run(["git", "check-ignore", "-q", "deploy/users"], cwd=ROOT, check=False).returncode == 0


def test_the_words_for_people_name_what_there_is() -> None:
    """Each variable is in a file that Caddy reads, each file lies in deploy/, each link within the page leads somewhere."""
    page = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
    read = "".join(path.read_text(encoding="utf-8") for path in DEPLOY.glob("*addy*"))
    assert set(re.findall(r"VECINA_\w+", page + read)) - {"VECINA_STATUS_HOST_is_not_set"} == set(re.findall(r"\{\$(\w+)", read))
    assert all((DEPLOY / name).is_file() for name in re.findall(r"deploy/(\w[\w.]*\w)", page))
    titles = {re.sub(r"[^\w]+", "-", title).lower() for title in re.findall(r"^#+ (.*)$", page, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", page)) <= titles
