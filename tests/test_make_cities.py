"""The list of cities is made of names that tell a state."""

from __future__ import annotations

import pytest

from make_cities import states_by_city

CODES = {"NO": "Norwegen", "DE": "Deutschland", "ES": "Spanien", "VE": "Venezuela", "AR": "Argentinien"}


@pytest.mark.parametrize(
    ("cities", "expected"),
    [
        ([("Kiel", "DE", 247_000)], {"Kiel": "Deutschland"}),
        ([("Bergen", "NO", 213_000), ("Bergen", "DE", 15_000)], {"Bergen": "Norwegen"}),
        ([("Valencia", "ES", 800_000), ("Valencia", "VE", 1_400_000)], {"Valencia": "Spanien"}),
        ([("Córdoba", "ES", 325_000), ("Córdoba", "AR", 2_100_000)], {}),
        ([("Vigo", "ES", 90_000)], {}),
        ([("Lille", "FR", 236_000)], {}),
    ],
)
def test_a_name_that_several_states_share_is_left_out(
    cities: list[tuple[str, str, int]], expected: dict[str, str]
) -> None:
    """The state is that of a large city, or of the only European one, and none where readers could mean two."""
    source = [{"name": name, "countrycode": code, "population": people} for name, code, people in cities]

    assert states_by_city(source, CODES, frozenset({"NO", "DE", "ES", "FR"})) == expected
