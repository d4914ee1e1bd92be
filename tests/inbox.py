"""A real mail server on this computer: it takes mails in, or refuses, hangs up or waits as a test wants."""

from __future__ import annotations

import ipaddress
import ssl
from asyncio import Server
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "sample-sender", "not-a-real-password"


class Inbox:
    """What arrived. `at` is called with the number of each mail before it is accepted, and may answer in its place."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, list[str], bytes]] = []
        self.signed_in: list[str] = []
        self.refuse: set[str] = set()
        self.begun = 0
        self.connections = 0
        self.at: Callable[[int, Any], str | None] = lambda number, server: None

    @property
    def messages(self) -> list[Message]:
        """The mails, read."""
        return [message_from_bytes(raw) for *_, raw in self.mails]

    @property
    def ids(self) -> list[str]:
        """The Message-ID of each mail."""
        return [str(message["Message-ID"]) for message in self.messages]

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]) -> list[str]:  # noqa: N802
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if address in self.refuse:
            return f"550 {address} is unknown here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.begun += 1
        answer = self.at(self.begun, server)
        if answer is None:
            self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        return answer or "250 OK"

    def let_in(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        """Whether name and password are the right ones."""
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        if right:
            self.signed_in.append(mechanism)
        return AuthResult(success=right, handled=False)


class _Server(Controller):
    """A server on a port that is free."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def served(inbox: Inbox, **more: Any) -> Iterator[int]:
    """The server while it runs; its port."""
    server = _Server(inbox, hostname="127.0.0.1", port=0, **more)
    server.start()
    inbox.connections = 0
    try:
        yield server.port
    finally:
        server.stop()


def named(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    """The environment names this mail server and nothing else of one."""
    for name in ("HOST", "PORT", "USER", "PASSWORD", "SECURITY", "CAFILE"):
        monkeypatch.delenv(f"VECINA_SMTP_{name}", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(f"VECINA_SMTP_{name}", value)


def certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate of this computer that it has signed itself: its file, and the server's side of it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, secret)
    return certificate, context
