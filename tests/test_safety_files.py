"""Files that tell of people: who may read them, where they never lie, what they never write over; and templates in their box."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from repos import begun, committed

MAKES = {
    "document agreement c-a9xgu --format docx": "x.docx",
    "statement m-ibarra 2026-06 --format csv": "x.csv",
    "hours a-finch --format html": "x.html",
    "report program --full --format xlsx": "x.xlsx",
    "report retention": "x.txt",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program."""
    return copy_of(tmp_path)


def own(root: Path, name: str, text: str) -> Path:
    """A template of the program's own."""
    path = root / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", MAKES)
def test_only_its_owner_can_read_a_file_and_making_it_again_replaces_it(words: str, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / MAKES[words]
    for _ in range(2):
        done = vecina(f"{words} --out {out}", root)
        assert done.exit_code == 0, done.output
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_only_its_owner_can_read_a_mail_that_is_written(root: Path, tmp_path: Path) -> None:
    assert vecina(f"remind --out {tmp_path}/mails", root).exit_code == 0
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "mails").iterdir()} == {0o600}


@pytest.mark.parametrize("words", [*MAKES, "remind"])
def test_it_is_never_written_where_git_would_take_it_nor_among_the_records(words: str, root: Path, tmp_path: Path) -> None:
    begun(root)
    (root / ".gitignore").write_text("build/\n")
    (root / "link").symlink_to(root / "data")
    committed(root)
    name = "" if words == "remind" else f"/{MAKES[words]}"
    for place, why in (
        ("statements", "Git would take"), ("data/cases", "among the records"), ("link", "among the records"),
        ("build/public", "into a site"), ("build/../site/public", "into a site"), (".git", "among the records"),
    ):  # fmt: skip
        done = vecina(f"{words} --out {root}/{place}{name}", root)
        assert (done.exit_code, why in " ".join(done.stderr.split())) == (2, True), (place, done.output)
        assert not (root / place / MAKES.get(words, "c-a9xgu.attorney.eml")).exists()
    assert vecina(f"{words} --out {root}/build/papers{name}", root).exit_code == 0


@pytest.mark.parametrize("words", [words for words in MAKES if not words.startswith("hours")])
def test_something_else_is_not_written_over(words: str, root: Path, tmp_path: Path) -> None:
    thesis, link, pipe = tmp_path / "thesis.tex", tmp_path / MAKES[words], tmp_path / "pipe.csv"
    thesis.write_text("mine")
    link.symlink_to(thesis)
    os.mkfifo(pipe)
    for place in (thesis, link, pipe):
        done = vecina(f"{words} --out {place}", root)
        assert (done.exit_code, "not written over" in " ".join(done.stderr.split())) == (2, True), done.output
    assert thesis.read_text() == "mine"


@pytest.mark.parametrize("place", ["file.md/x.md", f"{'long' * 80}.md", f"{'long' * 80}/x.md"])
def test_a_place_that_cannot_be_written_is_said(place: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "file.md").write_text("x")
    for words in ("document plan c-a9xgu", "hours a-finch --format md", "report funder", "remind"):
        done = vecina(f"{words} --out {tmp_path / place}", root)
        assert done.exit_code in (1, 2)
        assert place not in done.stderr
    assert (tmp_path / "file.md").read_text() == "x"


@pytest.mark.parametrize("why", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_and_an_interruption_leave_the_old_file(
    why: BaseException, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out/plan.md"
    vecina(f"document plan c-a9xgu --out {out}", root)
    before = out.read_bytes()

    def full(_: int) -> None:
        raise why

    monkeypatch.setattr("vecina.cli.output.os.fsync", full)
    assert vecina(f"document plan c-a9xgu --today 2026-11-25 --out {out}", root).exit_code == 1
    assert out.read_bytes() == before
    assert len(list(out.parent.iterdir())) == 1


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{% include '../../data/program.yml' %}", "{% include 'secret.j2' %}",
    "{{ self._TemplateReference__context }}", "{{ 1 / 0 }}", "{% for x in range(10000000) %}x{% endfor %}", "{{ nobody.name }}",
    "{{ cycler.__init__.__globals__.os.environ }}", "{% include 'NAME' %}", "{{", "{{ 'x' + 1 }}",
]  # fmt: skip


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize(
    ("words", "name"), [("document agreement c-a9xgu", "papers/agreement.md.j2"), ("remind", "mail/letter.txt.j2")]
)
def test_a_template_gets_at_nothing_but_what_it_is_filled_with(
    words: str, name: str, escape: str, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("the secret")
    path = own(root, name, escape.replace("NAME", Path(name).name))
    (path.parent / "secret.j2").symlink_to(tmp_path / "secret")
    done = vecina(words, root)
    assert (done.exit_code, done.output) == (1, done.stderr)
    assert f"The template site/{name} cannot be filled" in done.stderr
    assert "secret" not in done.output


@pytest.mark.parametrize("raw", [b"\xff\xfe", None])
def test_a_template_that_is_a_link_or_no_text_is_a_slip(raw: bytes | None, root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    path = own(root, "papers/agreement.md.j2", "")
    path.unlink()
    path.symlink_to(tmp_path / "secret") if raw is None else path.write_bytes(raw)
    done = vecina("document agreement c-a9xgu", root)
    assert (done.exit_code, "cannot be filled" in done.stderr, "the secret" in done.output) == (1, True, False)


def test_braces_in_a_name_are_a_name(root: Path) -> None:
    edit(root / "data/attorneys/a-finch.yml", ("Corinne Finch (sample)", "'{{ 7*7 }} {% x %} (sample)'"))
    assert "&#123;&#123; 7&#42;7 &#125;&#125;" in vecina("document agreement c-a9xgu", root).output
    assert "{{ 7*7 }} {% x %} (sample)" in vecina("remind --to attorney --case c-a9xgu", root).output


def test_an_address_that_no_mail_can_have_is_a_finding_and_not_our_fault(root: Path) -> None:
    edit(root / "data/attorneys/a-finch.yml", ("corinne.finch@", "corinne..finch@"))
    assert "an e-mail address" in vecina("check", root).output
    assert vecina("remind", root).exit_code in (0, 1)


@pytest.mark.parametrize("today", ["1990-01-01", "2099-12-31"])
def test_reports_of_days_far_away_are_reports(today: str, root: Path) -> None:
    for kind in ("program --full", "funder", "organization o-faro", "mentor m-ibarra", "retention"):
        assert vecina(f"report {kind} --today {today}", root).exit_code == 0


def test_a_closed_statement_that_lost_a_case_is_not_made_again(root: Path) -> None:
    """What was sent said more: a document that says less would be another one."""
    vecina("statement 2026-06 --close --by s-holm", root)
    (root / "data/cases/c-a9xgu.yml").write_text("x: [")
    shown = vecina("statement m-ibarra 2026-06", root)
    assert (shown.exit_code, "held other hours" in shown.stderr) == (0, True)
    done = vecina("statement m-ibarra 2026-06 --format md", root)
    assert (done.exit_code, done.stdout, "No document was written" in done.stderr) == (1, "", True)


def test_rates_in_the_repository_above_the_program_are_refused_too(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    rates = tmp_path / "rates.yml"
    rates.write_text("rates:\n  - code: A\n    from: 2026-01-01\n    amount: 80\n")
    begun(tmp_path)
    assert "Git does not ignore it" in vecina(f"statement 2026-06 --rates {rates}", root).stderr
    committed(tmp_path)
    assert vecina(f"statement 2026-06 --rates {rates}", root).exit_code == 2
