"""The same tests every time: generated examples do not depend on chance, nor on how busy the machine is.

HYPOTHESIS_PROFILE=search looks for new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from browser import chromium
from sites import public_site, status_site

if TYPE_CHECKING:
    from inbox import Inbox

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    """A real mail server on this computer that takes everything, and the environment that names it."""
    from inbox import Inbox, named, served  # only the tests of mails need it

    made = Inbox()
    with served(made) as port:
        named(monkeypatch, HOST="127.0.0.1", PORT=str(port), SECURITY="none")
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One real browser for all tests of a process."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site, built once for all tests of a process that only look at it."""
    return public_site(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="session")
def status(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The status site of the sample program, built once for all tests of a process that only look at it."""
    return status_site(tmp_path_factory.mktemp("status"))
