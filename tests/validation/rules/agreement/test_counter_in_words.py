import pytest

from tests.small import tables
from validation.rules.agreement.counter_in_words import COUNTER_IN_WORDS

ORGANISATIONS = """
    organisation,name,short_name,kind
    CO,The Counters,Counters,ngo
    NGO-TWO,Prison Watch,,ngo
    GOV,The Government,,government"""
OTHERS = "\na,NGO-TWO,2024-01-02,5,so many\na,GOV,2024-01-02,6,so many"


def find(words, counter="CO"):
    rows = f'a,{counter},2024-01-31,100,"{words}"{OTHERS}'
    return COUNTER_IN_WORDS.findings(
        tables(
            organisations=ORGANISATIONS,
            observations=f"source_id,counted_by,period_end,value,locator\n{rows}",
        )
    )


def test_words_that_name_another_counter_are_found():
    (found,) = find("100 people, according to Prison Watch")
    assert (found.lines, found.value) == ((2,), "CO")
    assert "printed with Prison Watch" in found.message


@pytest.mark.parametrize(
    "words",
    [
        "100 people, says Counters",
        "The Counters and Prison Watch agree on 100",
        "100 people, in Prison Watching",  # no whole word
        "100 people whom The Government holds",  # who takes part is no counter by being named
        "100 people",
    ],
)
def test_own_name_no_name_and_names_of_those_who_take_part_are_sound(words):
    assert not find(words)


def test_the_other_counter_under_its_own_name_is_sound():
    assert not find("100 people, according to Prison Watch", counter="NGO-TWO")
