"""The templates of documents and mails: a program's own before ours, from its folder alone, and with no way out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..assets import shipped
from ..store import read_plain

if TYPE_CHECKING:
    from jinja2 import Environment

_ENDING = ".j2"


class Slip(ValueError):
    """A template that somebody changed cannot be filled, with where, in one sentence for that person."""


def environment(root: Path, folder: str, **options: Any) -> Environment:
    """Where templates of `site/<folder>` are found and filled: in a sandbox, without links and without other folders."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_loader(root / "site" / folder, shipped("site") / folder)), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, **options,
    )  # fmt: skip


def rendered(made: Environment, root: Path, folder: str, name: str, **values: Any) -> str:
    """A template filled with values. Raises Slip where that cannot be done."""
    from jinja2 import TemplateError

    try:
        return made.get_template(name).render(**values)
    except Exception as error:
        if not isinstance(error, TemplateError) and not any((root / "site" / folder).glob(f"*{_ENDING}")):
            raise  # none of it is the program's own: our mistake
        raise Slip(
            f"The template site/{folder}/{name} cannot be filled{_where(error)}. Compare it with the one it came from."
        ) from error


def _loader(own: Path, ours: Path) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if Path(name).name != name or not name.endswith(_ENDING):
            return None
        text = _text(own / name)
        if text is None:
            file = ours / name
            return (file.read_text(encoding="utf-8"), str(file), lambda: _text(own / name) is None) if file.is_file() else None
        return text, str(own / name), lambda: _text(own / name) == text

    return load


def _text(file: Path) -> str | None:
    """The text of a plain file; None where there is none. Raises OSError for a link, and UnicodeError for what is no text."""
    try:
        return read_plain(file).decode()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _where(error: Exception) -> str:
    """The line of the template, where it is known."""
    line, trace = getattr(error, "lineno", None), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(_ENDING):
            line = trace.tb_lineno
        trace = trace.tb_next
    return f": line {line}" if line else ""
