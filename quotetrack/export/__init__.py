"""Records out of the library, and back: JSON Lines for archives, CSV for spreadsheets, HTML for readers.

Everything is written article by article in constant memory; a file appears whole or not at all.
"""

from quotetrack.export.files import replacing
from quotetrack.export.json_lines import JsonLinesWriter, read_jsonl, write_jsonl
from quotetrack.export.page import HtmlWriter, write_html
from quotetrack.export.spreadsheet import CSV_COLUMNS, CsvWriter, flat, read_csv, write_csv
from quotetrack.export.writing import Tracked, Writer

__all__ = [
    "CSV_COLUMNS",
    "CsvWriter",
    "HtmlWriter",
    "JsonLinesWriter",
    "Tracked",
    "Writer",
    "flat",
    "read_csv",
    "read_jsonl",
    "replacing",
    "write_csv",
    "write_html",
    "write_jsonl",
]
