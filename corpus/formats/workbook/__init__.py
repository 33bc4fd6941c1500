"""A workbook in, its sheets as text and tables out."""
