"""A report of `tenkyo eval` in; what is kept of it beside the library, for people to read, out."""

from tenkyo.reports.keeping import keep_report, kept_reports, read_report, reports_folder
from tenkyo.reports.types import KeptReport, ReportName

__all__ = ["KeptReport", "ReportName", "keep_report", "kept_reports", "read_report", "reports_folder"]
