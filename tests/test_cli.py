"""The command as a person uses it: what it prints, how it ends, and what it never does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from outside import ROOT
from programs import copy_of, vecina
from vecina.cli import COMMANDS, cli, main

NEW_CASE = "new case --attorney a-finch --court HOU --place mexico --language es,mam --posture individual-hearing"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def test_the_program_in_this_repository_has_no_finding_and_is_in_canonical_form() -> None:
    checked = vecina("check", ROOT)
    assert (checked.exit_code, checked.output.split(",")[1].strip()) == (0, "no findings.")
    assert vecina("fmt --check", ROOT).exit_code == 0


def test_every_command_has_help_with_an_example() -> None:
    for name in COMMANDS:
        shown = CliRunner().invoke(cli, [name, "--help"])
        assert shown.exit_code == 0
        assert f"vecina {name}" in shown.output.split("Example")[1]


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from vecina.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"yaml", "jsonschema", "jsonschema_rs", "jinja2", "zoneinfo"} & set(loaded)


def test_a_broken_record_is_mended_from_the_message_alone(root: Path) -> None:
    path = root / "data/cases/c-a9xgu.yml"
    good = path.read_text()
    path.write_text(good.replace("status: active\n", "staus: active\n", 1).replace("detained: false", "detained: no"))
    checked = vecina("check", root)
    assert checked.exit_code == 1
    lines = checked.output.splitlines()
    assert lines[0].startswith('data/cases/c-a9xgu.yml:3:1 V103 there is no such field here; did you mean "status"?')
    assert 'V027 "detained" takes true or false; write false' in lines[1]
    mended = vecina("fix", root)
    assert mended.exit_code == 0
    assert path.read_text() == good


def test_findings_as_json_and_as_annotations(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    found = json.loads(vecina("check --format json", root).output)
    assert found["records"] > 15
    assert {"code", "level", "file", "line", "column", "message", "hint"} == set(found["findings"][0])
    shown = vecina("check --format github", root).output.splitlines()
    assert shown[0].startswith("::error file=data/cases/c-a9xgu.yml,line=1,col=1,title=V102::")
    assert sum(line.startswith("::error") for line in shown) <= 10


def test_paths_narrow_what_is_shown_not_what_is_read(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    other = vecina(f"check {root}/data/mentors", root)
    assert (other.exit_code, "no findings" in other.output) == (0, True)
    assert vecina(f"check {root}/data/cases/c-a9xgu.yml", root).exit_code == 1


def test_a_path_may_be_spelled_in_any_way_but_must_lie_in_the_program(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    assert vecina(f"check {root}/data/../data/cases/c-a9xgu.yml", root).exit_code == 1
    assert vecina(f"check {ROOT}/data/program.yml", root).exit_code == 2
    assert vecina(f"check {root}/data/nowhere", root).exit_code == 2
    assert vecina(f"fmt --check {root}/data/nowhere", root).exit_code == 2


def test_a_stray_that_is_named_is_shown_although_its_name_is_not(root: Path) -> None:
    (root / "data/cases/Zzyzx.yml").write_text("")
    shown = vecina(f"check {root}/data/cases/Zzyzx.yml", root)
    assert (shown.exit_code, "V003" in shown.output, "Zzyzx" in shown.output) == (1, True, False)


def test_formatting_decides_nothing_that_a_person_must(root: Path) -> None:
    path = root / "data/program.yml"
    text = path.read_text().replace("due_soon_days: 14", "due_soon_days: 014")
    path.write_text(text)
    assert vecina("fmt", root).exit_code == 1
    assert path.read_text() == text


def test_without_its_settings_a_program_still_shows_the_dates_of_courts_and_says_so(root: Path) -> None:
    (root / "data/program.yml").unlink()
    shown = vecina("due --today 2026-11-24", root)
    assert "Pre-hearing filings" in shown.output
    assert "NOT complete" in shown.stderr
    assert json.loads(vecina("due --today 2026-11-24 --format json", root).stdout)["broken"] == ["program"]
    assert vecina("match", root).exit_code == 1


def test_what_may_not_be_written_is_left_and_said(root: Path) -> None:
    path = root / "data/cases/c-a9xgu.yml"
    path.write_text(path.read_text().replace("detained: false", "detained: no"))
    path.chmod(0o444)
    shown = vecina("fix", root)
    assert (shown.exit_code, "may not be written" in shown.output) == (1, True)
    assert "detained: no" in path.read_text()


def test_lists_say_that_a_broken_record_is_left_out(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    assert "not read and left out: c-a9xgu" in vecina("due", root).stderr
    alone = vecina("due --case c-a9xgu", root)
    assert (alone.exit_code, "NOT known" in alone.stderr) == (1, True)


def test_new_records_are_valid_and_canonical(root: Path) -> None:
    made = vecina(NEW_CASE, root)
    assert made.exit_code == 0, made.output
    text = (root / made.output.strip()).read_text()
    assert "reached_by: [whatsapp]" in text
    for words in (
        "new mentor --name Novella --email novella@example.org --time-zone America/Chicago --language en,es --signed 2026-11-02",
        "new attorney --name Adair --email adair@example.org --time-zone America/Chicago --language en --bar TX",
        "new organization --name Faro --contact Lumen --email faro@example.org --covers",
    ):
        assert vecina(words, root).exit_code == 0
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0


def test_what_is_not_given_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vecina.cli.new.interactive", lambda: True)
    made = vecina("new case --court HOU", root, "a-fonch\na-finch\nMexico\nSpanish, mam\n\n\n")
    assert made.exit_code == 0, made.output
    assert "Did you mean a-finch?" in made.output
    text = (root / made.output.splitlines()[-2]).read_text()
    assert "languages: [es, mam]" in text
    assert "place: mexico" in text
    assert "posture: master-calendar" in text


def test_a_city_with_several_courts_is_answered_with_their_codes(root: Path) -> None:
    courts = root / "data/courts.yml"
    first, second, rest = courts.read_text().partition("  - code: KRO\n")
    courts.write_text(first + first.partition("\n")[2].replace("HOU", "HGP") + second + rest)
    asked = vecina(NEW_CASE.replace("HOU", "Houston"), root)
    assert (asked.exit_code, "Give the code: HGP or HOU." in asked.stderr) == (2, True)


def test_a_record_that_would_be_wrong_is_not_written(root: Path) -> None:
    before = len(list((root / "data/cases").iterdir()))
    refused = vecina(f"{NEW_CASE} --reached-by phone --state TX", root)
    assert refused.exit_code == 0 or "Nothing was written" in refused.stderr
    wrong = vecina(NEW_CASE.replace("es,mam", "spanich"), root)
    assert (wrong.exit_code, "Did you mean Spanish?" in wrong.stderr) == (2, True)
    twice = vecina(NEW_CASE.replace("es,mam", "es,es"), root)
    assert (twice.exit_code, "Nothing was written" in twice.stderr) == (1, True)
    near = vecina(NEW_CASE.replace("a-finch", "a-fonch"), root)
    assert (near.exit_code, "Did you mean a-finch?" in near.stderr) == (2, True)
    missing = vecina("new case --court HOU", root)
    assert (missing.exit_code, "Please give --attorney" in missing.stderr) == (2, True)
    assert len(list((root / "data/cases").iterdir())) <= before + 1


def test_due_dates_explained_and_filtered(root: Path) -> None:
    shown = vecina("due --case c-a9xgu --explain", root).output
    assert "30 days before the individual hearing of Mon 28 Dec 2026" in shown
    assert "c-a9xgu" in shown
    rows = json.loads(vecina("due --format json", root).output)["rows"]
    assert {"case", "kind", "title", "due", "file_by", "days", "state", "owner", "rule", "authority", "explanation"} == set(
        rows[0]
    )
    assert vecina("due --case c-zzzzz", root).exit_code == 2


def test_the_day_can_be_chosen(root: Path) -> None:
    assert "As of Mon 1 Jun 2026" in vecina("due --today 2026-06-01", root).output
    wrong = vecina("due --today 2026-6-1", root)
    assert (wrong.exit_code, "YYYY-MM-DD" in wrong.stderr) == (2, True)


def test_matching_proposes_and_writes_nothing(root: Path) -> None:
    before = {path: path.read_bytes() for path in (root / "data").rglob("*.yml")}
    shown = vecina("match", root).output
    assert "Proposed pairs" in shown
    assert "nothing was written" in shown
    assert json.loads(vecina("match --format json", root).output)["pairs"]
    assert {path: path.read_bytes() for path in (root / "data").rglob("*.yml")} == before


def test_no_data_folder_is_wrong_usage(tmp_path: Path) -> None:
    shown = vecina("check", tmp_path)
    assert (shown.exit_code, "There is no data/ folder here" in shown.stderr) == (2, True)


def test_explain_lists_and_finds_near_codes() -> None:
    runner = CliRunner()
    assert "V103" in runner.invoke(cli, ["explain"]).output
    assert "did you mean" in runner.invoke(cli, ["explain", "v103"]).output
    assert runner.invoke(cli, ["explain", "V999"]).exit_code == 2


def test_our_own_mistake_says_so_without_a_value(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Zzyzx")

    monkeypatch.setattr("vecina.cli.common.open_book", broken)
    with pytest.raises(SystemExit) as end:
        main(["check", "--root", str(ROOT)])
    said = capsys.readouterr().err
    assert end.value.code == 3
    assert "our mistake" in said
    assert "Zzyzx" not in said


def test_no_terminal_no_colors_no_bars(root: Path) -> None:
    env = os.environ | {"COLUMNS": "100"}
    command = [str(Path(sys.executable).with_name("vecina")), "check", "--root", str(root), "--show"]
    shown = subprocess.run(command, capture_output=True, env=env, check=True)
    assert b"\x1b" not in shown.stdout + shown.stderr
