"""dataset.toml names codes of the tables; a default that leads nowhere would make an empty first page."""

from validation.dataset import SETTINGS_FILE
from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_unknown_setting(tables: Tables) -> list[Finding]:
    """Codes in dataset.toml must be known: the default question must have an answer."""
    settings = tables.settings
    metrics, places = set(tables.metrics["metric"]), set(tables.places["place"])
    organisations = set(tables.organisations["organisation"])
    named = [
        ("defaults.metric", settings.defaults.metric, metrics, "metrics"),
        ("defaults.place", settings.defaults.place, places, "places"),
        ("defaults.counted_by", settings.defaults.counted_by, organisations, "organisations"),
        ("defaults.detail", settings.defaults.detail, {"", *tables.observations["detail"]}, "observations"),
        *(("pages.headline_metrics", metric, metrics, "metrics") for metric in settings.headline_metrics),
        *(
            ("identities", metric, metrics, "metrics")
            for identity in settings.identities
            for metric in filter(None, (identity.whole, *identity.parts, identity.derive_as))
        ),
        *(
            ("identities", counter, organisations, "organisations")
            for identity in settings.identities
            for counter in identity.derived_for
        ),
    ]
    homes = {"metric": (metrics, "metrics"), "place": (places, "places")}
    replaced = [
        (parameter, old, new)
        for parameter, codes in settings.replaced_by.items()
        for old, new in codes.items()
    ]
    named += [(f"replaced_by.{parameter}", new, *homes[parameter]) for parameter, _old, new in replaced]
    still_there = [
        _still_there(key=f"replaced_by.{parameter}", code=old, home=homes[parameter][1])
        for parameter, old, _new in replaced
        if old in homes[parameter][0]
    ]
    flows = set(tables.metrics.loc[tables.metrics["kind"] == "flow", "metric"])
    stocks = [one.derived for one in settings.identities if one.derived in metrics - flows]
    unknown = [
        _unknown(key=key, code=code, home=home) for key, code, known, home in named if code not in known
    ]
    return [*map(_stock_to_derive, stocks), *still_there, *unknown]


def _stock_to_derive(metric: str) -> Finding:
    """What is worked out from totals since the origin is such a total itself."""
    return finding(
        severity=Severity.ERROR,
        rule="unknown_setting",
        table=SETTINGS_FILE,
        column="identities",
        value=metric,
        message=f"what is worked out must be a flow of metrics.csv: `{metric}` is a stock",
    )


def _still_there(*, key: str, code: str, home: str) -> Finding:
    """A code that is in use cannot mean another one."""
    return finding(
        severity=Severity.ERROR,
        rule="unknown_setting",
        table=SETTINGS_FILE,
        column=key,
        value=code,
        message=f"`{key}` must name codes that are gone: `{code}` is in {home}.csv",
    )


def _unknown(*, key: str, code: str, home: str) -> Finding:
    return finding(
        severity=Severity.ERROR,
        rule="unknown_setting",
        table=SETTINGS_FILE,
        column=key,
        value=code,
        message=f"`{key}` must be known: `{code}` is not in {home}.csv",
    )
