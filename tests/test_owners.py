"""CODEOWNERS is made from the staff's roles, and this repository's own agrees with its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from outside import ROOT
from programs import copy_of, vecina

FILE = ".github/CODEOWNERS"
STAFF = """\
staff:
  - id: s-one
    name: One (sample)
    email: one@example.org
    roles: [admin, editor]
    github: one-1
  - id: s-two
    name: Two (sample)
    email: two@example.org
    roles: [maintainer]
    github: two
  - id: s-three
    name: Three (sample)
    email: three@example.org
    roles: [law]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program with another staff, one of them without an account."""
    made = copy_of(tmp_path)
    path = made / "data/program.yml"
    above, _, rest = path.read_text(encoding="utf-8").partition("staff:\n")
    path.write_text(f"{above}{STAFF}time_zone:{rest.partition('time_zone:')[2]}", encoding="utf-8")
    return made


def test_each_kind_of_file_has_the_people_of_its_role(root: Path) -> None:
    """Who has no account cannot be asked: the admins answer for the law here."""
    assert vecina("check", root).exit_code == 0
    assert vecina("owners", root).exit_code == 0
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    owners = dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))
    assert owners["/data/"] == owners["/data/rules/"] == owners["/site/public/"] == "@one-1"
    assert owners["*"] == owners["/.github/"] == owners["/data/program.yml"] == "@two"


def test_a_file_that_does_not_agree_is_said_so_and_left(root: Path) -> None:
    assert vecina("owners --check", root).exit_code == 1
    assert not (root / FILE).exists()
    vecina("owners", root)
    assert vecina("owners --check", root).exit_code == 0
    (root / FILE).write_text("* @mallory\n", encoding="utf-8")
    assert vecina("owners --check", root).exit_code == 1
    assert (root / FILE).read_text(encoding="utf-8") == "* @mallory\n"


def test_without_an_account_nobody_is_asked(tmp_path: Path) -> None:
    made = copy_of(tmp_path)
    assert vecina("owners", made).exit_code == 0
    assert all(line.startswith("#") for line in (made / FILE).read_text(encoding="utf-8").splitlines())


def test_this_repository_agrees_with_its_own_records() -> None:
    assert vecina("owners --check", ROOT).exit_code == 0
