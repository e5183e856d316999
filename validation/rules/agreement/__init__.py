"""Whether published counts agree with each other: one rule a file, in the order in which pages list them."""

from __future__ import annotations

from typing import Final

from validation.comparisons.rule import Rule
from validation.rules.agreement.bound_below_total import BOUND_BELOW_TOTAL
from validation.rules.agreement.contained_period import CONTAINED_PERIOD
from validation.rules.agreement.counter_in_words import COUNTER_IN_WORDS
from validation.rules.agreement.doubtful_document import DOUBTFUL_DOCUMENT
from validation.rules.agreement.falling_difference import FALLING_DIFFERENCE
from validation.rules.agreement.falling_total import FALLING_TOTAL
from validation.rules.agreement.nationalities_sum import NATIONALITIES_SUM
from validation.rules.agreement.number_of_title import NUMBER_OF_TITLE
from validation.rules.agreement.part_above_whole import PART_ABOVE_WHOLE
from validation.rules.agreement.parts_sum import PARTS_SUM
from validation.rules.agreement.release_above_rise import RELEASE_ABOVE_RISE
from validation.rules.agreement.repeated_value import REPEATED_VALUE
from validation.rules.agreement.spike import SPIKE
from validation.rules.agreement.total_below_bound import TOTAL_BELOW_BOUND
from validation.rules.agreement.two_values import TWO_VALUES

RULES: Final[tuple[Rule, ...]] = (
    PART_ABOVE_WHOLE,
    CONTAINED_PERIOD,
    PARTS_SUM,
    NATIONALITIES_SUM,
    FALLING_TOTAL,
    FALLING_DIFFERENCE,
    RELEASE_ABOVE_RISE,
    TWO_VALUES,
    TOTAL_BELOW_BOUND,
    BOUND_BELOW_TOTAL,
    REPEATED_VALUE,
    SPIKE,
    NUMBER_OF_TITLE,
    COUNTER_IN_WORDS,
    DOUBTFUL_DOCUMENT,
)
