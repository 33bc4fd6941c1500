"""A pack in, an Excel file out."""

from tenkyo.packs.excel.workbook import write_excel

__all__ = ["write_excel"]
