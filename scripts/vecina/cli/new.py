"""`vecina new`: writes a valid record from options or answers."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..book import Book
from ..edit.create import MAKERS, new_case_id, slug_id
from ..intake import NotWritten, drafted, known, new_findings, understood, write_all
from ..report.findings import line
from ..schema import wanted
from .common import Day, day_of, interactive, opened, program, root_option, say, today_option


@click.group()
def command() -> None:
    """Write a new case, mentor, attorney or organization: a valid record in its canonical form.

    What is not given as an option is asked for on a terminal.

    \b
    Example:
      vecina new case --attorney a-okafor --court HOU --place us-state --state TX --language es --posture individual-hearing
    """


def _list(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> list[str]:
    """Options that may be given several times, or once with commas."""
    return [word.strip() for part in value for word in part.split(",") if word.strip()]


_NEXT = {
    "case": "Next: add the hearings, with the dates on the notice.",
    "mentor": "Next: add courts, claims, countries, and the day she signed.",
    "attorney": "Next: add trainings and malpractice cover.",
    "organization": "Next: add what else is known.",
}
LISTS = ("languages", "reached_by")


def _ask(book: Book, kind: str, given: dict[str, Any], questions: dict[str, tuple[str, str]]) -> None:
    """Understands what is given and asks for what is missing; without a terminal says which options are missing.

    `questions` maps each name to its question and the answer suggested.
    """
    for name in list(given):
        if given[name] and (name in questions or name == "organization"):
            try:
                given[name] = _meant(book, kind, name, given[name])
            except ValueError as error:
                raise click.UsageError(str(error)) from error
    missing = [name for name in questions if given.get(name) in (None, "", [])]
    if missing and not interactive():
        options = ", ".join("--" + name.replace("_", "-").removesuffix("s" if name == "languages" else "") for name in missing)
        raise click.UsageError(f"Please give {options}.")
    for name in missing:
        question, default = questions[name]

        def understand(answer: str, name: str = name) -> Any:
            words = [word.strip() for word in answer.split(",") if word.strip()] if name in LISTS else answer
            try:
                return _meant(book, kind, name, words)
            except ValueError as error:
                raise click.UsageError(str(error)) from error

        given[name] = click.prompt(question, default=default or None, value_proc=understand)


def _meant(book: Book, kind: str, name: str, value: Any) -> Any:
    """The codes and ids that an answer means. Raises ValueError."""
    if isinstance(value, list):
        return [understood(book, kind, name, word) for word in value]
    return understood(book, kind, name, value)


def _write(root: Path, book: Book, kind: str, name: str, made: dict[str, Any]) -> None:
    """Writes the record if it is valid in itself and among the others; else says what is wrong and writes nothing."""
    draft = drafted(book, kind, name, made)
    findings = new_findings(book, [draft])
    if findings:
        click.echo("Nothing was written. This must be right first:", err=True)
        for finding in findings:
            click.echo(f"  {line(finding)}", err=True)
        sys.exit(1)
    try:
        write_all(root, [draft])
    except NotWritten as error:
        click.echo(f"{draft.file} could not be written; nothing was.", err=True)
        raise SystemExit(1) from error
    say(draft.file)
    if interactive():
        say(f"Written. {_NEXT[kind]} Then `{program()} check`.")


def _default(kind: str, *path: str) -> str:
    """The first word of a field's list, as the suggestion."""
    return str((wanted(kind, path) or {})["enum"][0])


@command.command("case")
@root_option
@today_option
@click.option("--attorney", help="Attorney of record, by id.")
@click.option("--court", help="Immigration court, by code.")
@click.option("--organization", help="Placing organization, by id.")
@click.option("--place", help="us-state, detention-facility, mexico or other.")
@click.option("--state", help="US state of the client.")
@click.option("--reached-by", multiple=True, callback=_list, help="How the client is reached; several with commas.")
@click.option("--language", "languages", multiple=True, callback=_list, help="Client's languages; several with commas.")
@click.option("--posture", help="Where the case stands.")
@click.option("--country", help="Country of claim, two letters.")
@click.option("--claim", "claims", multiple=True, callback=_list, help="Claim tags; several with commas.")
@click.option("--last-arrival", type=Day(), help="Day of the last arrival.")
@click.option("--requested-on", type=Day(), help="Day of the request. Default: today.")
def case(root: Path, today: date | None, requested_on: date | None, last_arrival: date | None, **given: Any) -> None:
    """Write a requested case under a new random id.

    \b
    Example:
      vecina new case --attorney a-okafor --court HOU --place us-state --state TX --language es --posture individual-hearing
      vecina new case --attorney a-okafor --organization o-puente
    """
    book = opened(root)
    given["requested_on"] = (requested_on or day_of(book, today)).isoformat()
    given["last_arrival"] = last_arrival.isoformat() if last_arrival else None
    questions = {
        "attorney": ("Attorney of record (id)", ""),
        "court": ("Immigration court (code or city)", ""),
        "place": ("Where is the client (us-state, detention-facility, mexico, other)", "us-state"),
        "languages": ("Client's languages (with commas)", "es"),
        "posture": ("Posture", _default("case", "posture")),
    }
    _ask(book, "case", given, questions)
    if given["place"] in ("us-state", "detention-facility"):
        _ask(book, "case", given, {"state": ("US state (two letters)", "")})
    usual = {"mexico": ["whatsapp"], "detention-facility": ["visit", "facility-phone"]}.get(given["place"], ["phone"])
    if interactive():
        _ask(book, "case", given, {"reached_by": ("How is the client reached (with commas)", ",".join(usual))})
    given["reached_by"] = given["reached_by"] or usual
    _write(root, book, "case", new_case_id(book.cases), MAKERS["case"](given))


def _person(root: Path, kind: str, given: dict[str, Any], questions: dict[str, tuple[str, str]]) -> None:
    book = opened(root)
    _ask(book, kind, given, questions)
    try:
        given["known_courts"] = [known(book, "court", code) for code in given.get("known_courts") or ()]
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    taken = {*book.kinds[kind], *(name for of, name in book.broken if of == kind)}
    _write(root, book, kind, given.pop("id", None) or slug_id(kind, given["name"].strip(), taken), MAKERS[kind](given))


_PERSON = {
    "name": ("Name", ""),
    "email": ("E-mail", ""),
    "time_zone": ("Time zone", "America/Chicago"),
    "languages": ("Languages (with commas)", "en"),
}


@command.command("mentor")
@root_option
@click.option("--name", help="Name as used at work.")
@click.option("--email", help="Work address.")
@click.option("--time-zone", help="Such as America/Chicago.")
@click.option("--language", "languages", multiple=True, callback=_list, help="Languages; several with commas.")
@click.option("--court", "known_courts", multiple=True, callback=_list, help="Courts she knows; several with commas.")
@click.option("--detained/--no-detained", "detained_experience", default=False, help="Can she guide detained cases?")
@click.option(
    "--pay",
    "pay_basis",
    type=click.Choice(["hourly", "flat", "volunteer"]),
    default="hourly",
    show_default=True,
    help="How she is paid.",
)
@click.option("--signed", type=Day(), help="Day she signed the mentor agreement.")
def mentor(root: Path, signed: date | None, **given: Any) -> None:
    """Write a mentor.

    \b
    Example:
      vecina new mentor
      vecina new mentor --name "Ana Lopez (sample)" --email ana.lopez@example.org --court HOU --signed 2026-11-20
    """
    given["agreement_signed"] = signed.isoformat() if signed else None
    _person(root, "mentor", given, _PERSON)


@command.command("attorney")
@root_option
@click.option("--name", help="Name as used at work.")
@click.option("--email", help="Work address.")
@click.option("--time-zone", help="Such as America/Chicago.")
@click.option("--language", "languages", multiple=True, callback=_list, help="Languages; several with commas.")
@click.option("--bar", help="State of her active bar admission, two letters.")
@click.option("--eoir-id/--no-eoir-id", default=False, help="Is she registered with EOIR?")
@click.option("--organization", help="Her organization, by id.")
@click.option("--firm", help="Her firm or employer.")
def attorney(root: Path, **given: Any) -> None:
    """Write an attorney.

    \b
    Example:
      vecina new attorney
      vecina new attorney --name "Joan Park (sample)" --email joan.park@example.org --bar TX --organization o-puente
    """
    _person(root, "attorney", given, _PERSON | {"bar": ("State of her active bar admission (two letters)", "")})


@command.command("organization")
@root_option
@click.option("--name", help="Name of the organization.")
@click.option("--contact", help="Name of the person we write to.")
@click.option("--email", help="Work address of that person.")
@click.option("--state", help="Where it is, two letters.")
@click.option("--covers/--no-covers", "provides_cover", default=False, help="Does it cover pro bono attorneys for malpractice?")
def organization(root: Path, **given: Any) -> None:
    """Write an organization.

    \b
    Example:
      vecina new organization
      vecina new organization --name "Casa Norte (sample)" --contact "Luz Rey (sample)" --email luz.rey@example.org
    """
    _person(root, "organization", given, {"name": ("Name", ""), "contact": ("Contact person", ""), "email": ("E-mail", "")})
