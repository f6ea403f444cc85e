"""How the documentation is built: ``sphinx-build -n -T -W docs docs/_build/html``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

from quotetrack._version import __version__

project = "quotetrack"
author = "The quotetrack maintainers"
copyright = "2026, The quotetrack maintainers"
version = release = __version__

extensions = ["sphinx.ext.autodoc", "generated_pages"]
html_theme = "furo"
html_title = f"quotetrack {version}"
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": True}
python_use_unqualified_type_names = True

nitpicky = True
# What other projects document, or what only names a type.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections\.abc|pathlib|typing|argparse|collections|types|datetime|io|rich|jsonlines|regex)\..*"),
    (r"py:.*", r"(Any|BinaryIO|Path|Iterable|Iterator|Mapping|Sequence|Callable|Literal|Self|Final|Counter)"),
    (r"py:.*", r"(MappingProxyType|Family|SpeakerKind|Gender)"),
    (
        r"py:.*",
        r"(str|int|float|bool|bytes|object|tuple|list|dict|frozenset|set|type|None|ValueError|OSError|TypeError)",
    ),
    (r"py:.*", r"(SystemExit|Protocol|Exception|contextlib\..*|optional|string|Set|TextIO|Generator)"),
]
