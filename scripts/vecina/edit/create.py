"""New records: ids nobody has, and the least a record of each kind needs."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Any

from ..store import NAMES

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_DIGITS = "23456789"


def new_case_id(taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """An id that no case has: random, so that it says nothing about the case."""
    while True:
        signs = ""
        for _ in range(5):
            signs += choose(_LETTERS if signs and signs[-1] in _DIGITS else _LETTERS + _DIGITS)
        if f"c-{signs}" not in taken:
            return f"c-{signs}"


def slug_id(kind: str, name: str, taken: Collection[str]) -> str:
    """An id from a professional's name: the last word, with further words or a letter when it is taken."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = [word for word in re.findall(r"[a-z]+", ascii_name) if word != "sample"] or ["new"]
    prefix = {"mentor": "m", "attorney": "a", "organization": "o"}[kind]
    tries = ["-".join(words[start:]) for start in range(len(words) - 1, -1, -1)]
    if kind == "organization":
        tries = ["-".join(words[: end + 1]) for end in range(len(words))]
    short = tries[-1][:25].rstrip("-")
    tries += [f"{short}-{letter}" for letter in _LETTERS] + [f"{short}-{one}{two}" for one in _LETTERS for two in _LETTERS]
    return next(
        f"{prefix}-{word[:30]}"
        for word in tries
        if f"{prefix}-{word[:30]}" not in taken and NAMES[kind].match(f"{prefix}-{word[:30]}")
    )


def new_case(given: dict[str, Any]) -> dict[str, Any]:
    """A requested case: its history begins with the request."""
    day = given["requested_on"]
    client: dict[str, Any] = {"place": given["place"], "reached_by": given["reached_by"]}
    if given.get("state"):
        client["state"] = given["state"]
    data: dict[str, Any] = {
        "status": "requested",
        "history": [{"status": "requested", "date": day}],
        "requested_on": day,
        "attorney": given["attorney"],
        "court": given["court"],
        "detained": given["place"] == "detention-facility",
        "client": client,
        "languages": given["languages"],
        "posture": given["posture"],
    }
    return data | {
        name: given[name] for name in ("organization", "country", "claims", "last_arrival", "i589_filed") if given.get(name)
    }


def new_mentor(given: dict[str, Any]) -> dict[str, Any]:
    """A mentor who is open to cases once she has signed."""
    data: dict[str, Any] = {
        "name": given["name"],
        "email": given["email"],
        "status": "active",
        "time_zone": given["time_zone"],
        "languages": given["languages"],
        "detained_experience": given["detained_experience"],
        "pay": {"basis": given["pay_basis"]},
    }
    return data | {name: given[name] for name in ("known_courts", "claims", "countries", "agreement_signed") if given.get(name)}


def new_attorney(given: dict[str, Any]) -> dict[str, Any]:
    """An attorney with one bar admission."""
    data: dict[str, Any] = {
        "name": given["name"],
        "email": given["email"],
        "time_zone": given["time_zone"],
        "languages": given["languages"],
        "bar": [{"state": given["bar"], "status": "active"}],
        "eoir_id": given["eoir_id"],
    }
    return data | {name: given[name] for name in ("organization", "firm") if given.get(name)}


def new_organization(given: dict[str, Any]) -> dict[str, Any]:
    """An organization with one contact."""
    data: dict[str, Any] = {
        "name": given["name"],
        "contacts": [{"name": given["contact"], "email": given["email"]}],
        "malpractice_cover": {"provides": given["provides_cover"]},
    }
    return data | ({"state": given["state"]} if given.get("state") else {})


MAKERS = {"case": new_case, "mentor": new_mentor, "attorney": new_attorney, "organization": new_organization}
