"""`vecina check`: every finding of every file in one run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..checks import run
from ..finding import Finding, in_order
from ..handbook import LANGUAGES, load_pages
from ..report import findings as report
from ..report.escape import as_log
from ..store import read_plain, walk
from .check_change import of_change, of_part, unpushed
from .common import format_option, opened, root_option, say, within


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
@format_option("text", "json", "github")
@click.option("--base", metavar="REV", help="Also what may not change since this revision, or not without a reason.")
@click.option("--staged", is_flag=True, help="Only what is staged for the next commit: quick, for a hook.")
@click.option("--pushed", is_flag=True, help="Only what has been committed and not pushed: quick, for a hook.")
@click.option("--show", is_flag=True, help="Print each finding's line of the file; on a terminal only.")
def command(paths: tuple[Path, ...], root: Path, form: str, base: str | None, staged: bool, pushed: bool, show: bool) -> None:
    """Find what is wrong in the records, all in one run.

    With PATHs only the findings in those files and folders are shown; everything is read all the same, because records
    refer to each other. Ends with 1 when something was found. With --base the change since a revision is checked too:
    the history is not rewritten, a date does not move, a mentor does not leave, nothing disappears, or the change says why.

    \b
    Example:
      vecina check
      vecina check data/cases/c-7k3q9.yml --show
      vecina check --base main
    """
    if staged or pushed:
        since, head = (base or "HEAD", None) if staged else unpushed()
        findings, size = of_part(root, since, head)
    else:
        book = opened(root)
        findings, size = run(book, load_pages(root)), book.size
        findings = in_order([*findings, *of_change(root, base)]) if base else findings
    findings = _within(findings, within(root, paths, "data", *LANGUAGES.values()), root)
    if form == "json":
        say(report.as_json(findings, size))
    elif form == "github":
        say(report.as_github(findings))
        say(list(report.as_text(findings, size))[-1 if not findings else len(findings) :])
    elif show and sys.stdout.isatty() and findings:
        _show(findings, root)
    else:
        say(report.as_text(findings, size))
    sys.exit(1 if findings else 0)


def _within(findings: list[Finding], paths: list[Path], root: Path) -> list[Finding]:
    """The findings in those files and folders. Strays are named by half, so naming one shows all of its folder."""
    if not paths:
        return findings
    top = Path(os.path.abspath(root))
    records = {top / entry.file for entry in walk(root)[0]}
    folders = {path.parent for path in paths if path not in records and not path.is_dir()}

    def wanted(finding: Finding) -> bool:
        file = top / finding.file
        return any(file == path or path in file.parents for path in paths) or (finding.code < "V005" and file.parent in folders)

    return [finding for finding in findings if wanted(finding)]


def _show(findings: list[Finding], root: Path) -> None:
    """Each finding with its line of the file. Never into a pipe or a log."""
    for finding in findings:
        click.secho(report.line(finding), bold=True)
        try:
            lines = read_plain(root / finding.file).decode("utf-8", "replace").split("\n")
            source = lines[finding.line - 1].rstrip("\r")
        except (OSError, IndexError):
            continue
        click.echo(f"{finding.line:>6} │ {as_log(source)}")
        click.echo(f"       │ {' ' * (finding.column - 1)}^")
