"""`vecina log`: one line that writes what happened into a case's record."""

from __future__ import annotations

import click

from ..words import listing, meant
from . import log_after, log_court, log_mentoring, log_onboarding, log_people


class Log(click.Group):
    """The words, said after the case. Options that all words share may stand before the word too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The case, the word, then all options: so every order of them can be typed."""
        names, early, rest = list[str](), list[str](), list(args)
        while rest and len(names) < 2:
            one = rest.pop(0)
            (early if one.startswith("-") else names).append(one)
            if one in ("--root", "--today"):
                early += rest[:1]
                del rest[:1]
        if {"-h", "--help"} & set(early):
            known = [name for name in names if name in self.commands]
            names, early, rest = (["CASE", known[-1]], ["--help"], []) if known else ([], ["--help"], [])
        elif names and names[0] in self.commands:
            raise click.UsageError(f"The case comes before the word: vecina log c-7k3q9 {names[0]}", ctx)
        elif len(names) == 1:
            raise click.UsageError(f"Say what happened: {listing(list(self.commands), 'or')}.", ctx)
        return super().parse_args(ctx, [*names, *early, *rest])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The words in the order in which a case meets them."""
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The word; one that is misspelt is answered with the nearest and the list."""
        if args[0] not in self.commands:
            words = list(self.commands)
            raise click.UsageError(f"There is no such word.{meant(args[0], words)} Choose {listing(words, 'or')}.", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Log, subcommand_metavar="WORD ...", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("case")
@click.pass_context
def command(ctx: click.Context, case: str) -> None:
    """Write what happened into a case's record, in one line: the case, a word, a day.

    A day is written YYYY-MM-DD, or `today` or `yesterday`; left out it is today. Everything else in the file stays as it
    is. A line that would bring a finding is refused and nothing is written. Every word has --help with examples; all take
    --dry-run, --commit, --today and --root.

    \b
    Example:
      vecina log c-7k3q9 met 2026-11-20 --by video
      vecina log c-7k3q9 hours 1.5 --on yesterday --who mentor --for review
      vecina log c-7k3q9 answered
      vecina log c-7k3q9 done declaration-draft
      vecina log c-7k3q9 hearing 2027-02-09 --time 13:00 --moves
      vecina log met --help
    """
    ctx.obj = case


for one in (
    *log_mentoring.WORDS,
    *log_onboarding.WORDS,
    *log_court.WORDS,
    *log_people.WORDS,
    *log_after.WORDS,
):
    command.add_command(one)
