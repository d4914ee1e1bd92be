"""The one command: `vecina`. Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 our fault."""

from __future__ import annotations

import errno
import sys
from typing import Any, NoReturn

import click

from .. import __version__

# each command with its help in one line; the module of that name is imported only when the command runs
COMMANDS = {
    "check": "Find what is wrong in the records: file, line, reason and mend.",
    "due": "List what is late and what comes, with the reason for each date.",
    "compute": "Compute a date from a deadline rule, without a case.",
    "rules": "List and show the deadline rules, and those to be verified again.",
    "clock": "Show the asylum clock of a case: what counted, what stopped it, day 150 and day 180.",
    "new": "Write a new case, mentor, attorney or organization.",
    "import": "Read an organization's list of cases from CSV or Excel.",
    "intake": "Read the answers of an issue form, and make records of them.",
    "vet": "Say what a requested case still lacks and what to write; accept or decline it.",
    "match": "Propose mentors for the cases that wait, with a reason for every point.",
    "document": "Write an agreement, a checklist, a plan or a letter for the people of a case.",
    "plan": "Propose a mentoring plan for a case, and write it when asked.",
    "log": "Write what happened into a case's record, in one line.",
    "remind": "Show the mails that are due to the people of the cases, and send them when told to.",
    "statement": "A mentor's hours and pay of a month, and closing it.",
    "hours": "Hours of an attorney, mentor or case, by activity and month.",
    "report": "Report on a period to the office, funders, an organization, on a mentor; which records may be deleted.",
    "export": "Write the records as tables: SQLite, Parquet or JSON lines.",
    "diff": "Say in sentences what a change of the records says and brings about.",
    "build": "Write the public site and the private status site.",
    "scan": "Look through a built site for what must not be published.",
    "run": "The whole job: check, match, due, both sites, and a short summary.",
    "serve": "Show both sites on this computer and rebuild them on change.",
    "fix": "Apply the mends that findings offer.",
    "fmt": "Write records in their canonical form.",
    "owners": "Write .github/CODEOWNERS from the roles of the staff.",
    "explain": "Say what a finding's code means and how to mend it.",
}

_MODULES = {"import": "import_list"}  # a word of Python names no module


class Lazy(click.Group):
    """Commands by name; each is imported when it is asked for, so that help comes at once."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """The context; what was typed wrongly is said in our words."""
        try:
            return super().make_context(*args, **more)
        except click.UsageError as error:
            raise _plain(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what was typed wrongly is said in our words."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _plain(error) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f".{_MODULES.get(cmd_name, cmd_name)}", __name__)
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _plain(error: click.UsageError) -> click.UsageError:
    from .wrong import plain  # only when something is wrong: help comes at once

    return plain(error)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="vecina")
def cli() -> None:
    """The back office of a pro bono asylum mentoring program.

    Run it in the folder that holds data/. `vecina COMMAND --help` shows an example of each command.
    """


def main(argv: list[str] | None = None) -> Any:
    """Runs the command line. What goes wrong through us ends with code 3 and without any record's value."""
    try:
        return cli.main(args=argv, prog_name="vecina")
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EDQUOT):
            _our_fault(error)
        click.echo("The output could not be written: the disk or file is full.", err=True)
        sys.exit(1)
    except Exception as error:  # the last resort: our own mistake, said as such
        _our_fault(error)


def _our_fault(error: Exception) -> NoReturn:
    """Names the kind of error and the lines of our code, and no value."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "vecina" in code.co_filename:
            frames.append(f"{code.co_filename.rpartition('vecina/')[2]}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    click.echo("This is our mistake, not yours. Please report these lines to admin@vecina.org:", err=True)
    click.echo(f"  vecina {__version__}: {type(error).__name__}", err=True)
    for frame in frames:
        click.echo(f"  {frame}", err=True)
    sys.exit(3)
