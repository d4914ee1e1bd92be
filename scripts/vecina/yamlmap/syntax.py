"""libyaml's complaints in plain words. Its own texts quote the file, so they are never shown."""

from __future__ import annotations

import re
from typing import Any

from yaml.error import MarkedYAMLError

# What people paste or slip into a line, and what to type instead; looked for where reading stopped and one line above.
_SHAPES = (
    (r"^\s*```", "delete the lines of ```"),
    ("\u00a0", "a space that cannot break the line was pasted; type a plain space"),
    ("^\\s*[\u2022\u2013\u2014\u2043*]\\s", "an item of a list begins with a plain hyphen and a space"),
    (r"^\s*-[A-Za-z]", "a hyphen that begins an item needs a space after it"),
    (r"^[^#'\"]*: '[^']*'[^\s,\]}#]", "put text that holds an apostrophe in double quotes"),
)


def in_words(error: MarkedYAMLError, text: str) -> tuple[str, Any, str]:
    """Code, mark and sentence for a syntax error."""
    context, problem = error.context or "", error.problem or ""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return "V013", mark, "a tab cannot indent; use two spaces for each level"
    above = lines[mark.line - 1] if mark is not None and mark.line else ""
    for pattern, message in _SHAPES:
        if re.search(pattern, line) or re.search(pattern, above):
            return "V014", mark, message
    if "quoted scalar" in context:
        if "escape" in problem or "invalid Unicode" in problem:
            return "V014", mark, "no such escape in a quoted text; write the character itself"
        return "V014", error.context_mark or mark, "a quote is opened here and not closed"
    if "flow sequence" in context or "flow mapping" in context:
        return "V014", error.context_mark or mark, "a bracket is opened here and not closed, or a comma is missing"
    if "anchor" in context or "alias" in context or "anchor" in problem or "alias" in problem:
        return "V016", mark, "anchors and aliases are not used here; put text with & or * in quotes"
    if "tag" in context or "tag" in problem:
        return "V018", mark, "tags are not used here; put text with ! in quotes"
    if "directive" in context:
        return "V019", mark, "directives are not used here; delete the line"
    if "mapping values are not allowed" in problem and len(re.findall(r":(?=[ \t]|$)", line)) < 2:
        return "V014", mark, "this line is indented more than its neighbors"
    if "mapping values are not allowed" in problem:
        return "V014", mark, "a second colon in one line; put text that holds a colon in quotes"
    if "cannot start any token" in problem:
        return "V014", mark, "no value begins with this sign; put the text in quotes"
    if "could not find expected ':'" in problem:
        return "V014", error.context_mark or mark, "a field needs a colon and a space after its name"
    return "V014", mark, "this line does not fit the lines around it; look at colons, hyphens and indentation"
