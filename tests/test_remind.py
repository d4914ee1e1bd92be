"""`vecina remind` against a real mail server: nothing goes out unasked, each mail once, and the records say so."""

from __future__ import annotations

import json
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from inbox import Inbox
from programs import copy_of, edit, vecina
from remind import CASE, MAILS, SEND, left, rows
from vecina.cli.remind_journal import FOLDER
from vecina.mail import Post


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def bytes_of(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (root / "data").rglob("*.yml")}


def test_a_dry_run_sends_and_writes_nothing(root: Path, inbox: Inbox) -> None:
    before = bytes_of(root)
    shown = vecina("remind", root)
    assert (shown.exit_code, inbox.connections, bytes_of(root)) == (0, 0, before)
    assert shown.stdout.splitlines()[0] == f"As of Tue 24 Nov 2026: {MAILS} mails in 3 cases"
    assert shown.stdout.splitlines()[-1] == "Nothing was sent. `vecina remind --send` sends them."
    assert not (root / "build").exists()
    assert vecina("remind", root).stdout == shown.stdout


def test_the_mails_can_be_narrowed_and_read_by_programs(root: Path, tmp_path: Path) -> None:
    said = json.loads(vecina(f"remind --case {CASE} --to attorney --format json", root).stdout)
    (mail,) = said["mails"]
    assert (mail["case"], mail["to"], mail["person"], mail["held"]) == (CASE, "attorney", "a-finch", None)
    assert mail["items"][0] == {"about": "filings.hearing-1", "stage": "ahead", "due": "2026-11-27"}
    assert vecina(f"remind --out {tmp_path / 'out'}", root).exit_code == 0
    assert len(list((tmp_path / "out").iterdir())) == MAILS
    read = message_from_bytes((tmp_path / "out" / f"{CASE}.attorney.eml").read_bytes())
    assert read["Subject"] == mail["subject"]
    assert "Did you mean c-a9xgu?" in vecina("remind --case c-a9xg", root).stderr


def test_what_is_sent_is_written_down_and_never_sent_again(root: Path, inbox: Inbox) -> None:
    sent = vecina(SEND, root)
    assert sent.exit_code == 0, sent.output
    assert (len(inbox.mails), inbox.connections, left(root)) == (MAILS, 1, [])
    assert all(len(to) == 1 and sender == "mentoring@example.org" for sender, to, _ in inbox.mails)
    assert "7 mails in 3 cases sent." in sent.stdout
    assert "git commit --only -m 'Reminders of 2026-11-24' -- " in sent.stdout
    assert rows(root)[0] == {
        "date": "2026-11-24", "to": "attorney", "about": "filings.hearing-1", "stage": "ahead", "due": "2026-11-27",
    }  # fmt: skip
    assert {row["to"] for row in rows(root)} == {"attorney", "mentor", "program"}
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0
    again = vecina(SEND, root)
    assert (again.exit_code, len(inbox.mails)) == (0, MAILS)
    assert "Nobody is to be written to" in again.stdout
    assert "nobody is to be written to" in vecina("remind", root).stdout


def test_a_person_at_the_keyboard_is_asked_once(root: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vecina.cli.remind_send.interactive", lambda: True)
    words = f"remind --send --sample-too --case {CASE}"
    no = vecina(words, root, "n\n")
    assert (no.exit_code, len(inbox.mails), rows(root)) == (0, 0, [])
    assert "Send 3 mails in 1 case? [y/N]" in no.stdout
    assert vecina(words, root, "y\n").exit_code == 0
    assert len(inbox.mails) == 3


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("remind --send --yes", "This is the sample program"),
        ("remind --send --sample-too", "then add --yes"),
        ("remind --yes", "--yes is for --send"),
        ("remind --send --format json", "does not go with --send"),
        ("remind --sent 0123456789abcdef --send", "by itself"),
        ("remind --sent 0123456789abcdef", "No interrupted mail has this id"),
        ("remind --to client", "choose attorney, mentor, backup-mentor or program"),
    ],
)
def test_what_must_not_be_is_refused(root: Path, inbox: Inbox, words: str, why: str) -> None:
    refused = vecina(words, root)
    assert (refused.exit_code, inbox.mails, rows(root)) == (2, [], [])
    assert why in " ".join(refused.stderr.split())


def test_a_real_program_sends_on_no_other_day_than_today(root: Path, inbox: Inbox) -> None:
    edit(root / "data/program.yml", ("sample: true\nsample_today: 2026-11-24\n", ""))
    refused = vecina("remind --send --yes --today 2026-11-24", root)
    assert (refused.exit_code, inbox.mails) == (2, [])
    assert "leave out --today" in refused.stderr


def test_without_settings_nobody_is_written_to_and_that_is_said(root: Path, inbox: Inbox) -> None:
    text = (root / "data/program.yml").read_text()
    head, _, rest = text.partition("reminders:\n")
    (root / "data/program.yml").write_text(head + rest[rest.index("retention:") :])
    for words in ("remind", SEND):
        shown = vecina(words, root)
        assert (shown.exit_code, inbox.mails) == (0, [])
        assert "no `reminders:`" in shown.stderr


def test_a_recipient_who_is_refused_stops_nobody_else(root: Path, inbox: Inbox) -> None:
    inbox.refuse = {"corinne.finch@example.org"}
    sent = vecina(SEND, root)
    assert (sent.exit_code, len(inbox.mails), left(root)) == (1, MAILS - 1, [])
    assert (
        f"{CASE} to the attorney, a-finch: not sent, the mail server refused the recipient's address (code 550)." in sent.stderr
    )
    assert "corinne.finch" not in sent.output
    assert "attorney" not in {row["to"] for row in rows(root)}
    inbox.refuse = set()
    assert vecina(SEND, root).exit_code == 0
    assert len(set(inbox.ids)) == len(inbox.ids) == MAILS


def test_a_server_that_hangs_up_while_it_takes_a_mail_leaves_it_open(root: Path, inbox: Inbox) -> None:
    def hang_up(number: int, server: Any) -> str | None:
        if number != 2:
            return None
        server.transport.abort()
        return "451 gone"

    inbox.at = hang_up
    sent = vecina(SEND, root)
    assert (sent.exit_code, len(inbox.mails), inbox.connections) == (1, MAILS - 1, 2)  # the rest went over a new connection
    assert "it may have gone out" in sent.stderr
    (mark,) = left(root)
    inbox.at = lambda number, server: None
    again = vecina(SEND, root)
    assert (again.exit_code, len(inbox.mails)) == (1, MAILS - 1)
    assert "one like it is on its way, or was when a run was cut off" in again.stderr
    assert f"`vecina remind --sent {mark}` or `vecina remind --not-sent {mark}`" in again.stderr
    assert vecina(f"remind --not-sent {mark}", root).exit_code == 0
    assert vecina(SEND, root).exit_code == 0
    assert (len(set(inbox.ids)), len(inbox.ids), left(root)) == (MAILS, MAILS, [])


def test_a_mail_that_has_gone_out_after_all_is_written_down(root: Path, inbox: Inbox) -> None:
    def hang_up(number: int, server: Any) -> str | None:
        server.transport.abort()
        return None

    inbox.at = hang_up
    assert vecina(f"{SEND} --case {CASE} --to attorney", root).exit_code == 1
    (mark,) = left(root)
    assert (len(inbox.mails), rows(root)) == (1, [])
    assert vecina(f"remind --sent {mark}", root).exit_code == 0
    assert {row["to"] for row in rows(root)} == {"attorney"}
    assert (left(root), vecina("check", root).exit_code) == ([], 0)
    assert "nobody is to be written to" in vecina(f"remind --case {CASE} --to attorney", root).stdout


def test_a_run_that_is_stopped_says_what_was_sent_and_what_may_have_been(
    root: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending = Post.send

    def stopped(post: Post, *words: Any) -> None:
        sending(post, *words)
        if len(inbox.mails) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Post, "send", stopped)
    sent = vecina(SEND, root)
    assert (sent.exit_code, len(inbox.mails), len(left(root))) == (1, 2, 1)
    assert "1 mail in 1 case sent." in sent.stdout
    assert "git commit" in sent.stdout
    assert "Interrupted: c-d5nbe to the attorney, a-oduya may have gone out." in sent.stderr


def test_a_mark_that_cannot_be_read_is_forgotten_only_on_purpose(root: Path, inbox: Inbox) -> None:
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "0123456789abcdef.json").write_text("{")
    assert "of an interrupted run may have gone out" in vecina("remind", root).stderr
    assert vecina("remind --sent 0123456789abcdef", root).exit_code == 1
    assert vecina("remind --not-sent 0123456789abcdef", root).exit_code == 0
    assert left(root) == []


def test_a_mail_about_the_same_case_to_the_same_person_waits_for_the_one_that_is_open(root: Path, inbox: Inbox) -> None:
    (root / FOLDER).mkdir(parents=True)
    other = {"case": CASE, "to": "attorney", "rows": []}
    (root / FOLDER / "0123456789abcdef.json").write_text(json.dumps(other))
    assert vecina(SEND, root).exit_code == 1
    assert len(inbox.mails) == MAILS - 1
    assert "corinne.finch@example.org" not in [to for _, tos, _ in inbox.mails for to in tos]


def test_a_record_that_changed_before_is_left_and_nothing_is_sent_about_it(
    root: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(number: int, server: Any) -> None:
        if number == 1:
            path = root / "data/cases/c-d5nbe.yml"
            path.write_text(path.read_text().replace("detained: true", "detained: true  # as the notice says", 1))
            path.write_text(path.read_text().replace("i589_filed: 2026-10-19", "i589_filed: 2026-10-20", 1))

    inbox.at = meanwhile
    sent = vecina(SEND, root)
    assert (sent.exit_code, rows(root, "c-d5nbe"), left(root)) == (1, [], [])
    assert "changed meanwhile" in sent.stderr
    assert not any("c-d5nbe" in name for name in inbox.ids)
    assert rows(root) != []


def test_a_record_that_somebody_writes_while_its_mail_goes_out_keeps_both(root: Path, inbox: Inbox) -> None:
    def meanwhile(number: int, server: Any) -> None:
        path = root / f"data/cases/{CASE}.yml"
        path.write_text(path.read_text() + "# somebody else\n")

    inbox.at = meanwhile
    sent = vecina(f"{SEND} --case {CASE} --to attorney", root)
    assert (sent.exit_code, left(root), len(rows(root))) == (0, [], 4)
    assert "# somebody else" in (root / f"data/cases/{CASE}.yml").read_text()
    assert vecina("check", root).exit_code == 0


def test_a_record_that_cannot_be_written_after_the_mail_leaves_its_mark(root: Path, inbox: Inbox) -> None:
    def meanwhile(number: int, server: Any) -> None:
        (root / f"data/cases/{CASE}.yml").write_text("id: c-a9xgu\n")

    inbox.at = meanwhile
    sent = vecina(f"{SEND} --case {CASE} --to attorney", root)
    assert (sent.exit_code, len(inbox.mails), len(left(root))) == (1, 1, 1)
    assert "sent, but data/cases/c-a9xgu.yml could not be written" in sent.stderr


def test_what_may_not_be_written_is_not_sent(root: Path, inbox: Inbox) -> None:
    (root / f"data/cases/{CASE}.yml").chmod(0o444)
    sent = vecina(f"{SEND} --case {CASE}", root)
    assert (sent.exit_code, inbox.mails, left(root)) == (1, [], [])
    assert "may not be written" in sent.stderr


def test_nothing_is_sent_about_a_case_whose_records_have_findings(root: Path, inbox: Inbox) -> None:
    edit(root / "data/mentors/m-ibarra.yml", ("agreement_signed: 2025-03-03\n", ""))
    shown = vecina("remind", root)
    assert f"not to be sent before it is mended: {CASE}" in shown.stderr
    sent = vecina(SEND, root)
    assert sent.exit_code == 1
    assert CASE not in "".join(inbox.ids)
    assert len(inbox.mails) > 0


def test_nothing_is_sent_where_the_law_has_findings(root: Path, inbox: Inbox) -> None:
    (root / "data/rules/ic.ich_filing.yml").write_text("id: ic.ich_filing\n")
    sent = vecina(SEND, root)
    assert (sent.exit_code, inbox.mails) == (1, [])
    assert "NOT complete" in sent.stderr
    assert "data/rules/ic.ich_filing.yml" in sent.stderr


def test_of_a_case_that_cannot_be_read_nobody_hears_and_that_is_said(root: Path, inbox: Inbox) -> None:
    (root / f"data/cases/{CASE}.yml").write_text("id: c-a9xgu\n")
    shown = vecina("remind", root)
    assert CASE not in shown.stdout
    assert "not read and left out: c-a9xgu" in shown.stderr
