"""The way to the mail server: one connection for all mails, made anew when it drops, and encrypted.

What is raised says in plain words what happened. No password, no address and nothing the server answered is in it.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from types import TracebackType
from typing import Self

from .server import Server

_TIMEOUT = 30.0  # seconds that the server may take for an answer
_FINE, _FORWARDED, _GO_ON, _CLOSING = 250, 251, 354, 421  # answers of a server


class NoServer(Exception):
    """The server cannot be used at all: no mail goes out."""


class NotSent(Exception):
    """This mail has surely not gone out."""


class Unsure(Exception):
    """The connection broke while the server took the mail: it may have gone out."""


class Post:
    """The connection. It is opened with the first mail, and again when the server has hung up between two."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._open is not None:
            try:
                self._open.quit()
            except OSError:
                self._open.close()

    def send(self, sender: str, to: str, raw: bytes) -> None:
        """Hands one mail to the server. Returns when it was accepted; raises NotSent, Unsure or NoServer."""
        try:
            connection = self._begun(sender, to)
        except OSError:  # all that smtplib raises is one; it hung up before it took anything: once more
            self._drop()
            try:
                connection = self._begun(sender, to)
            except OSError:
                self._drop()
                raise NotSent("the mail server hung up twice") from None
        try:
            connection.send(re.sub(rb"(?m)^\.", b"..", raw) + b".\r\n")
            code, _ = connection.getreply()
        except OSError:
            self._drop()
            raise Unsure("the connection broke while the mail server took the mail") from None
        if code != _FINE:
            self._reset()
            raise NotSent(_refusal("the mail", code))

    def _begun(self, sender: str, to: str) -> smtplib.SMTP:
        """The connection, ready for the mail itself: up to here it cannot have gone out."""
        connection = self._ready()
        self._step("the address in `reminders: from`", connection.mail(sender)[0], _FINE)
        self._step("the recipient's address", connection.rcpt(to)[0], _FINE, _FORWARDED)
        self._step("the mail", connection.docmd("DATA")[0], _GO_ON)
        return connection

    def _step(self, what: str, code: int, *fine: int) -> None:
        """Goes on where the server's answer is fine. Raises NotSent, and SMTPServerDisconnected when it is closing."""
        if code == _CLOSING:
            raise smtplib.SMTPServerDisconnected
        if code not in fine:
            self._reset()
            raise NotSent(_refusal(what, code))

    def _ready(self) -> smtplib.SMTP:
        if self._open is not None:
            try:
                if self._open.noop()[0] == _FINE:
                    return self._open
            except OSError:
                pass
            self._drop()
        self._open = _connected(self._server)
        return self._open

    def _reset(self) -> None:
        """Forgets the mail that was begun, so that the next one can begin."""
        try:
            if self._open is not None:
                self._open.rset()
        except OSError:
            self._drop()

    def _drop(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


def _refusal(what: str, code: int) -> str:
    later = " for now; try again later" if 400 <= code < 500 else ""
    return f"the mail server refused {what}{later} (code {code})"


def _connected(server: Server) -> smtplib.SMTP:
    """A connection that is encrypted, verified and signed in as the settings say. Raises NoServer."""
    connection: smtplib.SMTP | None = None
    try:
        if server.security == "tls":
            connection = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=_context(server))
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
        if server.security == "starttls":
            connection.starttls(context=_context(server))
        if server.user:
            connection.login(server.user, server.password)
        connection.ehlo_or_helo_if_needed()
    except Exception as error:
        if connection is not None:
            connection.close()
        if isinstance(error, OSError):
            raise NoServer(_trouble(error)) from None
        raise
    return connection


def _context(server: Server) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.cafile or None)
    except (OSError, ssl.SSLError):
        raise NoServer("The file of VECINA_SMTP_CAFILE holds no certificate that can be read.") from None


def _trouble(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "The mail server did not accept VECINA_SMTP_USER and VECINA_SMTP_PASSWORD."
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "The mail server does not offer what is asked of it: STARTTLS, or a way to sign in. Look at VECINA_SMTP_SECURITY."
    if isinstance(error, ssl.SSLCertVerificationError):
        return "The mail server's certificate could not be verified. For one of your own name its file with VECINA_SMTP_CAFILE."
    if isinstance(error, ssl.SSLError):
        return "No encrypted connection came about. Look at VECINA_SMTP_SECURITY and VECINA_SMTP_PORT."
    if isinstance(error, TimeoutError):
        return f"The mail server did not answer within {_TIMEOUT:.0f} seconds."
    if isinstance(error, smtplib.SMTPException):
        return "The mail server did not let us in. Look at VECINA_SMTP_HOST, VECINA_SMTP_PORT and VECINA_SMTP_SECURITY."
    return "The mail server cannot be reached. Look at VECINA_SMTP_HOST and VECINA_SMTP_PORT, and at the network."
