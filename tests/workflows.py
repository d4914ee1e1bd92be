"""The workflows as plain data, and what the house demands of each: every rule yields a sentence for what breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from outside import ROOT
from vecina.yamlmap import read

FOLDER = ROOT / ".github/workflows"
NAMES = ("comment", "intake", "publish", "report", "status", "validate")
TRIGGERS: dict[str, dict[str, Any]] = {
    "comment": {"workflow_run": {"workflows": ["validate"], "types": ["completed"]}},
    "intake": {"issues": {"types": ["opened", "edited"]}},
    "publish": {"push": {"branches": ["main"]}, "workflow_dispatch": None},
    "report": {"push": {"branches": ["main"]}, "schedule": [{"cron": "23 11 * * *"}], "workflow_dispatch": None},
    "status": {"push": {"branches": ["main"]}, "workflow_dispatch": None},
    "validate": {"pull_request": None, "merge_group": None, "push": {"branches": ["main"]}},
}
READ = {"contents": "read"}
PERMISSIONS: dict[tuple[str, str], dict[str, str]] = {
    ("comment", "comment"): {"actions": "read", "pull-requests": "write"},
    ("intake", "intake"): {"contents": "write", "issues": "write", "pull-requests": "write"},
    ("publish", "build"): READ,
    ("publish", "deploy"): {"id-token": "write", "pages": "write"},
    ("report", "report"): {**READ, "issues": "write"},
    ("status", "status"): READ,
    ("validate", "records"): READ,
    ("validate", "tool"): READ,
    ("validate", "workflows"): READ,
    ("validate", "required"): {},
}
_PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")
_FORBIDDEN = re.compile(
    r"\bsecrets\b|pull_request_target|actions/cache|\bcache:|\bpaths(-ignore)?:|self-hosted|continue-on-error"
)
_BASE = "${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha || github.sha }}"


@dataclass(frozen=True)
class Workflow:
    """One file: its name, its text, and what it says."""

    name: str
    text: str

    @property
    def data(self) -> dict[str, Any]:
        """What it says, read by the house's own reader, to which `on` is a word."""
        data = read(self.text.encode(), f"{self.name}.yml").data
        assert isinstance(data, dict)
        return data

    def jobs(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield from self.data["jobs"].items()

    def steps(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every step with its job's name."""
        for name, job in self.jobs():
            for step in job["steps"]:
                yield name, step


def workflow(name: str) -> Workflow:
    return Workflow(name, (FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def triggers(flow: Workflow) -> Iterator[str]:
    if flow.data["on"] != TRIGGERS[flow.name]:
        yield "the triggers are not those of the table"


def permissions(flow: Workflow) -> Iterator[str]:
    if flow.data["permissions"] != {}:
        yield "the top gives a permission"
    for name, job in flow.jobs():
        if job.get("permissions") != PERMISSIONS.get((flow.name, name)):
            yield f"{name} has other permissions than the table"


def pins(flow: Workflow) -> Iterator[str]:
    for used in re.findall(r"uses: *(.*)", flow.text):
        if not _PINNED.fullmatch(used):
            yield "an action is not pinned"


def nothing_forbidden(flow: Workflow) -> Iterator[str]:
    for line in flow.text.splitlines():
        code = line.partition(" #")[0]
        if not line.lstrip().startswith("#") and _FORBIDDEN.search(code):
            yield "a line has what no workflow of ours has"


def no_expression_in_a_shell(flow: Workflow) -> Iterator[str]:
    for name, step in flow.steps():
        if "${{" in step.get("run", ""):
            yield f"{name} puts an expression into a shell"


def jobs_are_bounded(flow: Workflow) -> Iterator[str]:
    for name, job in flow.jobs():
        if job["runs-on"] != "ubuntu-24.04" or not 0 < job.get("timeout-minutes", 0) <= 60:
            yield f"{name} has no fixed image or no end"
    cancels = flow.data["concurrency"]["cancel-in-progress"]
    if cancels not in (False, "${{ github.event_name == 'pull_request' }}"):
        yield "a run that is no pull request's may be cancelled"


def nothing_is_kept(flow: Workflow) -> Iterator[str]:
    for name, step in flow.steps():
        action, given = step.get("uses", ""), step.get("with", {})
        if action.startswith("actions/checkout@") and given.get("persist-credentials") is not False:
            yield f"{name} leaves its token on the disk"
        if "/upload-" in action and given.get("retention-days") != 1:
            yield f"{name} keeps an artifact for more than a day"


def required_needs_all(flow: Workflow) -> Iterator[str]:
    jobs = dict(flow.jobs())
    last = jobs.pop("required")
    if last["needs"] != list(jobs):
        yield "the required job does not need every other"
    if last.get("if") != "always()":
        yield "the required job is skipped when another fails, and so counts as passed"
    if any("if" in job for job in jobs.values()):
        yield "a job may be skipped"


def records_are_judged_by_the_base(flow: Workflow) -> Iterator[str]:
    steps = flow.data["jobs"]["records"]["steps"]
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    if {given.get("path"): given.get("ref") for given in checkouts} != {"tool": _BASE, "records": None}:
        yield "the tool is not that of the base"
    if [step["run"] for step in steps if "run" in step] != ["make -C tool setup", "tool/.ci/validate.sh"]:
        yield "something else than the base's tool is run"


def a_right_to_write_meets_no_code(flow: Workflow) -> Iterator[str]:
    if any("uses" in step for _, step in flow.steps()):
        yield "the comment uses an action or a checkout"
