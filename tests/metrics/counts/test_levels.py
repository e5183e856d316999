"""Which places are counted beside each other."""

from __future__ import annotations

from metrics.counts.levels import levels_around, levels_of
from tests.small import dataset, observations, sources

# A country with two provinces and a district of its own, two districts in one of them, and a second country.
PLACES = """
    place,kind,parent,name
    XX,country,,Ruritania
    XX-1,province,XX,North
    XX-2,province,XX,South
    XX-C,district,XX,Capital
    XX-1A,district,XX-1,Upper
    XX-1B,district,XX-1,Lower
    XX-unknown,unknown,XX,Place not known
    YY,country,,Borduria
"""
WORLD = dataset(
    observations("a, arrested, XX-1, total, 2024-01-31, 10, exact"),
    sources("a, CO, 2024-02-01"),
    places=PLACES,
)


def codes(place: str) -> list[str]:
    return [level.code for level in levels_around(WORLD, place)]


def test_parts_of_a_place_what_lies_deeper_and_what_lies_in_nothing() -> None:
    levels = {code: (level.kind, level.places) for code, level in levels_of(WORLD).items()}
    assert levels == {
        "XX": ("", ("XX-1", "XX-2", "XX-C")),  # of two sorts
        "XX/district": ("district", ("XX-C", "XX-1A", "XX-1B")),
        "XX-1": ("district", ("XX-1A", "XX-1B")),
        "/country": ("country", ("XX", "YY")),
    }


def test_a_country_opens_by_its_parts_and_a_part_among_the_others() -> None:
    assert codes("XX") == ["XX", "XX/district", "/country"]
    assert codes("XX-1") == ["XX", "XX-1", "XX/district", "/country"]
    assert codes("XX-1A") == ["XX-1", "XX", "XX/district", "/country"]
    assert codes("YY") == ["/country"]


def test_provinces_that_lie_in_nothing_are_a_level_of_their_own() -> None:
    loose = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 10, exact"),
        sources("a, CO, 2024-02-01"),
        places="place,kind,parent,name\nXX,country,,Ruritania\nXX-1,province,,North\nXX-2,province,,South",
    )
    assert [level.code for level in levels_around(loose, "XX")] == ["/province"]


def test_a_country_in_the_world_opens_by_its_parts_and_prisons_are_no_parts_of_it() -> None:
    world = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 10, exact"),
        sources("a, CO, 2024-02-01"),
        places="""
            place,kind,parent,name
            XW,world,,World
            XX,country,XW,Ruritania
            XX-1,region,XX,North
            XX-2,region,XX,South
            XX-P1,institution,XX,First Prison
            XX-1-P2,institution,XX-1,Second Prison
        """,
    )
    assert levels_of(world)["XX"].places == ("XX-1", "XX-2")
    assert levels_of(world)["XX/institution"].places == ("XX-P1", "XX-1-P2")
    assert [level.code for level in levels_around(world, "XX")][:2] == ["XX", "XW"]
    assert next(level.code for level in levels_around(world, "XW")) == "XW"


def test_one_country_alone_is_no_level() -> None:
    alone = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 10, exact"),
        sources("a, CO, 2024-02-01"),
        places="place,kind,parent,name\nXX,country,,Ruritania",
    )
    assert not levels_of(alone)
    assert not levels_around(alone, "XX")
