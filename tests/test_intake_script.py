"""The script behind the intake workflow, on a repository of its own, with a `gh` that only writes down what it is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from intakes import CASE, HEARING, body_of
from outside import ROOT
from programs import copy_of
from repos import begun, committed, git

SCRIPT = ROOT / ".ci/intake.sh"
RUN = "from vecina.cli import main; main()"
MARK = "<!-- vecina-intake -->"
GH = r"""#!/usr/bin/env bash
# writes its words down, keeps the files it is given, and answers from files
printf '%s\n' "$*" >> "$STUB/asked.txt"
[ -n "${GH_TOKEN:-}" ] || { echo "no token" >&2; exit 4; }
while [ $# -gt 0 ]; do
  case $1 in
    --body-file) cp "$2" "$STUB/body-$(wc -l < "$STUB/asked.txt" | tr -d ' ').md" ;;
    body=@*) cp "${1#body=@}" "$STUB/body-$(wc -l < "$STUB/asked.txt" | tr -d ' ').md" ;;
  esac
  shift
done
case $(tail -n 1 "$STUB/asked.txt") in
  "pr list"*merged*) cat "$STUB/merged" ;;
  "pr list"*open*) cat "$STUB/open" ;;
  "pr create"*) echo "https://github.com/example/records/pull/12" ;;
  "api repos/example/records/issues/7/comments"*) cat "$STUB/comment" ;;
esac
"""


class Host:
    """A clone of a program's repository beside its origin, an event of issue 7, and the stub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stub, self.out = folder / "stub", folder / "out"
        seed = begun(copy_of(folder))
        committed(seed)
        git(folder, "clone", "--quiet", "--bare", str(seed), str(folder / "origin.git"))
        self.origin, self.clone = folder / "origin.git", folder / "clone"
        (self.stub / "bin").mkdir(parents=True)
        (self.stub / "bin/gh").write_text(GH)
        (self.stub / "bin/gh").chmod(0o755)
        (self.stub / "bin/vecina").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -c "from vecina.cli import main; main()" "$@"\n'
        )
        (self.stub / "bin/vecina").chmod(0o755)
        self.answers(merged="0", open="", comment="")

    def answers(self, **files: str) -> None:
        """What the host says when it is asked."""
        for name, text in files.items():
            (self.stub / name).write_text(f"{text}\n" if text else "")

    def happens(self, body: str, labels: Sequence[str] = ("intake: request-a-mentor",), number: object = 7) -> list[str]:
        """The two steps for an issue like this, in a fresh clone; what the host was asked for."""
        shutil.rmtree(self.clone, ignore_errors=True)
        shutil.rmtree(self.out, ignore_errors=True)
        (self.stub / "asked.txt").unlink(missing_ok=True)
        git(self.folder, "clone", "--quiet", str(self.origin), str(self.clone))
        issue = {"number": number, "body": body, "labels": [{"name": name} for name in labels]}
        (self.stub / "event.json").write_text(json.dumps({"issue": issue}))
        for step in ("read", "answer"):
            done = self.run(step)
            assert done.returncode == 0, done.stderr
            assert "Zzyzx" not in done.stdout + done.stderr
        return (self.stub / "asked.txt").read_text().splitlines()

    def run(self, step: str) -> subprocess.CompletedProcess[str]:
        """One step, with a token only where the workflow gives one."""
        env: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "GH_"))},
            "PATH": f"{self.stub / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "scripts"),
            "STUB": str(self.stub),
            "INTAKE_DIR": str(self.out),
            "GITHUB_EVENT_PATH": str(self.stub / "event.json"),
            "GITHUB_REPOSITORY": "example/records",
        }
        token = {"GH_TOKEN": "secret"} if step == "answer" else {}
        return subprocess.run([str(SCRIPT), step], cwd=self.clone, env={**env, **token}, capture_output=True, text=True)

    def branch(self) -> list[str]:
        """The files that the branch of the issue adds or changes; none when there is no branch."""
        if not git(self.origin, "branch", "--list", "intake/7"):
            return []
        return git(self.origin, "diff", "--name-only", "main...intake/7").splitlines()

    def body(self, place: int) -> str:
        """The file that the host was given with its request of that number."""
        return (self.stub / f"body-{place}.md").read_text()


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A fresh one."""
    return Host(tmp_path)


def request(**changed: str) -> str:
    return body_of("request-a-mentor", CASE | {name.replace("_", " "): value for name, value in changed.items()})


def test_a_good_form_becomes_a_pull_request_and_a_comment(host: Host) -> None:
    asked = host.happens(request())
    attorney, case = host.branch()
    assert (attorney, case[:13]) == ("data/attorneys/a-quill.yml", "data/cases/c-")
    assert asked[2].startswith(
        "pr create --repo example/records --base main --head intake/7 --title Intake from issue #7 --body-file"
    )
    assert f"- `{case}`" in host.body(3)
    assert host.body(3).endswith("\nCloses #7\n")
    assert asked[-1].startswith("issue comment 7 --repo example/records --body-file")
    assert host.body(len(asked)) == f"{MARK}\nThank you. It is understood, and an admin looks at it now: #12.\n"
    assert (
        git(host.origin, "log", "-1", "--format=%s|%an|%ce", "intake/7")
        == "request-a-mentor, from issue #7|Intake|intake@vecina.org"
    )


def test_an_edited_form_updates_both_and_the_case_keeps_its_id(host: Host) -> None:
    host.happens(request())
    before = host.branch()
    host.answers(open="12", comment="99")
    asked = host.happens(request(Client_languages="Mam"))
    assert host.branch() == before
    assert "languages: [mam]" in git(host.origin, "show", f"intake/7:{before[1]}")
    assert git(host.origin, "rev-list", "--count", "main..intake/7") == "1"
    assert asked[2].startswith("pr edit 12 ")
    assert asked[-1].startswith("api --silent --method PATCH repos/example/records/issues/comments/99 --field body=@")


def test_a_form_with_mistakes_is_answered_and_nothing_is_pushed(host: Host) -> None:
    asked = host.happens(request(Immigration_court="Zzyzx", Attorney_name="$(touch zzyzx)`touch zzyzx`"))
    assert host.branch() == []
    assert len(asked) == 2
    assert host.body(2).startswith(f"{MARK}\nThank you. Some answers could not be understood")
    assert "- **Immigration court**: There is no court of this code or city." in host.body(2)
    assert not list(host.folder.rglob("zzyzx"))


def test_a_report_changes_the_record_of_its_case(host: Host) -> None:
    host.happens(body_of("report-a-date", HEARING), ["intake: report-a-date", "urgent"])
    assert host.branch() == ["data/cases/c-a9xgu.yml"]


def test_what_a_person_changed_on_the_branch_is_never_lost(host: Host) -> None:
    host.happens(request())
    git(host.clone, "config", "user.name", "Sample")
    git(host.clone, "config", "user.email", "sample@example.org")
    path = host.clone / "data/attorneys/a-quill.yml"
    path.write_text(path.read_text() + "# looked up\n")
    tip = committed(host.clone)
    git(host.clone, "push", "--quiet", "origin", "HEAD:intake/7")
    asked = host.happens(request(Client_languages="Mam"))
    assert git(host.origin, "rev-parse", "intake/7") == tip
    assert "Somebody has worked on the pull request" in host.body(len(asked))


def test_what_has_been_taken_is_not_asked_for_again(host: Host) -> None:
    host.answers(merged="1")
    asked = host.happens(request())
    assert host.branch() == []
    assert "has been taken already" in host.body(len(asked))


@pytest.mark.parametrize("labels", [["bug"], ["intake: zzyzx"], ["intake: place-cases", "intake: report-a-date"]])
def test_an_issue_of_no_form_is_answered(host: Host, labels: list[str]) -> None:
    asked = host.happens(request(), labels)
    assert "exactly one label of a form" in host.body(len(asked))


@pytest.mark.parametrize("number", ["7; touch zzyzx", 0, 1.5])
def test_an_event_of_no_issue_ends_at_once(host: Host, number: object) -> None:
    with pytest.raises(AssertionError, match="This event is of no issue"):
        host.happens(request(), number=number)
    assert not list(host.folder.rglob("zzyzx"))


WORKFLOW = ROOT / ".github/workflows/intake.yml"


def test_the_workflow_gives_its_token_to_one_step_and_puts_nothing_of_the_issue_into_a_command() -> None:
    flow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    job = flow["jobs"]["intake"]
    assert flow["permissions"] == {}
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
    assert job["timeout-minutes"] <= 10
    assert job["if"].endswith("github.event.repository.private")
    assert [step["name"] for step in job["steps"] if "GH_TOKEN" in step.get("env", {})] == ["Pull request or comment"]
    assert not any("${{" in step.get("run", "") for step in job["steps"])
    assert all(len(step["uses"].split("@")[1].split()[0]) == 40 for step in job["steps"] if "uses" in step)
    assert job["steps"][0]["with"]["persist-credentials"] is False


def test_the_workflow_and_the_script_pass_their_linters() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([str(zizmor), "--offline", "--persona=pedantic", str(WORKFLOW)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert subprocess.run(["bash", "-n", str(SCRIPT)]).returncode == 0
