"""Kept reports on disk: a file each in a folder of the library's own, the newest few."""

import logging
import os
import re
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.report import Report
from tenkyo.reports.slimming import slim
from tenkyo.reports.types import KeptReport, ReportName

MOST_KEPT = 10
"""How many reports are kept; the oldest go first."""

NAME = re.compile(r"\d{8}T\d{12}Z")
"""A report's name: the moment it was made, to the microsecond."""

ADAPTER = TypeAdapter(KeptReport)


def reports_folder(data: Path) -> Path:
    """Where the reports on the library in a folder are kept."""
    return data / "reports"


def keep_beside(data: Path, report: Report) -> None:
    """Keep a report beside the library in a folder; where nothing can be written there, say so in the log."""
    try:
        keep_report(reports_folder(data), report, datetime.now(UTC))
    except OSError as error:
        logging.getLogger(__name__).warning("the report cannot be kept in %s: %s", data, error)


def keep_report(folder: Path, report: Report, made: datetime) -> KeptReport:
    """Keep a report that was made at some moment, and drop the oldest beyond ten."""
    kept = slim(report, made.astimezone(UTC))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{kept.made:%Y%m%dT%H%M%S%fZ}.json"
    fresh = path.with_suffix(".new")
    fresh.write_bytes(ADAPTER.dump_json(kept))
    os.replace(fresh, path)  # noqa: PTH105
    for old in _paths(folder)[MOST_KEPT:]:
        old.unlink(missing_ok=True)
    return kept


def kept_reports(folder: Path) -> tuple[ReportName, ...]:
    """The reports that can be read, the newest first."""
    read = ((path.stem, read_report(folder, path.stem)) for path in _paths(folder))
    return tuple(ReportName(name, report.made, report.target) for name, report in read if report)


def read_report(folder: Path, name: str) -> KeptReport | None:
    """A kept report by its name; None where there is none, or what is there is none."""
    if not NAME.fullmatch(name):
        return None
    try:
        return ADAPTER.validate_json((folder / f"{name}.json").read_bytes())
    except (OSError, ValidationError):
        return None


def _paths(folder: Path) -> list[Path]:
    """The files of reports, the newest first."""
    return sorted((path for path in folder.glob("*.json") if NAME.fullmatch(path.stem)), reverse=True)
