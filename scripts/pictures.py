"""Makes the pictures of the guides again: what the commands print and the status site shows. Called by `make pictures`.

Nothing in them is made up. The sample program is cloned, each guide's change is made there, and the commands are run.
"""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

from studio import ROOT, Scratch, Studio, opened


def change_a_date(studio: Studio, scratch: Scratch) -> None:
    """A hearing that moved: written over, then as it should be."""
    case, page = "data/cases/c-7k3q9.yml", ("cases/c-7k3q9.html", ("h1", ".lead"), (".chart", ".chart"))
    before = studio.site(scratch, "Before", *page)
    scratch.put(case, "date: 2026-12-28\n    time", "date: 2027-02-09\n    time")
    studio.draw("date-check", scratch.lines(case, 38, 42), scratch.terminal("vecina check --base main"))
    scratch.back()
    scratch.said("vecina log c-7k3q9 hearing 2027-02-09 --time 13:00 --moves", "n")
    studio.draw("date-diff", scratch.lines(case, 38, 47), scratch.terminal("vecina check --base main", "vecina diff main"))
    studio.draw("date-site", before, studio.site(scratch, "After", *page))


def add_a_case(studio: Studio, scratch: Scratch) -> None:
    """A new case: the questions, the record with its first hearing, its page."""
    answers = ("a-okafor", "HOU", "us-state", "Spanish", "individual-hearing", "TX", "whatsapp, phone")
    studio.draw("case-new", scratch.terminal("vecina new case", answers=answers))
    file = scratch.said("git ls-files --others --exclude-standard data/cases").strip()
    case = Path(file).stem
    scratch.said(f"vecina log {case} hearing 2027-06-15 --type individual --time 09:00 --mode in-person", "n")
    end = len((scratch.root / file).read_text(encoding="utf-8").splitlines())
    studio.draw("case-record", scratch.lines(file, 1, end), scratch.terminal("vecina check --base main", "vecina diff main"))
    studio.draw("case-site", studio.site(scratch, "The status site", f"cases/{case}.html", ("h1", "table")))


def red_check(studio: Studio, scratch: Scratch) -> None:
    """Two slips in one case: found, seen with their lines, mended."""
    case, page = "data/cases/c-7k3q9.yml", ("index.html", ("h1", ".kpis"))
    scratch.put(case, "date: 2026-12-28\n    time", "date: December 28, 2026\n    time")
    scratch.put(case, "mode: in-person\n    status: scheduled", "mode: in person\n    status: scheduled")
    studio.draw("red-check", scratch.terminal("vecina check", "vecina check --show"))
    before = studio.site(scratch, "Before", *page)
    scratch.put(case, "date: December 28, 2026", "date: 2026-12-28")
    studio.draw("red-fix", scratch.terminal("vecina fix --dry-run", "vecina fix", "vecina check"))
    studio.draw("red-site", before, studio.site(scratch, "After", *page))


def two_changes(studio: Studio, scratch: Scratch) -> None:
    """Two matches that take the last place of one mentor."""
    case, mentor = "data/cases/c-xpf3f.yml", "data/mentors/m-berhane.yml"
    scratch.said("git switch -qc pp3cm")
    scratch.said("vecina match --apply c-pp3cm")
    scratch.said("git commit -qam 'c-pp3cm: matched'")
    scratch.said("git switch -qc xpf3f main")
    scratch.put(case, "status: vetted\nhistory", "status: matched\nhistory")
    scratch.put(case, "requested_on", "  - status: matched\n    date: 2026-11-24\nrequested_on")
    scratch.put(case, "attorney: a-yamada\n", "attorney: a-yamada\nmentor: m-berhane\n")
    scratch.put(mentor, "pay:\n", "latest_case: c-xpf3f\npay:\n")
    scratch.said("git commit -qam 'c-xpf3f: matched'")
    scratch.said("git switch -q main")
    scratch.said("git merge -q pp3cm")
    explained = scratch.terminal("vecina match --explain c-xpf3f")
    scratch.said("git switch -q xpf3f")
    studio.draw("two-conflict", scratch.terminal("git merge main"), scratch.lines(mentor, 14, 23))
    scratch.put(
        mentor, "<<<<<<< HEAD\nlatest_case: c-xpf3f\n=======\nlatest_case: c-pp3cm\n>>>>>>> main\n", "latest_case: c-pp3cm\n"
    )
    studio.draw("two-check", scratch.lines(mentor, 14, 19), scratch.terminal("vecina check --base main"))
    studio.draw("two-explain", explained)


def main() -> None:
    """All pictures of the guides, or of those named; each guide begins with the sample program as it is committed."""
    guides = (change_a_date, add_a_case, red_check, two_changes)
    wanted = set(sys.argv[1:]) or {guide.__name__ for guide in guides}
    with opened() as studio, tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        scratch.said(f"git clone -q {shlex.quote(str(ROOT))} .")
        scratch.said("git switch -q --no-track -C main")
        for guide in guides:
            if guide.__name__ in wanted:
                guide(studio, scratch)
                scratch.back()


if __name__ == "__main__":
    main()
