"""One word of `vecina log`: what all words share, and how days and words of fixed lists are understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..book import Book
from ..diary import Line, NotPossible
from ..facts import Data
from ..finding import Path as FieldPath
from ..intake.answers import one_of
from ..report.columns import folded
from ..schema import wanted
from ..words import as_written_day, listing, meant
from .common import day_of, one_case, opened, root_option, today_option
from .log_write import write_line

_BACK = {"today": timedelta(0), "yesterday": timedelta(1)}


@dataclass(frozen=True, slots=True)
class At:
    """The case that is written about, and the day it is today."""

    case: Data
    today: date
    book: Book

    def said(self, value: Any) -> Any:
        """A value that was typed, where it counts back from today as the day that it means."""
        if isinstance(value, tuple):
            return tuple(map(self.said, value))
        return self.today - value if isinstance(value, timedelta) else value


class SaidDay(click.ParamType[date | timedelta]):
    """A date written YYYY-MM-DD, or `today` or `yesterday`, which count back from the day of the command."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | timedelta:
        """The date, or how far back it lies; else a usage error that shows the form."""
        back = value if isinstance(value, timedelta) else _BACK.get(str(value).casefold())
        day = value if isinstance(value, date) else as_written_day(value)
        if back is None and day is None:
            self.fail("write the day as YYYY-MM-DD, like 2026-03-14, or as today or yesterday", param, ctx)
        return day if back is None and day is not None else back or _BACK["today"]


class Listed(click.ParamType[str]):
    """A word of a fixed list; a misspelt one is answered with the nearest and with the list."""

    name = "word"

    def __init__(self, choose: Callable[[], dict[str, Any]]) -> None:
        self.choose = choose

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code that the word means, or a usage error."""
        try:
            return one_of(self.choose(), str(value), few=100)
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """The list, where the word was left out."""
        return f"Choose {listing(self.choose()['enum'], 'or')}."


class DayOrListed(click.ParamType[Any]):
    """A day, or a word of a fixed list."""

    name = "day or word"

    def __init__(self, choose: Callable[[], dict[str, Any]]) -> None:
        self.word, self.day = Listed(choose), SaidDay()

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The date or the code, or a usage error."""
        is_day = str(value)[:1].isdigit() or str(value).casefold() in _BACK
        return (self.day if is_day else self.word).convert(value, param, ctx)


def of_field(*path: str | int) -> Listed:
    """A word of the list that this field of a case chooses from."""
    way: FieldPath = path
    return Listed(lambda: wanted("case", way) or {})


class Worded(click.Command):
    """A command whose help lists the words that its options and arguments choose from."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the lists."""
        super().format_options(ctx, formatter)
        rows = []
        for param in self.params:
            kind = param.type.word if isinstance(param.type, DayOrListed) else param.type
            if isinstance(kind, Listed):
                name = param.opts[-1] if isinstance(param, click.Option) else param.make_metavar(ctx).strip("[]")
                rows.append((name, listing(kind.choose()["enum"], "or")))
        if rows:
            wide = max(len(name) for name, _ in rows)
            with formatter.section("Words"):  # by hand: a word must not be broken at its hyphen
                for name, words in rows:
                    formatter.write("\n".join(folded(words, f"  {name:<{wide}}  ", formatter.width)) + "\n")


class Word(Worded):
    """A word as a command that repeats nothing of what was typed: it could be a name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The parameters; an option that does not exist, or a word too many, ends in a sentence."""
        try:
            rest = super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            names = [name for param in self.params if isinstance(param, click.Option) for name in param.opts]
            near = meant(error.option_name, names)
            raise click.UsageError(f"There is no such option here.{near} --help lists them.", ctx) from None
        if ctx.args:
            raise click.UsageError("There is a word too many. --help shows the order.", ctx)
        return rest


def word(name: str) -> Callable[[Callable[..., Line]], click.Command]:
    """Makes a word of a function from the case, the days and the words that were said to a line about it."""

    def made(say: Callable[..., Line]) -> click.Command:
        @wraps(say)
        def run(root: Path, today: date | None, dry_run: bool, commit: bool, **given: Any) -> None:
            context = click.get_current_context()
            book = opened(root)
            record = one_case(book, context.obj)
            at = At(record.data, day_of(book, today), book)
            try:
                line = say(at, **{name: at.said(value) for name, value in given.items()})
            except NotPossible as why:
                raise click.UsageError(f"Nothing was written. {why}", context) from None
            write_line(book, record, line, at.today, dry_run=dry_run, commit=commit)

        own = list(getattr(run, "__click_params__", ()))
        run.__click_params__ = []  # type: ignore[attr-defined]
        for shared in (_COMMIT, _DRY_RUN, today_option, root_option):
            shared(run)
        run.__click_params__ += own  # type: ignore[attr-defined]
        settings = {"allow_extra_args": True, "help_option_names": ["-h", "--help"]}
        return click.command(name, cls=Word, context_settings=settings)(run)

    return made


_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show the lines that would change; write nothing.")
_COMMIT = click.option("--commit", is_flag=True, help="Commit the record too, and nothing else.")


def day_argument(command: Callable[..., Line]) -> Callable[..., Line]:
    """`[DAY]`: the day it happened. Default: today."""
    return click.argument("day", type=SaidDay(), default="today")(command)


def returned_because(command: Callable[..., Line]) -> Callable[..., Line]:
    """`--returned-because`: why the attorney gave the case back."""
    what = "With the reasons returned and attorney-left: why the attorney gave the case back."
    return click.option("--returned-because", "because", type=of_field("history", 0, "returned_because"), help=what)(command)
