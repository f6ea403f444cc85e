"""The command in a process of its own with the cheap parser for the model: ``python -m tests.flat_command PATH``."""

from __future__ import annotations

import sys
from functools import partial
from unittest.mock import patch

from quotetrack.cli import extraction, main
from quotetrack.parsing import StanzaParser
from tests.parsers import FlatPipeline

if __name__ == "__main__":
    with patch.object(extraction, "StanzaParser", partial(StanzaParser, pipeline=FlatPipeline())):
        sys.exit(main())
