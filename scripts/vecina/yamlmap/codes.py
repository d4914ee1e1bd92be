"""The reader's codes, each with its help page."""

from __future__ import annotations

from ..finding import Code

CODES = (
    Code(
        "V010",
        "The file is not UTF-8",
        """\
Records are UTF-8 text. A file saved by an old editor as Latin-1, UTF-16 or the like shows wrong letters
elsewhere or cannot be read at all.

Mend: save the file again and choose UTF-8 as its encoding.""",
    ),
    Code(
        "V011",
        "A character that nobody can see",
        """\
Control characters, invisible characters and characters that turn the direction of the text can make a file
read differently for a person and for a program: a line that looks like a comment may hold data.
Joiners and direction marks (U+200C to U+200F) are allowed inside free text, where some scripts need them.

Mend: delete the character at the place named. Typing the line again by hand is the surest way.""",
    ),
    Code(
        "V012",
        "A merge conflict is left in the file",
        """\
Git wrote both versions of a change into the file, between lines of <<<<<<<, ======= and >>>>>>>.

Mend: keep the lines that are right and delete the rest, marks included.""",
    ),
    Code(
        "V013",
        "A tab cannot indent",
        """\
Editors show a tab with any width, so YAML does not accept it as indentation.

Mend: put spaces in its place, two for each level.""",
    ),
    Code(
        "V014",
        "This is not YAML",
        """\
The text breaks off or a sign stands where none can. The place named is where reading stopped; the mistake is
there or shortly before.

Mend: look for a quote that is not closed, a missing colon or a line indented more or less than its neighbors.""",
    ),
    Code(
        "V015",
        "The same field twice",
        """\
With two lines for one field, programs disagree on which one counts.

Mend: delete the line that is wrong. Both lines are named.

    status: active
    status: closed      # V015: given twice, first on line 1""",
    ),
    Code(
        "V016",
        "Anchors and aliases are not used here",
        """\
An `&name` or `*name` makes one place of the file stand for another. People miss it and small files can grow
to fill the memory.

Mend: write the value out. If it is text that begins with & or *, put it in quotes.""",
    ),
    Code(
        "V017",
        "Merge keys are not used here",
        """\
A `<<` key copies fields from elsewhere, invisibly.

Mend: write the fields out.""",
    ),
    Code(
        "V018",
        "Tags are not used here",
        """\
A `!tag` changes what a value is, and may run code in careless programs.

Mend: delete the tag. If it is text that begins with an exclamation mark, put it in quotes.""",
    ),
    Code(
        "V019",
        "Directives are not used here",
        """\
A line that begins with % speaks to the YAML parser, not to us.

Mend: delete the line.""",
    ),
    Code(
        "V020",
        "More than one document",
        """\
A line of three hyphens begins a second document, which many programs never see.

Mend: put the second record in a file of its own.""",
    ),
    Code(
        "V021",
        "The file is too large",
        """\
A record holds at most 256 kB, 5,000 values and eight levels. More is a mistake or an attack.

Mend: look for text that was pasted by accident.""",
    ),
    Code(
        "V022",
        "Text too long",
        """\
One text holds at most 2,000 characters.

Mend: shorten it. Documents belong in the case file of the attorney, not here.""",
    ),
    Code(
        "V023",
        "Not a number we can keep",
        """\
Whole numbers have at most 15 digits; there is no infinity and no not-a-number.

Mend: correct the number. If it is text, put it in quotes.""",
    ),
    Code(
        "V024",
        "A field's name must be text",
        """\
A list, a group or nothing at all stands where a field's name belongs.

Mend: write the name of the field, a colon, a space and the value.""",
    ),
    Code(
        "V025",
        "The file is empty",
        """\
A record needs its fields.

Mend: fill it in, or delete the file. `vecina new` writes a valid record.""",
    ),
    Code(
        "V026",
        "A record is a group of fields",
        """\
The file holds a list or a single value; a record is a group of `name: value` lines.

Mend: begin each line with the name of a field.""",
    ),
    Code(
        "V027",
        "Programs read this in two ways",
        """\
Unquoted, some programs read `on`, `no`, `010`, `1e3` or `10:30` as something else than you typed: true, false,
8, 1000 or 630. So the way to write it must be plain.

Mend: for a yes or no write true or false; for text and times put quotes around it. `vecina fix` does it.

    time: 10:30         # V027
    time: "10:30"       # right""",
    ),
    Code(
        "V028",
        "Text that a number sign cuts off",
        """\
After a space, a # begins a remark: what follows is not part of the text and is lost.

Mend: put the whole text in quotes. If it is a remark, put a space behind the #.

    firm: Suite #4 LLP      # V028: only `Suite` is kept
    firm: "Suite #4 LLP"    # right""",
    ),
    Code(
        "V029",
        "This looks like an A-number",
        """\
No record names a client, in no field, no remark and no note. An A-number in Git can never be taken back: Git keeps
what it has once seen, and clones and mails spread it.

Mend: take it out before you save or commit. If it has been pushed already, change nothing and write to the
program's administrator at once, by case number only.""",
    ),
)
