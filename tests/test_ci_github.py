"""What CI writes where people are told of it by mail: the report, the one issue, the comment of a pull request."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from repos import committed
from stage import GitHub, github, installed, program, run
from workflows import workflow

BOT = {"login": "github-actions[bot]"}
LINE = "- `c-a9xgu` milestone 2026-11-18"


@pytest.fixture
def hub(tmp_path: Path) -> GitHub:
    return github(tmp_path / "github")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """The program with its tool, as the report finds it."""
    return installed(program(tmp_path / "repo"))


def report(repo: Path, hub: GitHub, **env: str) -> Any:
    """The step that reports, and its summary in place of standard error."""
    given = {"PRIVATE": "true", "GITHUB_STEP_SUMMARY": str(hub.folder / "summary"), **hub.env, **env}
    step = workflow("report").data["jobs"]["report"]["steps"][-1]["run"]
    done = run(step, repo, **given)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def issue(repo: Path, **changed: Any) -> list[dict[str, Any]]:
    """The issue as the last report left it, unless said otherwise."""
    body = (repo / "build/ci/issue.md").read_text().removesuffix("\n")
    return [{"number": 5, "state": "OPEN", "body": body, **changed}]


def many_late(repo: Path) -> None:
    """Twelve more cases as late as the first."""
    text = (repo / "data/cases/c-a9xgu.yml").read_text()
    for sign in "bcdefghjkmnp":
        (repo / f"data/cases/c-a9xg{sign}.yml").write_text(text.replace("c-a9xgu", f"c-a9xg{sign}"))


def test_annotations_keep_within_the_limit_and_the_summary_has_the_rest(repo: Path, hub: GitHub) -> None:
    many_late(repo)
    shown = report(repo, hub).stdout.splitlines()
    for level in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{level} ") for line in shown) <= 10
    warnings = [line for line in shown if line.startswith("::warning ")]
    assert len(warnings) == 10
    left = int(warnings[-1].partition("::and ")[2].split()[0])
    summary = (hub.folder / "summary").read_text()
    assert "### Late (" in summary
    assert left > 10
    assert all(f"`c-a9xg{sign}`" in summary for sign in "ubcdefghjkmnp")


def test_what_became_late_newly_stands_first(repo: Path, hub: GitHub) -> None:
    many_late(repo)
    before = committed(repo)
    path = repo / "data/cases/c-a9xgu.yml"
    path.write_text(path.read_text().replace("due: 2026-11-25", "due: 2026-11-20", 1))
    since_then = report(repo, hub, BEFORE=before).stdout
    newly = [line for line in since_then.splitlines() if line.startswith("::") and "newly late" in line]
    assert [line.partition("::")[2].partition(",line")[0] for line in newly] == ["warning file=data/cases/c-a9xgu.yml"]
    assert next(line for line in since_then.splitlines() if line.startswith("::warning ")) == newly[0]


def test_without_a_revision_newly_late_is_what_became_late_since_the_programs_own_yesterday(repo: Path, hub: GitHub) -> None:
    newly = [line for line in report(repo, hub).stdout.splitlines() if "newly late" in line]
    assert len(newly) == 1
    assert "1 day late" in newly[0]


@pytest.mark.parametrize("told", ["false", ""])
def test_in_a_public_repository_nothing_of_a_case_is_written(repo: Path, hub: GitHub, told: str) -> None:
    hub.answers("repos/sample/program", {"private": False})
    done = report(repo, hub, PRIVATE=told)
    assert "This repository is not private" in done.stdout
    assert "c-" not in done.stdout + (hub.folder / "summary").read_text()
    assert hub.written() == []


def test_when_the_event_does_not_say_it_github_is_asked(repo: Path, hub: GitHub) -> None:
    hub.answers("repos/sample/program", {"private": True})
    report(repo, hub, PRIVATE="")
    assert hub.asked()[0].words[:2] == ("api", "repos/sample/program")
    assert [call.what for call in hub.written()] == ["label create", "issue create"]


def test_no_answer_is_a_no(repo: Path, hub: GitHub) -> None:
    assert "This repository is not private" in report(repo, hub, PRIVATE="").stdout


def test_the_first_issue_holds_case_numbers_and_days_alone(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    made = hub.written()[-1]
    assert made.what == "issue create"
    assert LINE in made.text.splitlines()
    assert not any(name in made.text for name in ("a-finch", "m-ibarra", "@", "#", "Translations"))


def test_an_issue_that_would_say_the_same_is_left_alone(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    first = len(hub.written())
    for changed in ({}, {"state": "CLOSED"}, {"body": issue(repo)[0]["body"].replace("\n", "\r\n") + "\r\n"}):
        hub.answers("issue list", issue(repo, **changed))
        assert "stays as it is" in report(repo, hub).stdout
    assert len(hub.written()) == first


def test_only_an_issue_with_the_mark_is_ours(repo: Path, hub: GitHub) -> None:
    hub.answers("issue list", [{"number": 4, "state": "OPEN", "body": "of a person"}])
    report(repo, hub)
    assert hub.written()[-1].what == "issue create"


def test_what_is_new_is_told_once_and_what_is_gone_is_not(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    body = issue(repo)[0]["body"]
    hub.answers("issue list", issue(repo, body=body.replace(LINE, "- `c-gone2` milestone 2026-11-18")))
    report(repo, hub)
    comment, edit = hub.written()[-2:]
    assert (comment.what, comment.text) == ("issue comment", f"New on the list:\n\n{LINE}\n")
    assert (edit.what, edit.text) == ("issue edit", f"{body}\n")
    hub.answers("issue list", issue(repo, body=f"{body}\n- `c-gone2` milestone 2026-11-18"))
    report(repo, hub)
    assert [call.what for call in hub.written()][-2:] == ["issue edit", "issue edit"]


def test_a_closed_issue_is_opened_again_when_something_became_late(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    hub.answers("issue list", issue(repo, state="CLOSED", body="<!-- vecina:due -->\nNothing is late."))
    report(repo, hub)
    assert [call.what for call in hub.written()][-3:] == ["issue reopen", "issue comment", "issue edit"]


def test_the_issue_is_closed_when_nothing_is_late(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    hub.answers("issue list", issue(repo))
    for path in (repo / "data/cases").iterdir():
        path.unlink()
    report(repo, hub)
    assert [call.what for call in hub.written()][-2:] == ["issue edit", "issue close"]


def test_while_a_record_cannot_be_read_the_issue_stays_open(repo: Path, hub: GitHub) -> None:
    report(repo, hub)
    hub.answers("issue list", issue(repo))
    for path in (repo / "data/cases").iterdir():
        path.write_text("id: broken\n")
    report(repo, hub)
    assert hub.written()[-1].what == "issue edit"
    assert "Not complete" in hub.written()[-1].text


def test_on_a_persons_computer_nobody_is_asked_or_told(repo: Path, hub: GitHub) -> None:
    done = run(".ci/report.sh", repo, **hub.env | {"GITHUB_ACTIONS": ""})
    assert (done.returncode, LINE in done.stdout, hub.asked()) == (0, True, [])


def comment(hub: GitHub, files: dict[str, str], head: str = "abc", size: int = 500, ours: str = "") -> Any:
    """The second stage after a run that left these files; `ours` is a comment that is there already."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    row = {"id": 9, "name": "changes", "expired": False, "size_in_bytes": size}
    hub.answers("repos/sample/program/actions/runs/3/artifacts", {"artifacts": [{**row, "id": 8, "name": "other"}, row]})
    hub.answers("repos/sample/program/actions/artifacts/9/zip", packed.getvalue())
    hub.answers("repos/sample/program/pulls/17", {"head": {"sha": head}})
    rows = [{"id": 1, "user": {"login": "mallory"}, "body": "<!-- vecina:changes -->"}, {"id": 2, "user": BOT, "body": ours}]
    hub.answers("repos/sample/program/issues/17/comments", rows)
    step = workflow("comment").data["jobs"]["comment"]["steps"][0]["run"]
    given = {"REPO": "sample/program", "HEAD_SHA": "abc", "RUN_ID": "3", "TEMP": str(hub.folder)}
    done = run(step, hub.folder, **hub.env | given)
    assert done.returncode == 0, done.stderr
    return done


GOOD = {"comment.md": "`c-a9xgu` has a new day.\n", "number": "17\n"}


def test_what_changes_becomes_one_comment_and_then_that_one_is_changed(hub: GitHub) -> None:
    comment(hub, GOOD)
    posted = hub.written()[-1]
    assert posted.words[:5] == ("api", "--silent", "--method", "POST", "repos/sample/program/issues/17/comments")
    assert json.loads(posted.text)["body"] == "<!-- vecina:changes -->\n`c-a9xgu` has a new day.\n"
    comment(hub, GOOD, ours="<!-- vecina:changes -->\nbefore")
    assert hub.written()[-1].words[3:5] == ("PATCH", "repos/sample/program/issues/comments/2")


@pytest.mark.parametrize(
    ("files", "more"),
    [
        ({**GOOD, "number": "17; touch x"}, {}),
        ({**GOOD, "number": "../../other"}, {}),
        ({**GOOD, "number": ""}, {}),
        ({"comment.md": "text"}, {}),
        ({"number": "17"}, {}),
        (GOOD, {"head": "another"}),
        (GOOD, {"size": 5_000_000}),
    ],
)
def test_what_is_not_plainly_of_this_pull_request_is_not_shown(hub: GitHub, files: dict[str, str], more: dict[str, Any]) -> None:
    assert "No comment: " in comment(hub, files, **more).stdout
    assert hub.written() == []


ATTACKS = {
    "@admins": "@\u200badmins",
    "&#64;admins &#x40;a &commat;b": "@\u200badmins @\u200ba @\u200bb",
    "closes #12": "closes #\u200b12",
    "closes &#35;12 GH-12": "closes #\u200b12 GH\u200b-12",
    "&&#35;64;admins": "&#\u200b64;admins",
    "&\x07#64;admins": "@\u200badmins",
    "<img src=x>text<script>": "text",
    "<<b>script>text": "scripttext",
    "<!-- vecina:changes -->": "",
    "[click](https://evil.example)": "[click]\u200b(https:\u200b//evil.example)",
    "www.evil.example": "www\u200b.evil.example",
    "bell\x07": "bell",
    "| one<br>two | &#45; |": "| one<br>two | &#45; |",
}


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_in_the_text_can_mention_link_or_close(hub: GitHub, text: str) -> None:
    comment(hub, {**GOOD, "comment.md": text})
    assert json.loads(hub.written()[-1].text)["body"] == f"<!-- vecina:changes -->\n{ATTACKS[text]}"


def test_a_text_of_any_length_fits_into_a_comment(hub: GitHub) -> None:
    comment(hub, {**GOOD, "comment.md": "@é" * 100_000, "../outside": "x"})
    assert len(json.loads(hub.written()[-1].text)["body"]) < 65_536
    assert not (hub.folder.parent / "outside").exists()
