"""What pictures of the program are made with: a clone of it to change, a terminal to run commands in, a browser that draws."""

from __future__ import annotations

import errno
import fcntl
import html
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import find

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/pictures"
WIDTH, COLUMNS = 1000, 104
SELF = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "TERM": "dumb", "PYTHONPATH": str(ROOT / "scripts")}
SELF |= {f"GIT_{who}_{what}": "sample@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
STYLE = """
body { margin: 0; width: 968px; padding: 16px; background: #fff; color: #1f2328; font: 16px/1.5 "Liberation Sans", sans-serif }
figure { margin: 0 0 14px; border: 1px solid #c4cad2; border-radius: 8px; overflow: hidden } figure:last-child { margin: 0 }
figcaption { background: #e9edf1; padding: 5px 14px; font-weight: 600; border-bottom: 1px solid #c4cad2 }
pre { margin: 0; padding: 10px 14px; font: 15px/1.45 "DejaVu Sans Mono", monospace; white-space: pre-wrap }
.id { white-space: nowrap }
.typed { color: #0b4f9e; font-weight: 700 } .number { color: #6a7380; user-select: none } img { display: block; width: 100% }
"""


@dataclass(frozen=True)
class Pane:
    """One window in a picture: its title, and what is in it as HTML."""

    title: str
    inside: str


@dataclass(frozen=True)
class Scratch:
    """A clone of the sample program, to be changed at will."""

    root: Path

    def said(self, command: str, *answers: str) -> str:
        """What a command prints on a terminal, with an answer to each question it asks."""
        outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
        env = os.environ | SELF | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        process = subprocess.Popen(shlex.split(command), cwd=self.root, env=env, stdin=inner, stdout=inner, stderr=inner)
        os.close(inner)
        said, waiting = b"", list(answers)
        while chunk := _read(outer):
            said += chunk
            if waiting and said.endswith(b": "):
                os.write(outer, waiting.pop(0).encode() + b"\n")
            elif said.endswith(b": "):
                process.kill()  # it asks for more than it was given, and would wait for ever
        os.close(outer)
        if process.wait() not in (0, 1):  # 1 says that something was found, which some pictures show
            sys.exit(f"{command}\n{said.decode()}")
        return said.decode().replace("\r\n", "\n")

    def terminal(self, *commands: str, answers: tuple[str, ...] = ()) -> Pane:
        """The commands one after the other in a terminal window, each with what it printed."""
        parts = []
        for command in commands:
            said = html.escape(self.said(command, *answers).rstrip(), quote=False)
            bold = re.sub(r"\x1b\[1m(.*?)\x1b\[0m", r"<b>\1</b>", said)
            whole = re.sub(r"\b[acmo]-[a-z0-9]+", r'<span class="id">\g<0></span>', bold)  # an id is not broken at its hyphen
            parts.append(f'<span class="typed">$ {html.escape(command, quote=False)}</span>\n{whole}')
        return Pane("Terminal", "<pre>{}</pre>".format("\n\n".join(parts)))

    def lines(self, file: str, first: int, last: int) -> Pane:
        """Some lines of a record as an editor shows them."""
        rows = (self.root / file).read_text(encoding="utf-8").splitlines()[first - 1 : last]
        numbered = (f'<span class="number">{number:>3}</span>  {html.escape(row)}' for number, row in enumerate(rows, first))
        return Pane(file, "<pre>{}</pre>".format("\n".join(numbered)))

    def put(self, file: str, old: str, new: str) -> None:
        """Writes something else into a record, as a person in an editor would; the sample has to have what stood there."""
        text = (self.root / file).read_text(encoding="utf-8")
        if text.count(old) != 1:
            sys.exit(f"{file} has changed, so the guides and scripts/pictures.py have to be looked at again.")
        (self.root / file).write_text(text.replace(old, new), encoding="utf-8")

    def back(self) -> None:
        """The sample program as it was, on its branch main."""
        for command in ("git reset -q --hard", "git clean -fdq data", "git switch -q main"):
            self.said(command)


@dataclass(frozen=True)
class Studio:
    """A browser that draws panes, and a folder for what it takes from the status site."""

    browser: Browser
    folder: Path

    def site(self, scratch: Scratch, title: str, page: str, *parts: tuple[str, str]) -> Pane:
        """A page of the status site, built now. Each part of it reaches from the top of one element to the end of another."""
        scratch.said("vecina build status")
        shown = self.browser.new_page(viewport={"width": WIDTH, "height": 1200})
        shown.goto((scratch.root / "build/status" / page).as_uri())
        shown.locator("html.js").wait_for(state="attached")
        images = []
        for top, bottom in parts:
            first, last = (shown.locator(which).first.bounding_box() for which in (top, bottom))
            assert first and last, page
            height = last["y"] + last["height"] - first["y"] + 16
            file = self.folder / f"{len(list(self.folder.iterdir()))}.png"
            shown.screenshot(path=file, full_page=True, clip={"x": 0, "y": first["y"] - 4, "width": WIDTH, "height": height})
            images.append(f'<img src="{file.as_uri()}" alt="">')
        shown.close()
        return Pane(title, "".join(images))

    def draw(self, name: str, *panes: Pane) -> None:
        """Writes the panes, one below the other, as docs/pictures/NAME.png."""
        figures = "".join(f"<figure><figcaption>{pane.title}</figcaption>{pane.inside}</figure>" for pane in panes)
        page = self.folder / "picture.html"
        page.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{figures}', encoding="utf-8")
        shown = self.browser.new_page(viewport={"width": WIDTH, "height": 100})
        shown.goto(page.as_uri())
        shown.screenshot(path=PICTURES / f"{name}.png", full_page=True)
        shown.close()
        print(f"docs/pictures/{name}.png")


def _read(terminal: int) -> bytes:
    """What comes next; nothing when the command has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError as error:
        if error.errno != errno.EIO:  # Linux says so when the other side is closed
            raise
        return b""


@contextmanager
def opened() -> Iterator[Studio]:
    """A browser for the time of the work."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        yield Studio(browser, Path(folder))
        browser.close()
