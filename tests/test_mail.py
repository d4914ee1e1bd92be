"""A mail as it goes over the wire: read back with the standard library, as a mail program reads it."""

from __future__ import annotations

import re
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from links import Links
from outside import ROOT
from remind import CASE, DAY, book_of, changed, on
from vecina.book import Book, open_book
from vecina.mail import Mail, mail_of
from vecina.schema import labels

MOMENT = datetime(2026, 11, 24, 8, tzinfo=ZoneInfo("America/Chicago"))
HOSTILE = (
    'Eve "Q" <eve@evil.example>, other@evil.example',
    "Eve =?utf-8?q?=0D=0ABcc:_other@evil.example?= O'Neil",
    "Bcc: other@evil.example; {{ 7 * 7 }} {% raw %} <script>alert(1)</script> &amp;",
    "::error::taken ##[group] \u202egnp.exe",
    "Zoë Ñandú-Ḑ 李 " + "x" * 180,
)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path)


def mails(book: Book, case: str = CASE) -> dict[str, Mail]:
    """The mails about a case on the sample's day, by role."""
    return {letter.person.role: mail_of(letter, book, DAY, MOMENT) for letter in on(book, DAY, case)}


def read(mail: Mail) -> EmailMessage:
    """The mail as whoever gets it reads it."""
    return message_from_bytes(mail.raw, policy=default)


def text(message: EmailMessage, kind: str) -> str:
    """What one part of it says: `plain` or `html`."""
    part = message.get_body((kind,))
    assert part is not None
    said: str = cast(Any, part).get_content()
    return said


def test_it_has_a_text_html_and_a_calendar(book: Book) -> None:
    message = read(mails(book)["attorney"])
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
    ]  # fmt: skip
    (attached,) = message.iter_attachments()
    assert dict(attached["content-type"].params) == {"charset": "utf-8"}
    assert attached.get_filename() == f"{CASE}.ics"
    events = Calendar.from_ical(cast(Any, attached).get_content()).walk("VEVENT")
    assert {(str(event["uid"]), str(event.decoded("dtstart"))) for event in events} == {
        (f"{CASE}.filings.hearing-1@example.org", "2026-11-27"),
        (f"{CASE}.milestone.filing-package@example.org", "2026-11-25"),
    }  # what is late needs no entry any more


def test_its_headers_name_no_person_and_say_that_a_program_wrote_it(book: Book) -> None:
    message = read(mails(book)["attorney"])
    assert dict(message.items()) | {"Content-Type": ""} == {
        "From": "Mini <mentoring@example.org>",
        "To": "corinne.finch@example.org",
        "Reply-To": "admin@vecina.org",
        "Subject": f"{CASE}: pre-hearing filings due Fri 27 Nov 2026; and 3 more",
        "Date": "Tue, 24 Nov 2026 08:00:00 -0600",
        "Message-ID": f"<{CASE}.{mails(book)['attorney'].id}@example.org>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
        "Content-Type": "",
    }


def test_it_says_what_is_due_when_why_and_whom_to_write_to(book: Book) -> None:
    message = read(mails(book)["attorney"])
    for said in (text(message, "plain"), re.sub(r"<[^>]+>", "", text(message, "html"))):
        flat = " ".join(said.split())
        for part in (
            "Dear Corinne Finch (sample),",
            f"case {CASE}, in which you are the attorney of record.",
            "File by Fri 27 Nov 2026, in 3 days. The last day by the rule is Mon 30 Nov 2026; keep to the safe day.",
            "30 days before the individual hearing of Mon 28 Dec 2026",
            "Was due on Wed 18 Nov 2026, 6 days ago.",
            "Answer this mail with the day",
            "Please keep the client&#39;s name" if "&#39;" in flat else "Please keep the client's name",
            "Attorney of record (you): Corinne Finch (sample), corinne.finch@example.org",
            "Mentor: Lucía Ibarra (sample), lucia.ibarra@example.org",
            "People read the answers: admin@vecina.org",
        ):
            assert part in flat, part


def test_the_same_letter_is_the_same_mail_to_the_byte_and_another_has_another_id(book: Book) -> None:
    first, again = mails(book), mails(book)
    assert {role: mail.raw for role, mail in first.items()} == {role: mail.raw for role, mail in again.items()}
    assert len({mail.id for mail in first.values()}) == len(first)
    late = {letter.person.role: mail_of(letter, book, DAY, MOMENT.replace(hour=9)) for letter in on(book, DAY, CASE)}
    assert late["attorney"].id == first["attorney"].id  # of what is told, not of when it is sent


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_acts_nowhere(book: Book, name: str) -> None:
    book = changed(changed(book, "attorney", "a-finch", name=name), "program", "program", name=name, short_name=name)
    for mail in mails(book).values():
        message = read(mail)
        assert [address.addr_spec for address in message["to"].addresses] == [mail.letter.person.email]
        assert [address.addr_spec for address in message["from"].addresses] == ["mentoring@example.org"]
        assert set(message.keys()) == {
            "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        }  # fmt: skip
        assert "\u202e" not in text(message, "plain") + text(message, "html")
        assert not re.search(r"^::|##\[", text(message, "plain"), re.MULTILINE)
        assert "<script" not in text(message, "html")
        assert "49" not in text(message, "plain").split("SET BY")[0]
        assert name not in message["subject"]


def test_it_is_plain_ascii_in_short_lines_on_the_wire(book: Book) -> None:
    for name in HOSTILE:
        for mail in mails(changed(book, "attorney", "a-finch", name=name)).values():
            assert mail.raw.isascii()
            assert max(map(len, mail.raw.split(b"\r\n"))) <= 998
            assert b"\n" not in mail.raw.replace(b"\r\n", b"")
            assert b"\r" not in mail.raw.replace(b"\r\n", b"")


def test_no_address_of_anybody_outside_the_case_is_in_it() -> None:
    sample = open_book(ROOT)
    for letter in on(sample, DAY):
        case, mail = sample.cases[letter.case].data, mail_of(letter, sample, DAY, MOMENT)
        people = {case["attorney"], case.get("mentor"), case.get("backup_mentor")}
        allowed = {record.data["email"] for kind in ("attorney", "mentor") for record in sample.kinds[kind].values()
                   if record.id in people}  # fmt: skip
        said = "".join(text(read(mail), kind) for kind in ("plain", "html")) + mail.subject
        named = set(re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", said))
        assert named <= allowed | {"admin@vecina.org"}, letter.case
        assert set(re.findall(r"\bc-[a-z0-9]{5}\b", said)) == {letter.case}
        of_the_client = [labels("country")[case["country"]], *(labels("claim")[claim] for claim in case.get("claims", ()))]
        of_the_client += [labels("language")[language] for language in case["languages"]]
        assert [word for word in of_the_client if re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE)] == []


def test_its_links_lead_to_the_law_and_to_the_program_and_nothing_is_loaded() -> None:
    sample = open_book(ROOT)
    law = {row["url"] for rule in sample.rules.values() for row in rule.data["values"]}
    for letter in on(sample, DAY):
        html = text(read(mail_of(letter, sample, DAY, MOMENT)), "html")
        assert set(Links(html).links) <= law | {"https://vecina.org"}
        assert not re.search(r"<(img|link|script|iframe|style)\b|\bsrc=|url\(|@import", html)


def test_the_mentor_hears_of_a_silence_and_what_to_do(book: Book) -> None:
    mail = mails(book)["mentor"]
    assert mail.subject == f"{CASE}: no contact since Tue 10 Nov 2026"
    assert "14 days without a meeting, a check-in or an answer to a message." in " ".join(mail.text.split())
    assert [part.get_content_type() for part in read(mail).walk()][-1] == "text/html"  # no day, no calendar


def test_a_silence_that_is_passed_on_says_who_was_told_and_stands_once() -> None:
    mail = mails(open_book(ROOT), "c-db6sg")["program"]
    assert mail.subject == "c-db6sg: no contact since Tue 20 Oct 2026, passed on to you; and 1 more"
    assert "we wrote to the mentor on Tue 17 Nov 2026 and have heard of no contact since" in " ".join(mail.text.split())
    assert mail.text.count("No contact since") == 1
    assert [row["stage"] for row in mail.rows if row["about"] == "silence"] == ["escalated", "silence"]


def test_a_program_can_put_its_own_words_into_its_mails(book: Book) -> None:
    own = book.root / "site/mail/letter.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("Hello {{ page.greeting }}: {{ page.case }}\n", encoding="utf-8")
    assert mails(book)["attorney"].text == f"Hello Corinne Finch (sample): {CASE}\n"
