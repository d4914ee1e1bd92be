"""Which mail server: read from the environment, so that no password stands in a record or on a command line."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Security = Literal["starttls", "tls", "none"]
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 587}


class NotSet(ValueError):
    """The environment does not name a server that may be used. Its text says what to set, and no value."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to sign in there; `cafile` holds the certificate of one that signed its own."""

    host: str
    port: int
    security: Security
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    cafile: str = ""


def server_of(environment: Mapping[str, str]) -> Server:
    """The server of VECINA_SMTP_HOST, _PORT, _SECURITY, _USER, _PASSWORD and _CAFILE. Raises NotSet."""

    def value(name: str) -> str:
        return environment.get(f"VECINA_SMTP_{name}", "").strip()

    host, user, password = value("HOST"), value("USER"), environment.get("VECINA_SMTP_PASSWORD", "")
    if not host:
        raise NotSet("Say which mail server sends the mails: set VECINA_SMTP_HOST. docs/reminders.md shows how.")
    security = next((one for one in get_args(Security) if one == (value("SECURITY").lower() or "starttls")), None)
    if security is None:
        raise NotSet("Set VECINA_SMTP_SECURITY to starttls, tls or none; left out, it is starttls.")
    if security == "none" and not _is_here(host):
        raise NotSet("VECINA_SMTP_SECURITY may be none only for a server on this computer: mails must not be read on the way.")
    if bool(user) != bool(password):
        raise NotSet("Set both VECINA_SMTP_USER and VECINA_SMTP_PASSWORD, or neither.")
    port = value("PORT") or str(_PORTS[security])
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise NotSet("Set VECINA_SMTP_PORT to a number from 1 to 65535, like 587.")
    return Server(host, int(port), security, user, password, value("CAFILE"))


def _is_here(host: str) -> bool:
    """Whether it is this computer, by its address or by the one name that always means it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
