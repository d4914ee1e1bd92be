"""The codes of the folder walk, each with its help page."""

from __future__ import annotations

from ..finding import Code

CODES = (
    Code(
        "V001",
        "A file that is no record",
        """\
Among the records lie only records: one `.yml` file each, in the folder of its kind. Whatever else lies there is
published, mailed or forgotten by accident.

In a log a stray file's name is shown by its first letter and its length only, for it may be a person's name.

Mend: move the file elsewhere or delete it. Record files end in `.yml`.""",
    ),
    Code(
        "V002",
        "Not a plain file",
        """\
Links, pipes and devices are never opened: a link can bring in a file from anywhere on the computer.

Mend: put the file itself here, or delete the entry.""",
    ),
    Code(
        "V003",
        "The file's name is not an id",
        """\
A record's file is named by its id, in lower case: `c-7k3q9.yml`, `m-rivera.yml`. A case is never named after a
person.

Mend: rename the file. If it was named after a client, tell the program's administrator before you push: what
Git has once seen it keeps.""",
    ),
    Code(
        "V004",
        "Two names that are one on some computers",
        """\
Two file names that differ only in capital letters become one file on Windows and macOS, and one record is lost.

Mend: keep one of them.""",
    ),
    Code(
        "V005",
        "No data folder",
        """\
The command looks for `data/` in the folder where it runs.

Mend: change to the program's folder, or name it: `vecina check --root FOLDER`.""",
    ),
    Code(
        "V006",
        "The file cannot be read",
        """\
The file is there, but this computer does not let us open it.

Mend: check its permissions, then run the command again.""",
    ),
    Code(
        "V007",
        "A file that must be there is missing",
        """\
The program's settings, `data/program.yml`, and the list of courts, `data/courts.yml`, are needed for everything.

Mend: take the file back from Git, or copy the sample program's and edit it.""",
    ),
)
