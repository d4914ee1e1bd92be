"""A month of a program's life in a repository: from the request to the closing, with what goes wrong on the way.

Each step is a command as an admin types it. What the change says, what is found and what is refused is what two people
need to understand it without reading YAML.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from outside import ROOT
from programs import edit, vecina
from repos import begun, committed, git

NEW = (
    "new case --attorney a-okafor --court HOU --place us-state --state TX --reached-by phone --language es "
    "--posture individual-hearing --last-arrival 2026-06-01"
)
# a day, what is typed on it, and what the change says of the case, in part
LIFE: list[tuple[str, list[str], list[str]]] = [
    ("2026-12-01", ["log CASE hearing 2027-03-15 --type individual --time 09:00 --mode in-person"],
     ["CASE, new", "New case, requested: attorney a-okafor and court HOU.", "Pre-hearing filings by Fri 12 Feb 2027.",
      "CASE: m-novak proposed."]),
    ("2026-12-03", ["log CASE status vetted 2026-12-02", "match --apply CASE"],
     ["Status: Matched, was Requested.", "Mentor none → m-novak (m-novak now 2 of 4).", "Latest case: CASE.",
      "Not yet: Conflict check, by Mon 7 Dec 2026"]),
    ("2026-12-08", ["log CASE done conflict_check 2026-12-04", "log CASE done consent_to_mentoring 2026-12-04",
                    "log CASE done agreement_signed 2026-12-07", "log CASE done intro_video 2025-09-23",
                    "log CASE done center_of_excellence 2025-09-25", "log CASE met", "log CASE status onboarding"],
     ["Status: Onboarding, was Matched.", "Meeting added: Tue 8 Dec 2026.",
      "no longer due: Mentoring agreement signed, Conflict check"]),
    ("2026-12-11", ["log CASE done malpractice_cover 2026-12-10 --source own-carrier", "log CASE filed EOIR-28 2026-12-10",
                    "plan CASE --apply", "log CASE status active"],
     ["Status: Active, was Onboarding.", "EOIR-28 filed on Thu 10 Dec 2026.", "Mentoring plan agreed on Fri 11 Dec 2026.",
      "Requirements, malpractice cover, source: The attorney's own carrier."]),
    ("2026-12-17", ["log CASE hours 1.5 --who mentor --for meeting --on 2026-12-11",
                    "log CASE message 2026-12-14 --from attorney --to mentor", "log CASE answered 2026-12-15",
                    "log CASE filed I-589 2026-12-16", "log CASE hearing 2027-04-12 --moves --time 13:00"],
     ["I-589 filed on Wed 16 Dec 2026.", "Individual hearing of Mon 15 Mar 2027, what became of it: Adjourned, was Scheduled.",
      "Individual hearing added: Mon 12 Apr 2027.", "new: I-765 (c)(8) may be filed from Mon 17 May 2027",
      "Mentoring plan: the hearing has moved, by Thu 17 Dec 2026."]),
    ("2026-12-18", ["plan CASE --apply"],
     ["Brief draft to the mentor due on Fri 19 Feb 2027, was Fri 22 Jan 2027.",
      "no longer due: Mentoring plan: the hearing has moved."]),
    ("2026-12-30", ["log CASE decision 2026-12-28 --served orally --relief asylum --result granted --appealed none",
                    "log CASE hearing 2027-04-12 vacated", "log CASE closed --reason decided"],
     ["Status: Closed, was Active.", "Asylum (granted) decided on Mon 28 Dec 2026.", "m-novak now 1 of 4."]),
]  # fmt: skip


@dataclass
class Program:
    """A repository and the case whose life it is."""

    repo: Path
    case: str = ""

    def typed(self, words: str, day: str) -> None:
        """A command that must succeed."""
        done = vecina(f"{words.replace('CASE', self.case)} --today {day}", self.repo)
        assert done.exit_code == 0, (words, done.output)

    def says(self, day: str) -> str:
        """What the change since the last commit says, with the new case by one name."""
        return vecina(f"diff HEAD --today {day}", self.repo).output.replace(self.case, "CASE")

    def found(self) -> list[str]:
        """The codes of the findings of the change."""
        return re.findall(r" (V[0-9]{3}) ", vecina("check --base HEAD", self.repo).output)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, list[str]]:
    """The month, with what each change said before it was committed."""
    repo = begun(tmp_path_factory.mktemp("month"))
    shutil.copytree(ROOT / "data", repo / "data")
    committed(repo)
    program, said = Program(repo), []
    program.typed(NEW, "2026-12-01")
    program.case = Path(git(repo, "ls-files", "--others", "data/cases")).stem
    for day, words, _ in LIFE:
        for line in words:
            program.typed(line, day)
        said.append(program.says(day))
        assert program.found() == [], day
        assert vecina("fmt --check", repo).exit_code == 0, day
        committed(repo)
    return program, said


@pytest.mark.parametrize("step", range(len(LIFE)), ids=[day for day, _, _ in LIFE])
def test_each_change_says_what_it_means(lived: tuple[Program, list[str]], step: int) -> None:
    for part in LIFE[step][2]:
        assert part in lived[1][step], part


def test_at_its_end_the_case_is_closed_and_the_mentor_has_her_place_back(lived: tuple[Program, list[str]]) -> None:
    program, _ = lived
    assert vecina("check", program.repo).exit_code == 0
    assert program.case not in vecina("due --today 2026-12-31", program.repo).output
    assert "m-novak now 1 of 4" in lived[1][-1]


# a wrong edit of each kind: what is typed into a record, and the code of the refusal
WRONG: list[tuple[str, str, str, str]] = [
    ("cases/c-7k3q9.yml", "status: active\n", "status: actve\n", "V104"),
    ("cases/c-7k3q9.yml", "attorney: a-okafor", "attorney: a-okafr", "V201"),
    ("cases/c-7k3q9.yml", "    date: 2026-12-28\n", "    date: 2026-12-29\n", "V811"),
    ("cases/c-7k3q9.yml", "  eoir_28: ", "  eoir_29: ", "V103"),
    ("cases/c-7k3q9.yml", "mentor: m-rivera\n", "mentor: m-novak\n", "V821"),
    ("cases/c-7k3q9.yml", "    date: 2026-06-", "    date: 2026-05-", "V801"),
    ("mentors/m-rivera.yml", "  cases: 4\n", "  cases: 3\n", "V302"),
    ("rules/bia.appeal.yml", "    count: 30\n", "    count: 31\n", "V831"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code"), WRONG, ids=[code for *_, code in WRONG])
def test_a_wrong_edit_is_refused(lived: tuple[Program, list[str]], file: str, old: str, new: str, code: str) -> None:
    program, _ = lived
    path = program.repo / "data" / file
    text = path.read_text(encoding="utf-8")
    edit(path, (old, new))
    try:
        assert code in program.found()
    finally:
        path.write_text(text, encoding="utf-8")


def test_two_people_who_give_away_a_last_place_meet_in_git(lived: tuple[Program, list[str]], tmp_path: Path) -> None:
    """Each change is right by itself. Git takes only one; merged by hand all the same, the check finds the mentor too full."""
    program, _ = lived
    repo = tmp_path / "both"
    git(program.repo, "clone", "-q", str(program.repo), str(repo))
    path = repo / "data/mentors/m-novak.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("\npay:\n", "\ncapacity:\n  cases: 2\npay:\n"), encoding="utf-8")
    for name, value in {"user.name": "Sample", "user.email": "sample@example.org"}.items():
        git(repo, "config", name, value)
    committed(repo)
    waiting = ("c-7mhck", "c-xpf3f")
    for name in waiting:
        git(repo, "switch", "-q", "-c", name, "main")
        _given(repo, name)
        assert "V824" not in vecina("check --base main", repo).output
        committed(repo)
    git(repo, "switch", "-q", "-c", "merged", waiting[0])
    with pytest.raises(CalledProcessError):
        git(repo, "merge", "-q", waiting[1])
    git(repo, "checkout", "--ours", "data/mentors/m-novak.yml")
    committed(repo)
    assert " V302 " in vecina("check", repo).output


def _given(repo: Path, name: str) -> None:
    """Writes the match by hand, as two people might at the same time."""
    case, mentor = repo / f"data/cases/{name}.yml", repo / "data/mentors/m-novak.yml"
    text = case.read_text(encoding="utf-8").replace("status: vetted\nhistory", "status: matched\nhistory", 1)
    text = text.replace("requested_on:", "  - status: matched\n    date: 2026-12-31\nrequested_on:", 1)
    case.write_text(text.replace("\ncourt:", "\nmentor: m-novak\ncourt:", 1), encoding="utf-8")
    own = re.sub(r"(?m)^latest_case: .*\n", f"latest_case: {name}\n", mentor.read_text(encoding="utf-8"))
    mentor.write_text(own, encoding="utf-8")
