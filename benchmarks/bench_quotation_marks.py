"""How fast quotation marks are paired, and that the time grows linearly, on ordinary and on hostile text.

``python benchmarks/bench_quotation_marks.py`` prints a table: for each kind of text and each size the seconds of
processor time, megabytes (UTF-8) a second, and how the time per character grew from the smallest size (1.0 is linear).
``--megabytes`` sets the largest size; hostile texts that consist of nothing but marks go up to a quarter of it,
because every mark becomes an object. ``--only`` takes the texts whose names hold some words.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from typing import Final

from rich.console import Console
from rich.table import Table

from quotetrack.quotation_marks import pair

DENSE_NEWS: Final = (
    "Die Stadt Öhringen will die alte Brücke über die Ohrn bis zum Herbst 2027 ersetzen. Das teilte das "
    "Bauamt am Dienstag mit. „Die Schäden sind größer, als wir im Frühjahr angenommen hatten“, sagte die "
    "Amtsleiterin Anna Kern der „Hohenloher Post“. Der Gemeinderat hatte die Mittel im Mai freigegeben.\n\n"
    "Der Verkehr soll während der Arbeiten über die Nachbargemeinde geleitet werden. Dort regt sich "
    "Widerstand. „Wir tragen die Last“, sagte Ortsvorsteher Ott, „und niemand hat uns gefragt.“ Man habe "
    "das Schreiben ‚zur Kenntnis‘ genommen, hieß es dagegen aus dem Rathaus. Eine Sprecherin nannte die "
    "Kritik „verständlich, aber verfrüht“. Über die Umleitung entscheidet der Rat in der nächsten Sitzung. "
    "Rund 3.000 Fahrzeuge queren die Brücke nach Angaben des Amtes an einem Werktag.\n\n"
)
NEWS: Final = DENSE_NEWS + (
    "Die Brücke stammt aus dem Jahr 1962 und wurde zuletzt 1994 saniert. Damals kostete die Erneuerung der "
    "Fahrbahn umgerechnet rund 800.000 Euro. Seit 2019 dürfen Lastwagen über 7,5 Tonnen sie nicht mehr "
    "befahren, weil Prüfer in den Trägern Risse gefunden hatten. Eine Behelfsbrücke prüfte die Verwaltung, "
    "verwarf sie aber wegen der Kosten.\n\n"
    "Für den Neubau rechnet die Stadt mit drei Millionen Euro, von denen das Land gut die Hälfte übernimmt. "
    "Der Entwurf sieht breitere Gehwege und einen eigenen Streifen für Radfahrer vor. Weil der Bau in einem "
    "Schutzgebiet liegt, dürfen die Bagger erst nach der Brutzeit anrücken. Ein Büro aus dem Nachbarkreis "
    "begleitet die Arbeiten und zählt die Eisvögel am Ufer.\n\n"
    "Für Fußgänger bleibt während der ganzen Bauzeit ein Steg offen. Die Schulbusse fahren nach einem "
    "Sonderplan, der vor den Sommerferien in allen Haltestellen ausgehängt wird. Das Hallenbad und der "
    "Bauhof sind in dieser Zeit nur von Norden her zu erreichen. Auch der Wochenmarkt zieht um, er findet bis "
    "zum Ende der Arbeiten auf dem Platz vor der alten Mühle statt.\n\n"
)
"""News with a marked passage every 300 characters: as many as the densest of the articles that we measured."""

HOSTILE: Final[dict[str, Callable[[int], str]]] = {
    "openers only": lambda size: "„" * size,
    "closers only": lambda size: "“" * size,
    "openers and closers in turn": lambda size: "„“" * (size // 2),
    "openers, then closers": lambda size: "„a" * (size // 4) + "“ " * (size // 4),
    "openers, then closers of another kind": lambda size: "„ a" * (size // 6) + "a« " * (size // 6),
    "an opener a paragraph": lambda size: "„a.\n\n" * (size // 5),
    "five openers a paragraph": lambda size: "„»‚›,,a.\n\n" * (size // 10),
    "every kind in turn": lambda size: "„“”\"«»‹›‚‘’'`´" * (size // 14),
    "single marks": lambda size: "'a " * (size // 3),
    "ASCII marks": lambda size: '"a ' * (size // 3),
    "apostrophes": lambda size: "a's' " * (size // 5),
    "nothing but apostrophes": lambda size: "'" * size,
    "apostrophes with spaces": lambda size: "' " * (size // 2),
    "one paragraph without marks": lambda size: ("Die Stadt baut die alte Brücke neu und sperrt sie. " * (size // 50))[
        :size
    ],
    "spaces": lambda size: " " * size,
    "openers before clauses that report": lambda size: "„Wir bauen, sagte Ott. " * (size // 23),
    "openers before clauses that might": lambda size: "„Wir, wir, wir, wir, wir " * (size // 25),
    "bullets": lambda size: "»a\n" * (size // 3),
    "left-out beginnings": lambda size: "'Das 'ne Frage' " * (size // 16),
    "turned apostrophes": lambda size: "‚ging‘s " * (size // 8),
    "line ends": lambda size: "\n" * size,
    "spaces between marks": lambda size: ("„" + " " * 998 + "“") * (size // 1000),
    "invisible characters between marks": lambda size: ("„" + "\N{SOFT HYPHEN}" * 998 + "“") * (size // 1000),
    "one space after another": lambda size: "„" + " " * size + "“",
    "brackets and dashes between passages": lambda size: "„a“ – a „a“ (a „a“, a, " * (size // 24),
    "commas": lambda size: ",," * (size // 2),
}
DENSE: Final = frozenset({"openers only", "closers only", "openers and closers in turn", "every kind in turn"})


def news(size: int, piece: str = NEWS) -> str:
    """Return ordinary news text of so many characters."""
    return (piece * (size // len(piece) + 1))[:size]


def dense_news(size: int) -> str:
    """Return news with a marked passage every 130 characters."""
    return news(size, DENSE_NEWS)


def seconds(text: str) -> float:
    """Return how much processor time pairing the text takes, whatever else the machine does."""
    gc.collect()
    start = time.process_time()
    pair(text)
    return time.process_time() - start


def rows(name: str, text_of: Callable[[int], str], sizes: list[int]) -> Iterator[tuple[str, ...]]:
    """Yield a line of the table for each size."""
    smallest: float | None = None
    for size in sizes:
        text = text_of(size)
        took = seconds(text)
        per_character = took / len(text)
        smallest = per_character if smallest is None else smallest
        megabytes = len(text.encode()) / 1e6
        yield (
            name,
            f"{len(text):,}",
            f"{took:.2f}",
            f"{megabytes / took:.1f}",
            f"{per_character / smallest:.2f}",
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10.0, help="the largest text, in millions of characters")
    parser.add_argument("--only", default="", help="a part of the names of the texts to measure")
    asked = parser.parse_args()
    largest = int(asked.megabytes * 1_000_000)
    table = Table("text", "characters", "seconds", "MB/s", "growth")
    for name, text_of in {"ordinary news": news, "news full of quotations": dense_news, **HOSTILE}.items():
        if asked.only not in name:
            continue
        top = largest // 4 if name in DENSE else largest
        for row in rows(name, text_of, [top // 16, top // 4, top]):
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
