"""Who must agree to a change of which files, as GitHub reads it: made from the roles in the program's settings."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book

FILE = ".github/CODEOWNERS"
# the last line that fits a file counts; where a role has nobody with an account, the admins answer for it
_LINES = (
    ("*", "maintainer"),
    ("/data/", "admin"),
    ("/data/program.yml", "maintainer"),
    ("/data/courts.yml", "law"),
    ("/data/rules/", "law"),
    ("/data/calendars/", "law"),
    ("/data/sources/", "law"),
    ("/site/public/", "editor"),
    ("/site/papers/", "law"),
    ("/site/mail/", "admin"),
    ("/.github/", "maintainer"),
    ("/.ci/", "maintainer"),
    ("/schemas/", "maintainer"),
    ("/scripts/", "maintainer"),
)


def owners(book: Book) -> Iterator[str]:
    """The lines of the file."""
    yield "# Who must agree to a change. Made by `vecina owners` from the staff in data/program.yml: change it there."
    accounts = {
        role: [f"@{row['github']}" for row in book.program.get("staff", ()) if role in row["roles"] and "github" in row]
        for role in ("admin", "law", "editor", "maintainer")
    }
    if not any(accounts.values()):
        yield "# Nobody of the staff has an account on GitHub there, so nobody is asked."
        return
    anybody = accounts["admin"] or next(filter(None, accounts.values()))
    width = max(len(pattern) for pattern, _ in _LINES)
    for pattern, role in _LINES:
        yield f"{pattern:<{width}} {' '.join(accounts[role] or anybody)}"
