"""A Report in, a page of Markdown and one of HTML for the people who decide by it out."""

from eval.reporting.writing import write_report

__all__ = ["write_report"]
