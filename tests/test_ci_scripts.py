"""What CI runs on a change, played on repositories made on the spot: a good one, a bad one, and one that attacks."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from outside import ROOT
from repos import begun, committed, git
from stage import cloned, installed, merged, needs, program, run, script
from workflows import workflow

CASE = "data/cases/c-a9xgu.yml"
MENTOR = "data/mentors/m-sato.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """The program before the change."""
    return program(tmp_path / "repo")


def branch(repo: Path, files: dict[str, str], name: str = "change") -> str:
    """A branch with these files written; the merge that GitHub checks."""
    git(repo, "checkout", "-q", "-b", name, "main")
    for file, text in files.items():
        script(repo / file, text) if text.startswith("#!") else write(repo / file, text)
    committed(repo)
    return merged(repo, name)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def judged(repo: Path, base: str, head: str, event: str = "pull_request", **env: str) -> tuple[Any, Path]:
    """The job `records` on a change: its own steps in its own folders. What was said, and where its outputs lie."""
    space = repo.parent / "space"
    installed(cloned(repo, space / "tool", base))
    cloned(repo, space / "records", head)
    out = space / "changes"
    given = {"BASE": base, "OUT": str(out), "PR_NUMBER": "17", "RECORDS": str(space / "records"), **env}
    given |= {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": event, "GITHUB_STEP_SUMMARY": str(space / "summary")}
    done = subprocess.CompletedProcess[str]([], 0, "", "")
    for step in workflow("validate").data["jobs"]["records"]["steps"]:
        if "run" in step:
            done = run(step["run"], space, **given)
    return done, out


def main(repo: Path) -> str:
    return git(repo, "rev-parse", "main")


def test_a_good_change_passes_and_is_told_in_the_summary_and_for_the_comment(repo: Path) -> None:
    text = (repo / MENTOR).read_text().replace("languages: [en, es, ja]", "languages: [en, es]").replace("Krome", "Canary")
    done, out = judged(repo, main(repo), branch(repo, {MENTOR: text}))
    assert done.returncode == 0, done.stdout + done.stderr
    told = (out / "comment.md").read_text()
    assert "m-sato" in told
    assert "Canary" not in told + done.stdout + done.stderr
    assert (out / "number").read_text() == "17\n"
    assert (out.parent / "summary").read_text() == told


def test_a_change_that_needs_a_reason_is_compared_with_the_base(repo: Path) -> None:
    text = (repo / CASE).read_text().replace("due: 2026-11-25", "due: 2026-11-26", 1)
    done, out = judged(repo, main(repo), branch(repo, {CASE: text}))
    assert (done.returncode, "V813" in done.stdout) == (1, True)
    assert "c-a9xgu" in (out / "comment.md").read_text()


def test_a_bad_change_fails_at_its_line_and_its_value_is_not_repeated(repo: Path) -> None:
    text = (repo / CASE).read_text().replace("status: active", "status: canary", 1)
    done, _ = judged(repo, main(repo), branch(repo, {CASE: text}))
    assert done.returncode == 1
    assert f"::error file={CASE},line=" in done.stdout
    assert "canary" not in done.stdout + done.stderr


def test_a_layout_that_is_not_canonical_fails_too(repo: Path) -> None:
    text = (repo / CASE).read_text().replace("status: active", 'status:   "active"', 1)
    done, _ = judged(repo, main(repo), branch(repo, {CASE: text}))
    assert (done.returncode, "not in canonical form" in done.stdout) == (1, True)


def test_owners_who_do_not_follow_from_the_roles_fail_too(repo: Path) -> None:
    done, _ = judged(repo, main(repo), branch(repo, {".github/CODEOWNERS": "* @mallory\n"}))
    assert done.returncode == 1
    assert "CODEOWNERS does not agree with the staff" in done.stdout


def test_code_that_comes_with_a_change_is_never_run(repo: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    shell, python = f"#!/bin/sh\ntouch {canary}\n", f"import pathlib\npathlib.Path({str(canary)!r}).touch()\n"
    hostile = {
        ".ci/validate.sh": shell,
        ".ci/common.sh": f"touch {canary}\n",
        ".venv/bin/vecina": shell,
        ".venv/bin/python": shell,
        "Makefile": f"setup:\n\ttouch {canary}\n",
        ".github/workflows/validate.yml": f"on: pull_request\njobs: {{records: {{steps: [{{run: touch {canary}}}]}}}}\n",
        ".gitattributes": "* filter=canary diff=canary\n",
        "pyproject.toml": "[tool.setuptools]\n",
        "scripts/vecina/__init__.py": python,
        "scripts/vecina/cli/__init__.py": python + "def main(): pass\n",
        **dict.fromkeys(("sitecustomize.py", "yaml.py", "click.py", "conftest.py", "data/sitecustomize.py"), python),
    }
    head = branch(repo, hostile)
    done, out = judged(repo, main(repo), head)
    assert not canary.exists()
    assert done.returncode == 1  # a script among the records is a finding
    assert "V001" in done.stdout
    run(".ci/validate.sh", out.parent / "records")
    assert canary.exists()  # it would have shown


def test_a_link_among_the_records_leads_nowhere(repo: Path, tmp_path: Path) -> None:
    write(tmp_path / "secret.yml", "canary: 1\n")
    git(repo, "checkout", "-q", "-b", "change", "main")
    (repo / "data/mentors/m-linked.yml").symlink_to(tmp_path / "secret.yml")
    committed(repo)
    done, _ = judged(repo, main(repo), merged(repo, "change"))
    assert (done.returncode, "V002" in done.stdout, "canary" in done.stdout) == (1, True, False)


def test_what_others_changed_meanwhile_is_not_laid_to_a_change(repo: Path) -> None:
    old = main(repo)
    branch(repo, {"README.md": "changed\n"})
    git(repo, "checkout", "-q", "main")
    write(repo / "other.md", "of somebody else\n")
    now = committed(repo)
    git(repo, "checkout", "-q", "--detach", merged(repo, "change"))
    ask = ". .ci/common.sh; base_of . "
    assert run(ask + old, repo, GITHUB_EVENT_NAME="pull_request").stdout.strip() == now
    assert run(ask + old, repo, GITHUB_EVENT_NAME="merge_group").stdout.strip() == old


@pytest.mark.parametrize("base", ["0" * 40, "nowhere", "--help", ""])
def test_without_a_revision_to_compare_with_the_records_are_checked_all_the_same(repo: Path, base: str) -> None:
    done, out = judged(repo, main(repo), main(repo), event="push", BASE=base, PR_NUMBER="")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "There is no revision to compare with" in done.stdout
    assert list(out.iterdir()) == []


def test_a_text_that_is_too_long_is_cut_between_lines(tmp_path: Path) -> None:
    (tmp_path / "long").write_text("é line\n" * 1000)
    cut = run(f". {ROOT}/.ci/common.sh; beginning 500 long", tmp_path).stdout
    assert len(cut.encode()) <= 500
    assert set(cut.splitlines()[:-2]) == {"é line"}
    assert cut.endswith("The rest is left out: it is too long for this page.\n")


@pytest.mark.parametrize(
    ("file", "runs"),
    [(CASE, False), ("data/mentors/m-sato.yml", False), ("data/program.yml", True), ("data/rules/x.yml", True), ("a.py", True)],
)
def test_the_tests_run_unless_only_records_of_people_changed(repo: Path, file: str, runs: bool) -> None:
    script(repo / ".ci/run", "#!/bin/sh\necho every test\nexit 7\n")
    git(repo, "checkout", "-q", "main")
    base = committed(repo)
    git(repo, "checkout", "-q", "--detach", branch(repo, {file: "id: changed\n"}))
    done = run(".ci/tool.sh", repo, BASE=base, GITHUB_EVENT_NAME="pull_request")
    assert (done.returncode, "every test" in done.stdout) == ((7, True) if runs else (0, False))
    assert run(".ci/tool.sh", repo, BASE="nowhere").returncode == 7


NEEDS = ("records", "tool", "workflows")


@pytest.mark.parametrize("result", ["success", "failure", "cancelled", "skipped"])
def test_the_required_job_passes_when_all_others_did(tmp_path: Path, result: str) -> None:
    needs("jq")
    step = workflow("validate").data["jobs"]["required"]["steps"][0]["run"]
    rows = [f'"{name}": {{"result": "success", "outputs": {{}}}}' for name in NEEDS[:2]]
    results = f'{{{", ".join(rows)}, "workflows": {{"result": "{result}"}}}}'
    assert (run(step, tmp_path, NEEDS=results).returncode == 0) == (result == "success")
    assert run(step, tmp_path, NEEDS="{}").returncode != 0


@pytest.fixture(scope="module")
def sparse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout as the publishing workflow asks for it."""
    folder = tmp_path_factory.mktemp("publish")
    repo = begun(folder / "repo")
    git(ROOT, "archive", "--output", str(folder / "all.tar"), "HEAD")
    subprocess.run(["tar", "-xf", folder / "all.tar", "-C", repo], check=True)
    shutil.copytree(ROOT / ".ci", repo / ".ci", dirs_exist_ok=True)
    committed(repo)
    patterns = workflow("publish").data["jobs"]["build"]["steps"][0]["with"]["sparse-checkout"].split()
    git(repo, "clone", "-q", "--no-local", "--no-checkout", str(repo), str(folder / "site"))
    git(folder / "site", "sparse-checkout", "set", "--no-cone", *patterns)
    git(folder / "site", "checkout", "-q", "main")
    return installed(folder / "site")


def test_the_public_site_is_built_and_looked_through_without_the_records_of_people(sparse: Path) -> None:
    assert not (sparse / "data/cases").exists()
    done = run(".ci/publish.sh", sparse, GITHUB_ACTIONS="true")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout


def test_a_page_that_leaks_ends_the_publishing(sparse: Path) -> None:
    page = sparse / "site/public/ask.md"
    was = page.read_text(encoding="utf-8")
    page.write_text(f"{was}\nAsk m-canary about it.\n", encoding="utf-8")
    done = run(".ci/publish.sh", sparse, GITHUB_ACTIONS="true")
    page.write_text(was, encoding="utf-8")
    assert (done.returncode, "the id of a mentor" in done.stdout) == (1, True)
    assert "canary" not in done.stdout


def test_where_records_of_people_lie_nothing_is_published(repo: Path) -> None:
    done = run(".ci/publish.sh", installed(repo), GITHUB_ACTIONS="true")
    assert (done.returncode, "holds records of people" in done.stdout) == (1, True)
