"""The way to a mail server: signed in, encrypted and verified, or not at all; and two runs at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inbox import PASSWORD, USER, Inbox, certified, named, served
from outside import ROOT
from programs import copy_of, vecina
from remind import MAILS, SEND, left, rows


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def test_it_signs_in_over_an_encrypted_and_verified_connection(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = Inbox()
    certificate, context = certified(tmp_path)
    secure = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": inbox.let_in}
    with served(inbox, **secure) as port:
        right = {"HOST": "127.0.0.1", "PORT": str(port), "USER": USER, "PASSWORD": PASSWORD, "CAFILE": str(certificate)}
        for wrong, why in (
            ({"CAFILE": ""}, "certificate could not be verified"),
            ({"CAFILE": str(tmp_path / "nothing")}, "holds no certificate"),
            ({"PASSWORD": "wrong-secret"}, "did not accept VECINA_SMTP_USER"),
            ({"SECURITY": "tls"}, "No encrypted connection came about"),
        ):
            named(monkeypatch, **{**right, **wrong})
            sent = vecina(SEND, root)
            assert (sent.exit_code, inbox.mails, rows(root), left(root)) == (1, [], [], [])
            assert why in sent.stderr
            assert f"{MAILS} mails not sent." in sent.stderr
            assert not [
                word for word in ("wrong-secret", PASSWORD, USER, "127.0.0.1") if word in sent.output.replace("remind", "")
            ]
        named(monkeypatch, **right)
        assert vecina(SEND, root).exit_code == 0
        assert (len(inbox.mails), len(inbox.signed_in)) == (MAILS, 1)


def test_it_speaks_tls_from_the_first_byte_when_told_to(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox()
    certificate, context = certified(tmp_path)
    with served(inbox, ssl_context=context) as port:
        named(monkeypatch, HOST="127.0.0.1", PORT=str(port), SECURITY="tls", CAFILE=str(certificate))
        assert vecina(SEND, root).exit_code == 0
    assert len(inbox.mails) == MAILS


def test_a_server_that_offers_no_encryption_gets_no_mail(root: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VECINA_SMTP_SECURITY", "starttls")
    sent = vecina(SEND, root)
    assert (sent.exit_code, inbox.mails) == (1, [])
    assert "does not offer what is asked of it" in sent.stderr


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({}, "set VECINA_SMTP_HOST"),
        ({"HOST": "mail.example.org", "SECURITY": "none"}, "only for a server on this computer"),
        ({"HOST": "mail.example.org", "SECURITY": "ssl"}, "starttls, tls or none"),
        ({"HOST": "mail.example.org", "PORT": "smtp"}, "a number from 1 to 65535"),
        ({"HOST": "mail.example.org", "USER": "somebody"}, "or neither"),
    ],
)
def test_a_server_that_is_not_named_rightly_is_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], why: str
) -> None:
    named(monkeypatch, **settings)
    refused = vecina(SEND, root)
    assert refused.exit_code == 2
    assert why in " ".join(refused.stderr.split())


def test_a_server_that_is_not_there_is_said_in_plain_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(Inbox()) as port:
        pass
    named(monkeypatch, HOST="127.0.0.1", PORT=str(port), SECURITY="none")
    sent = vecina(SEND, root)
    assert (sent.exit_code, rows(root), left(root)) == (1, [], [])
    assert f"{MAILS} mails not sent. The mail server cannot be reached." in sent.stderr


def test_two_runs_at_once_send_each_mail_once(root: Path, inbox: Inbox) -> None:
    inbox.at = lambda number, server: time.sleep(0.2)
    command = [sys.executable, "-c", "from vecina.cli import main; main()", *SEND.split(), "--root", str(root)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [run.communicate(timeout=60) for run in runs]
    assert len(set(inbox.ids)) == len(inbox.ids), said
    assert vecina(SEND, root).exit_code == 0
    assert (len(set(inbox.ids)), len(inbox.ids), left(root)) == (MAILS, MAILS, [])
    assert vecina("check", root).exit_code == 0
