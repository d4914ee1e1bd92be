"""The workflows keep the house's rules, and each rule catches what it is for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import workflows as rules
from outside import ROOT
from vecina.book import PUBLIC
from vecina.store import FOLDERS
from vecina.yamlmap import read
from workflows import FOLDER, NAMES, Workflow, workflow

Rule = Callable[[Workflow], Iterator[str]]
ALL: tuple[Rule, ...] = (
    rules.triggers,
    rules.permissions,
    rules.pins,
    rules.nothing_forbidden,
    rules.no_expression_in_a_shell,
    rules.jobs_are_bounded,
    rules.nothing_is_kept,
)
OF_ONE: dict[Rule, str] = {
    rules.required_needs_all: "validate",
    rules.records_are_judged_by_the_base: "validate",
    rules.a_right_to_write_meets_no_code: "comment",
}


def test_these_are_all_workflows() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{name}.yml" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.__name__)
def test_every_workflow_keeps_the_rules_of_all(rule: Rule, name: str) -> None:
    assert list(rule(workflow(name))) == []


@pytest.mark.parametrize("rule", OF_ONE, ids=lambda rule: rule.__name__)
def test_some_keep_rules_of_their_own(rule: Rule) -> None:
    assert list(rule(workflow(OF_ONE[rule]))) == []


BAD: list[tuple[Rule, str, str, str]] = [
    (rules.triggers, "validate", "  merge_group:\n", ""),
    (rules.triggers, "validate", "  pull_request:\n", "  pull_request:\n    paths: [data/**]\n"),
    (rules.triggers, "comment", "workflows: [validate]", "workflows: [other]"),
    (rules.permissions, "report", "permissions: {}", "permissions: read-all"),
    (rules.permissions, "status", "contents: read #", "contents: write #"),
    (rules.permissions, "publish", "    permissions:\n      contents: read # to check out\n", ""),
    (rules.pins, "publish", "@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0", "@v5"),
    (rules.pins, "publish", "@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0", "@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128"),
    (rules.nothing_forbidden, "report", "${{ github.token }}", "${{ secrets.TOKEN }}"),
    (rules.nothing_forbidden, "report", 'python-version: "3.11"', 'python-version: "3.11"\n          cache: pip'),
    (rules.nothing_forbidden, "validate", "  pull_request:", "  pull_request_target:"),
    (rules.no_expression_in_a_shell, "validate", "run: .ci/tool.sh", "run: .ci/tool.sh ${{ github.head_ref }}"),
    (rules.jobs_are_bounded, "status", "    timeout-minutes: 30\n", ""),
    (rules.jobs_are_bounded, "status", "ubuntu-24.04", "ubuntu-latest"),
    (rules.jobs_are_bounded, "report", "cancel-in-progress: false", "cancel-in-progress: true"),
    (rules.nothing_is_kept, "status", "          retention-days: 1\n", ""),
    (rules.nothing_is_kept, "status", "          persist-credentials: false\n", ""),
    (rules.required_needs_all, "validate", "needs: [records, tool, workflows]", "needs: [records, tool]"),
    (rules.required_needs_all, "validate", "    if: always() #", "    #"),
    (rules.required_needs_all, "validate", "  tool:\n", "  tool:\n    if: github.actor == 'x'\n"),
    (rules.records_are_judged_by_the_base, "validate", "          path: records\n", "          path: tool\n"),
    (rules.records_are_judged_by_the_base, "validate", "make -C tool setup", "make -C records setup"),
    (rules.records_are_judged_by_the_base, "validate", "base_sha || github.sha", "base_sha || github.head_ref"),
    (rules.a_right_to_write_meets_no_code, "comment", "    steps:\n", "    steps:\n      - uses: actions/checkout@v7\n"),
]


@pytest.mark.parametrize(("rule", "name", "good", "bad"), BAD)
def test_a_workflow_that_breaks_a_rule_is_caught(rule: Rule, name: str, good: str, bad: str) -> None:
    text = workflow(name).text
    assert good in text
    assert list(rule(Workflow(name, text.replace(good, bad, 1))))


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    words = ["--offline", "--no-progress", "--persona=pedantic", "--format=plain", str(folder)]
    return subprocess.run([program, *words], capture_output=True, text=True, check=False)


def test_zizmor_has_nothing_to_say() -> None:
    found = zizmor(ROOT / ".github")
    assert found.returncode == 0, found.stdout


def test_zizmor_would_say_it(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    bad = workflow("validate").text.replace("run: .ci/tool.sh", "run: .ci/tool.sh ${{ github.head_ref }}")
    (folder / "validate.yml").write_text(bad, encoding="utf-8")
    assert "template-injection" in zizmor(tmp_path / ".github").stdout


def test_one_audit_is_waived_and_no_more() -> None:
    waived = [line.strip() for name in NAMES for line in workflow(name).text.splitlines() if "zizmor: ignore" in line]
    assert [line.partition(" #")[0] for line in waived] == ["workflow_run:"]


def test_the_records_of_people_are_left_out_of_what_is_published_and_need_no_tests() -> None:
    people = [folder for folder, kind in FOLDERS.items() if kind not in PUBLIC]
    assert people == ["cases", "mentors", "attorneys", "organizations"]
    sparse = workflow("publish").data["jobs"]["build"]["steps"][0]["with"]["sparse-checkout"].split()
    assert sparse == ["/*", *(f"!/data/{folder}/" for folder in people)]
    assert f"for kind in {' '.join(people)}; do" in (ROOT / ".ci/publish.sh").read_text()
    assert (ROOT / ".ci/tool.sh").read_text().count("':(exclude)data/") == len(people)


def test_the_status_site_is_made_in_private_repositories_alone_and_never_for_pages() -> None:
    flow = workflow("status")
    assert flow.data["jobs"]["status"]["if"] == "github.event.repository.private"
    assert "pages" not in flow.text.split("jobs:")[1].replace("Pages", "")


def test_the_only_tokens_are_where_something_is_written() -> None:
    assert [name for name in NAMES if "github.token" in workflow(name).text] == ["comment", "intake", "report"]


def test_a_form_is_read_in_private_repositories_alone_and_by_the_tool_of_the_default_branch() -> None:
    """The step that reads what anybody wrote has no token; the one that has it reads no form."""
    job = workflow("intake").data["jobs"]["intake"]
    assert "github.event.repository.private" in job["if"]
    assert job["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step["run"].split()[-1] for step in job["steps"] if "GH_TOKEN" in step.get("env", {})] == ["answer"]


def test_updates_wait_a_week() -> None:
    updates = read((ROOT / ".github/dependabot.yml").read_bytes(), "dependabot.yml").data["updates"]
    assert [row["package-ecosystem"] for row in updates] == ["github-actions", "pip"]
    assert all(row["cooldown"] == {"default-days": 7} and row["groups"] for row in updates)


def test_what_the_workflows_install_is_pinned_by_hashes() -> None:
    installs = [line for line in (ROOT / "Makefile").read_text().splitlines() if "/pip install" in line and "uv==" not in line]
    assert len(installs) >= 3
    assert all(
        "--require-hashes -r requirements" in line or "--no-deps --no-build-isolation --no-index" in line for line in installs
    )
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".ci").iterdir())
    assert "pip install" not in scripts + "".join(workflow(name).text for name in NAMES)
