"""`vecina serve`: both sites on this computer, rebuilt on change."""

from __future__ import annotations

import functools
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .. import clock
from ..pages import CONFIGS, Office
from ..words import plural
from .build import build_sites
from .common import day_of, opened, root_option, say

WATCHED = ("data", "site", *CONFIGS["public"])
QUIET = 0.4  # seconds without a change before a rebuild


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it; nothing may be kept by a browser."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """No line for each file."""

    def send_head(self) -> Any:
        """Only a browser that asked for this computer by name: no other page can reach in under a name of its own."""
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        if host not in ("localhost", "127.0.0.1"):
            self.send_error(403)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        """The private site tells nobody where its reader came from."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()


class Changes(FileSystemEventHandler):
    """Remembers when something last changed."""

    def __init__(self) -> None:
        self.last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Reading a file is no change."""
        if event.event_type in ("created", "modified", "deleted", "moved"):
            self.last = time.monotonic()


def rebuild(root: Path) -> None:
    """Builds both sites and says how it went."""
    book = opened(root)
    office = Office(root, book, day_of(book, None))
    for built in build_sites(office):
        if built.failed:
            say(f"The {built.name} site could not be built: {built.failed}")
    say(f"Built at {clock.time_of_day()}: {plural(len(office.findings), 'finding')}.")


def serving(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on this computer only."""
    server = ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@click.command()
@root_option
@click.option("--port", default=8000, show_default=True, help="Port of the public site; the status site has the next one.")
def command(root: Path, port: int) -> None:
    """Show both sites on this computer and rebuild them when a record or a page changes. End with Ctrl-C.

    \b
    Example:
      vecina serve
    """
    rebuild(root)
    try:
        servers = [serving(root / "build" / name, port + step) for step, name in enumerate(("public", "status"))]
    except OSError as error:
        raise click.UsageError(f"Port {port} or {port + 1} is taken; choose another with --port.") from error
    changes, observer = Changes(), Observer()
    for name in WATCHED:
        if (root / name).exists():
            observer.schedule(changes, str(root / name), recursive=True)
    observer.start()
    say([f"public  http://localhost:{port}", f"status  http://localhost:{port + 1}", "End with Ctrl-C."])
    try:
        while True:
            time.sleep(0.1)
            if changes.last and time.monotonic() - changes.last > QUIET:
                changes.last = 0.0
                rebuild(root)
    except KeyboardInterrupt:
        say("\nGood-bye.")
    finally:
        observer.stop()
        for server in servers:
            server.shutdown()
