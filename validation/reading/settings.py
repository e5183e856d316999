"""dataset.toml: what the tables are about, and the default question."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final

from validation.dataset import SETTINGS_FILE, Defaults, Identity, Origin, ReportingYear, Settings
from validation.findings import Finding, Severity, finding
from validation.models import codes
from validation.models.vocabularies import GRAINS, MEASURES_OF_FLOW, MEASURES_OF_STOCK, WORDS
from validation.reading.typed_values import FIRST_YEAR, LAST_YEAR

LATEST: Final = "latest"
MONTHS: Final = range(1, 13)
FEWEST_PARTS: Final = 2
# The codes that may be given up for others, by the parameter of an address.
REPLACEABLE: Final = ("metric", "place")

_TEXTS: Final = (
    "title",
    "name",
    "description",
    "version",
    "licence",
    "licence_url",
    "citation",
    "contact",
    "map_credit",
)
_PLAIN_DEFAULTS: Final = ("metric", "place", "counted_by", "detail")
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "grain": GRAINS,
    "measure_of_stock": MEASURES_OF_STOCK,
    "measure_of_flow": MEASURES_OF_FLOW,
}


class _Section:
    """One table of the file: hands out values by name, and notes what is missing, wrong or unknown."""

    def __init__(self, *, values: object, name: str, findings: list[Finding]) -> None:
        self.name = name
        self.findings = findings
        self.keys_read: set[str] = set()
        self.values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            self.fault(key="", value=values, attribute="a table of keys and values")

    def fault(self, *, key: str, value: object, attribute: str) -> None:
        column = ".".join(part for part in (self.name, key) if part)
        found = "it is missing" if value is None else f"it is `{value}`"
        message = f"`{column}` must be {attribute}: {found}"
        self.findings.append(
            finding(
                severity=Severity.ERROR,
                rule="settings",
                table=SETTINGS_FILE,
                column=column,
                value="" if value is None else str(value),
                message=message,
            )
        )

    def text(self, key: str) -> str:
        value = self._value(key)
        if isinstance(value, str):
            return value
        self.fault(key=key, value=value, attribute="a text in quotation marks")
        return ""

    def text_if_given(self, key: str) -> str:
        """A text that need not be there; empty where it is not."""
        return self.text(key) if key in self.values else ""

    def texts_if_given(self, key: str) -> tuple[str, ...]:
        """A list of texts that need not be there; empty where it is not."""
        return self.texts(key) if key in self.values else ()

    def choice(self, key: str, allowed: Collection[str]) -> str:
        value = self._value(key)
        if value not in allowed:
            self.fault(key=key, value=value, attribute=f"one of {', '.join(allowed)}")
        return str(value)

    def day(self, key: str) -> date:
        value = self._value(key)
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        if isinstance(value, date) and is_day and FIRST_YEAR <= value.year <= LAST_YEAR:
            return value
        years = f", from {FIRST_YEAR} to {LAST_YEAR}" if is_day else ", without quotation marks"
        self.fault(key=key, value=value, attribute=f"a day written as 2024-01-31{years}")
        return date.min

    def day_or_latest(self, key: str) -> date | None:
        return None if self._value(key) == LATEST else self.day(key)

    def month(self, key: str) -> int:
        value = self._value(key)
        if type(value) is int and value in MONTHS:
            return value
        self.fault(key=key, value=value, attribute="the number of a month, 1 to 12")
        return 1

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.fault(key=key, value=value, attribute="a list of texts")
        return ()

    def different_texts(self, key: str, *, what: str) -> tuple[str, ...]:
        texts = self.texts(key)
        if isinstance(self._value(key), list) and (not texts or len(set(texts)) < len(texts)):
            self.fault(key=key, value=list(texts), attribute=f"one or more different {what}")
        return texts

    def choice_if_given(self, key: str, allowed: Collection[str]) -> str:
        """One of the words, or empty where the key is not there."""
        return self.choice(key, allowed) if key in self.values else ""

    def words(self) -> dict[str, str]:
        """Codes with their words, whatever the codes are."""
        for key in self.values:
            if not re.fullmatch(codes.WORD, key):
                attribute = "a code of small letters, digits and underscores, as aged_18_to_20"
                self.fault(key=key, value=key, attribute=attribute)
        return {key: self.text(key) for key in self.values}

    def texts_by_key(self) -> dict[str, str]:
        """Texts by whatever keys there are."""
        return {key: self.text(key) for key in self.values}

    def section_if_given(self, key: str) -> _Section:
        """A table that need not be there; empty where it is not."""
        return self.section(key) if key in self.values else _Section(values={}, name=key, findings=[])

    def section(self, key: str) -> _Section:
        name = ".".join(part for part in (self.name, key) if part)
        return _Section(values=self._value(key), name=name, findings=self.findings)

    def sections(self, key: str) -> list[_Section]:
        """The repeated tables `[[key]]`; none where the key is not there."""
        found = self._value(key)
        items = found if isinstance(found, list) else [] if found is None else [found]
        return [
            _Section(values=item, name=f"{key}[{n}]", findings=self.findings) for n, item in enumerate(items)
        ]

    def close(self) -> None:
        """Report the keys that nothing reads: they are slips, or belong to another version."""
        for key in self.values.keys() - self.keys_read:
            column = ".".join(part for part in (self.name, key) if part)
            self.findings.append(
                finding(
                    severity=Severity.WARNING,
                    rule="settings",
                    table=SETTINGS_FILE,
                    column=column,
                    message=f"`keys` must be known: `{column}` is not, and was not used",
                )
            )

    def _value(self, key: str) -> object:
        self.keys_read.add(key)
        return self.values.get(key)


def read_settings(*, content: bytes) -> tuple[Settings | None, list[Finding]]:
    """The settings and their findings; None where anything needed cannot be read."""
    findings: list[Finding] = []
    try:
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"`the file` must be TOML in UTF-8: {error}"
        return None, [finding(severity=Severity.ERROR, rule="settings", table=SETTINGS_FILE, message=message)]
    settings = _settings(top=_Section(values=values, name="", findings=findings))
    broken = any(found.severity is Severity.ERROR for found in findings)
    return None if broken else settings, findings


def _settings(*, top: _Section) -> Settings:
    pages = top.section("pages")
    headlines = pages.different_texts("headline_metrics", what="metrics of metrics.csv")
    words = _words(section=top.section_if_given("words"))
    settings = Settings(
        **{key: top.text(key) for key in _TEXTS},
        origins=_origins(top=top),
        reporting_year=_reporting_year(top=top),
        defaults=_defaults(section=top.section("defaults"), words=words),
        words=words,
        headline_metrics=headlines,
        lead_metrics=_leads(section=pages, headlines=headlines),
        identities=tuple(_identity(section=item) for item in top.sections("identities")),
        replaced_by=_replaced_by(section=top.section_if_given("replaced_by")),
    )
    pages.close()
    top.close()
    return settings


def _leads(*, section: _Section, headlines: Collection[str]) -> tuple[str, ...]:
    leads = section.texts_if_given("lead_metrics")
    if not set(leads) <= set(headlines) or len(set(leads)) < len(leads):
        section.fault(key="lead_metrics", value=list(leads), attribute="different ones of headline_metrics")
    return leads


def _reporting_year(*, top: _Section) -> ReportingYear:
    named_by = top.choice_if_given("reporting_year_named_by", ("start", "end"))
    return ReportingYear(
        first_month=top.month("reporting_year_first_month"), named_by_its_end=named_by == "end"
    )


def _origins(*, top: _Section) -> tuple[Origin, ...]:
    """The usual origin, and those of other running totals: `[[origins]]` with `day` and `label`."""
    usual = Origin(day=top.day("origin"), label=top.text("origin_label"))
    others = []
    for section in top.sections("origins"):
        others.append(Origin(day=section.day("day"), label=section.text("label")))
        section.close()
    days = [usual.day, *(one.day for one in others)]
    if len(set(days)) < len(days):
        top.fault(key="origins", value=[str(day) for day in days], attribute="different days")
    return usual, *others


def _words(*, section: _Section) -> dict[str, dict[str, str]]:
    """The codes of group, sex and age: those that every data set has, and those of this one."""
    own = {column: section.section_if_given(column) for column in WORDS}
    section.close()
    return {column: {**WORDS[column], **own[column].words()} for column in WORDS}


def _replaced_by(*, section: _Section) -> dict[str, dict[str, str]]:
    """Codes of metrics and places that are gone, each with the code of today."""
    found = {parameter: section.section_if_given(parameter).texts_by_key() for parameter in REPLACEABLE}
    section.close()
    return found


def _defaults(*, section: _Section, words: Mapping[str, Mapping[str, str]]) -> Defaults:
    defaults = Defaults(
        **{key: section.text(key) for key in _PLAIN_DEFAULTS},
        **{key: section.choice(key, words[key]) for key in words},
        **{key: section.choice(key, allowed) for key, allowed in _CHOICES.items()},
        start=section.day("from"),
        end=section.day_or_latest("to"),
        known_on=section.day_or_latest("known_on"),
        edition=section.day_or_latest("edition"),
    )
    section.close()
    return defaults


def _identity(*, section: _Section) -> Identity:
    identity = Identity(
        whole=section.text("whole"),
        parts=section.texts("parts"),
        derive=section.text_if_given("derive"),
        derived_for=section.texts_if_given("derived_for"),
        derive_as=section.text_if_given("derive_as"),
    )
    names = {identity.whole, *identity.parts}
    if len(identity.parts) < FEWEST_PARTS or len(names) <= len(identity.parts):
        section.fault(key="parts", value=list(identity.parts), attribute="two or more different metrics")
    if identity.derive and identity.derive not in identity.parts:
        section.fault(key="derive", value=identity.derive, attribute="one of the parts")
    if identity.derive_as and (not identity.derive or identity.derive_as in names):
        attribute = "given together with `derive`, and another metric than those"
        section.fault(key="derive_as", value=identity.derive_as, attribute=attribute)
    if bool(identity.derive) != bool(identity.derived_for):
        attribute = "given together with `derive`: the counters for whom that part is worked out"
        section.fault(key="derived_for", value=list(identity.derived_for) or None, attribute=attribute)
    section.close()
    return identity
