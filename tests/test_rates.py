"""Rates: which one counts on a day, how amounts are rounded, and a file of them that is kept outside the records."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from repos import begun, committed
from vecina.pay import Rate, rates_here, rates_in
from vecina.pay.rates import rate_on

RATES = """\
rates:
  - code: A
    from: 2026-01-01
    amount: 85.5
  - code: A
    from: 2026-06-25
    amount: 90.34
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program, in which m-ibarra with code A worked an hour on 24 June."""
    return copy_of(tmp_path)


@pytest.fixture
def rates(tmp_path: Path) -> Path:
    """A file of rates outside the program."""
    file = tmp_path / "rates.yml"
    file.write_text(RATES, encoding="utf-8")
    return file


def test_the_latest_rate_that_has_begun_counts() -> None:
    rates = [Rate("A", "2026-01-01", Decimal(80)), Rate("A", "2026-07-01", Decimal(90)), Rate("B", "2026-01-01", Decimal(70))]
    assert [rate_on(rates, code, day) for code, day in (("A", "2026-06-30"), ("A", "2026-07-01"), ("B", "2027-01-01"))] == rates
    assert rate_on(rates, "A", "2025-12-31") is None
    assert rate_on(rates, None, "2026-07-01") is None


def test_a_change_in_the_month_gives_two_lines_each_rounded_half_up(root: Path, rates: Path) -> None:
    vecina("log c-a9xgu hours 0.25 --on 2026-06-25 --who mentor --for review", root)
    said = json.loads(vecina(f"statement m-ibarra 2026-06 --rates {rates} --format json", root).output)
    assert [(line["rate"], line["units"], line["amount"]) for line in said["pay"]] == [
        ("85.50", 1.0, "85.50"), ("90.34", 0.25, "22.59"),  # 22.585
    ]  # fmt: skip
    assert said["amount"] == "108.09"


def test_a_day_without_a_rate_has_no_amount_and_says_so(root: Path, rates: Path) -> None:
    edit(rates, ("2026-01-01", "2026-06-26"), ("2026-06-25", "2026-07-25"))
    shown = vecina(f"statement m-ibarra 2026-06 --rates {rates}", root)
    assert "no rate is known for every day of work of m-ibarra" in shown.stderr
    assert "To be paid" not in shown.stdout


def test_rates_of_the_settings_count_where_they_are_kept_here(root: Path, rates: Path) -> None:
    here = "  rates_kept: here\n  rates:\n    - code: A\n      from: 2026-01-01\n      amount: 71.25\n"
    edit(root / "data/program.yml", ("  rates_kept: outside\n", here))
    assert "To be paid: USD 71.25" in vecina("statement m-ibarra 2026-06", root).output
    assert "leave --rates out" in vecina(f"statement --rates {rates}", root).stderr


def test_rates_are_not_taken_from_settings_that_keep_them_outside() -> None:
    rows = [{"code": "A", "from": "2026-01-01", "amount": 71.25}]
    assert rates_here({"pay": {"rates_kept": "outside", "rates": rows}}) is None
    assert rates_here({"pay": {"rates_kept": "here", "rates": rows}}) == (Rate("A", "2026-01-01", Decimal("71.25")),)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        (("code: A", "code: 7319"), "rates.yml:2:11 V105"),
        (("amount: 85.5", "amount: 731.987"), "rates.yml:4:13 V611"),
        (("amount: 85.5", "amount: zyx731"), "rates.yml:4:13 V101"),
        (("from: 2026-06-25", "from: 2026-01-01"), "rates.yml:6:11 V611"),
        (("rates:", "raets:"), "rates.yml:1:1 V103"),
        (("    amount: 85.5\n", ""), "rates.yml:2:5 V102"),
        (("rates:\n", "rates: [\n"), "rates.yml:"),
    ],
)
def test_a_mistake_in_the_file_is_named_by_its_place_and_never_by_its_value(
    root: Path, rates: Path, wrong: tuple[str, str], where: str
) -> None:
    edit(rates, wrong)
    shown = vecina(f"statement 2026-06 --rates {rates}", root)
    assert shown.exit_code == 1
    assert where in shown.stderr
    assert not any(value in shown.output for value in ("731", "zyx", "85.5", "90.34"))


def test_a_file_that_git_keeps_is_refused_and_one_that_lies_there_is_warned_of(root: Path, rates: Path) -> None:
    inside = root / "rates.yml"
    inside.write_text(RATES, encoding="utf-8")
    begun(root)
    assert "Move it out" in vecina(f"statement 2026-06 --rates {inside}", root).stderr
    (root / ".gitignore").write_text("rates.yml\n", encoding="utf-8")
    assert vecina(f"statement 2026-06 --rates {inside}", root).stderr == ""
    committed(root)
    shown = vecina(f"statement 2026-06 --rates {inside}", root)
    assert (shown.exit_code, "everybody who reads them can read it" in shown.stderr) == (2, True)


def test_a_file_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    assert "cannot be read here" in vecina(f"statement --rates {tmp_path / 'none.yml'}", root).stderr


def test_rates_are_read_as_they_are_written() -> None:
    found, findings = rates_in(RATES.encode(), "rates.yml")
    assert (found[0].amount, findings) == (Decimal("85.5"), [])
