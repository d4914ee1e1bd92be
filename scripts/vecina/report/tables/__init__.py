"""Every format of a report: text, Markdown, JSON, CSV and Excel. Its HTML page is made of the Markdown."""

from .data import report_as_csv, report_as_json
from .markdown import as_markdown
from .text import as_text
from .xlsx import as_xlsx

__all__ = ["as_markdown", "as_text", "as_xlsx", "report_as_csv", "report_as_json"]
