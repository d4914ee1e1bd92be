"""`vecina remind`: the mails that are due to the people of the cases, shown first and sent only when told to."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from .. import clock
from ..book import Book
from ..contact import letters
from ..contact.item import ROLES
from ..deadlines import agenda
from ..mail import Mail, as_json, as_list, as_text, mail_of
from ..papers import Slip
from ..words import listing, plural
from .common import day_of, format_option, one_case, opened, progress, root_option, say, tell, today_option, warn_of_broken
from .output import write_out
from .remind_held import held
from .remind_journal import forget, left_over, record_sent
from .remind_send import may_send, send_all


@click.command()
@root_option
@today_option
@click.option("--case", help="Only about this case.")
@click.option("--to", "role", type=click.Choice(ROLES), help="Only to whoever has this role.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Also write each mail into this folder, as .eml.")
@click.option("--send", is_flag=True, help="Send them, and write down in the records that they went out.")
@click.option("--yes", is_flag=True, help="With --send: do not ask first.")
@click.option("--sample-too", is_flag=True, help="With --send: also where the program is the sample.")
@click.option("--sent", metavar="ID", help="After an interruption: this mail has gone out, write it down.")
@click.option("--not-sent", metavar="ID", help="After an interruption: this mail has not gone out, forget it.")
@format_option("text", "list", "json")
def command(
    root: Path, today: date | None, case: str | None, role: str | None, out: Path | None, send: bool, yes: bool,
    sample_too: bool, sent: str | None, not_sent: str | None, form: str,
) -> None:  # fmt: skip
    """Show the mails that are due today: what is due soon or late, and cases from which nobody has heard.

    Nothing is sent without --send. Each mail goes to one person about one case; what it tells is then written under
    `reminders:` in the case's record, so that nobody is written to twice. The mail server is named in the environment:
    VECINA_SMTP_HOST, VECINA_SMTP_USER, VECINA_SMTP_PASSWORD; docs/reminders.md tells the rest.

    \b
    Example:
      vecina remind --format list
      vecina remind --case c-7k3q9 --to attorney --out build/mails
      vecina remind --send
    """
    book = opened(root)
    if sent is not None or not_sent is not None:
        if (sent is None) == (not_sent is None) or send:
            raise click.UsageError("Give one of --sent and --not-sent, by itself.")
        say(record_sent(book, sent) if sent is not None else forget(book, not_sent or ""))
        return
    if yes and not send:
        raise click.UsageError("--yes is for --send.")
    if send and form != "text":
        raise click.UsageError("--format is for looking at the mails; it does not go with --send.")
    if case is not None:
        one_case(book, case)
    warn_of_broken(book)
    day = day_of(book, today)
    if send:
        may_send(book, today, sample_too=sample_too)
    if "reminders" not in book.program:
        if book.program:
            click.echo("Nobody is written to: data/program.yml has no `reminders:`. docs/reminders.md shows it.", err=True)
        raise SystemExit(0 if book.program else 1)
    try:
        mails = _mails(book, day, case, role, now=send)
    except Slip as slip:
        click.echo(str(slip), err=True)
        raise SystemExit(1) from None
    stopped = held(book, mails)
    left_over(book)
    _warn_of_held(mails, stopped)
    if out is not None:
        _written(root, mails, out)
    if send:
        raise SystemExit(send_all(book, mails, stopped, day, yes=yes))
    if form == "json":
        say(as_json(mails, day, book.unread, stopped))
        return
    tell(as_list(mails, day) if form == "list" else as_text(mails, day))
    if mails:
        say(["", "Nothing was sent. `vecina remind --send` sends them."])


def _mails(book: Book, day: date, case: str | None, role: str | None, *, now: bool) -> list[Mail]:
    """The mails of the day. Those that are only shown are dated that morning, so that they are the same each time."""
    found = letters(book, agenda(book, day), day)
    missed = [f"{name} ({who})" for name, who in found.missed if case in (None, name) and role in (None, who)]
    if missed:
        click.echo(f"Attention: not written to, since the person's record cannot be read: {listing(missed)}.", err=True)
    zone = ZoneInfo(book.program["time_zone"])
    moment = clock.moment(book.program) if now else datetime.combine(day, time(8), zone)
    chosen = [one for one in found.letters if case in (None, one.case) and role in (None, one.person.role)]
    mails = []
    with progress(len(chosen)) as step:
        for letter in chosen:
            mails.append(mail_of(letter, book, day, moment))
            if now:
                _ = mails[-1].message  # every mail is whole before the first one goes out
            step(letter.case)
    return mails


def _warn_of_held(mails: list[Mail], stopped: dict[str, str]) -> None:
    for why in dict.fromkeys(stopped.values()):
        cases = sorted({mail.letter.case for mail in mails if stopped.get(mail.id) == why})
        click.echo(f"Attention: not to be sent before it is mended: {listing(cases)}. {why}", err=True)


def _written(root: Path, mails: list[Mail], out: Path) -> None:
    """Writes the mails as files that any mail program opens."""
    for mail in mails:
        write_out(root, out / f"{mail.letter.case}.{mail.letter.person.role}.eml", mail.raw)
    click.echo(f"{plural(len(mails), 'file')} written into the folder of --out.", err=True)
