"""Letters as mails: their words, their HTML, their calendar file, and the way to the mail server."""

from .message import Mail, mail_of
from .server import NotSet, Server, server_of
from .show import as_json, as_list, as_text
from .smtp import NoServer, NotSent, Post, Unsure

__all__ = [
    "Mail", "NoServer", "NotSent", "NotSet", "Post", "Server", "Unsure", "as_json", "as_list", "as_text", "mail_of", "server_of",
]  # fmt: skip
