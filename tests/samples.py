"""The articles that the tests read: those of our own, and those beside the checkout where there are any.

Of the two hundred open articles of the speakers it is every second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from quotetrack.articles import Article, read

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "data"
ARTICLES: Final = DATA / "articles"
SHARED_ARTICLES: Final = ROOT.parent / "shared" / "articles"

_OPEN: Final = DATA / "speakers" / "open" / "articles"
_FOLDERS: Final = (ARTICLES, _OPEN, DATA / "speakers" / "sealed" / "articles")


def _samples() -> Iterator[Article]:
    shared = [SHARED_ARTICLES] if SHARED_ARTICLES.is_dir() else []
    for folder in (*_FOLDERS, *shared):
        for path in sorted(folder.glob("*.txt"))[:: 2 if folder == _OPEN else 1]:  # all would take minutes
            for article in read([path]):
                assert isinstance(article, Article)
                yield article


SAMPLES: Final[Mapping[str, Article]] = {article.id: article for article in _samples()}


def read_shared() -> dict[str, Article]:
    """Return the articles beside the checkout by their ids."""
    found = read(sorted(SHARED_ARTICLES.glob("*.txt")))
    return {article.id: article for article in found if isinstance(article, Article)}
