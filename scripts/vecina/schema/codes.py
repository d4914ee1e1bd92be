"""The codes of the records' shape, each with its help page."""

from __future__ import annotations

from ..finding import Code

CODES = (
    Code(
        "V101",
        "Not the kind of value that is wanted",
        """\
A field takes one kind of value: text, a whole number, true or false, a list, or a group of fields. The message
names it.

Mend: write that kind of value. Text that looks like a number, a yes or a no needs quotes. A list is written in
brackets or one item a line with a hyphen; a group has its fields on lines of their own, two spaces further in.

    capacity: 4         # V101: a group of fields is wanted
    capacity:
      cases: 4          # right""",
    ),
    Code(
        "V102",
        "A field is missing",
        """\
Some fields every record of a kind must have. The field guide lists them.

Mend: add the field. The place named is the beginning of the record or group it belongs in.""",
    ),
    Code(
        "V103",
        "There is no such field",
        """\
Only the fields of the field guide exist. A misspelt field would be ignored silently, and a deadline with it. In
a case this is also what keeps out fields about who the client is: there are none, on purpose.

Mend: correct the name; the nearest one is suggested. `vecina fix` renames it where only one fits.

    staus: active       # V103: did you mean "status"?""",
    ),
    Code(
        "V104",
        "Not on the list",
        """\
The field takes one of a fixed list of words, so that counts and matches agree. The field guide shows each list
with its meaning.

Mend: write the word from the list; the nearest one is suggested.

    served: fax         # V104: one of orally, in-person, mail, electronic""",
    ),
    Code(
        "V105",
        "Not written in the wanted form",
        """\
Dates, times, ids, addresses and the like have one form each; the message shows it by an example. A field for one
line of text takes no tab and no line break.

Mend: write the value in that form.

    date: March 2, 2027   # V105
    date: 2027-03-02      # right""",
    ),
    Code(
        "V106",
        "No such day",
        """\
The date has the right form, but the calendar has no such day, like 30 February.

Mend: look the date up and correct it.""",
    ),
    Code(
        "V107",
        "Too small or too large",
        """\
Numbers and lists have limits. The message names them.

Mend: correct the number, or the number of items.""",
    ),
    Code(
        "V108",
        "The same item twice",
        """\
A list names each thing once.

Mend: delete the item that is repeated.""",
    ),
    Code(
        "V109",
        "Fields that belong together",
        """\
Some fields mean something only with another beside them: a date set by an order and what it is for, a way of
service and its day.

Mend: add the field named in the message, or delete the one that stands alone.""",
    ),
)
