"""A record as plain values that fit in JSON, and back."""

import datetime
from dataclasses import fields
from typing import Any

from search.records import SearchRecord

NAMES = tuple(field.name for field in fields(SearchRecord))
SEVERAL = ("keywords", "themes", "tags", "countries", "organisation_types")


def packed(record: SearchRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in NAMES}
    values["date"] = record.date.isoformat() if record.date else None
    return values


def unpacked(values: Any) -> SearchRecord:
    """Also what code with other fields has packed, which a deployment leaves for a while."""
    day = values.get("date")
    known = {name: values[name] for name in NAMES if name in values}
    several = {name: tuple(values.get(name, ())) for name in SEVERAL}
    details = tuple((icon, text) for icon, text in values.get("details", ()))
    date = datetime.date.fromisoformat(day) if day else None
    return SearchRecord(**known | several | {"details": details, "date": date})
