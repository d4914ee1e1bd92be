"""Amounts as people write them."""

from __future__ import annotations

from decimal import Decimal


def money(amount: Decimal, currency: str) -> str:
    """`USD 1,210.50`: always with cents, so that no digit is missed."""
    return f"{currency} {amount:,.2f}"
