"""A hit in, the page to turn to out, in words."""

from index.types import Hit


def name_page(hit: Hit) -> str:
    """The printed page with the file's in brackets, the file's alone, or "" for a file without pages."""
    label = hit.passage.page_labels[0] if hit.passage.page_labels else ""
    numbers = hit.passage.page_numbers
    file_page = numbers[0] if hit.document.page_count and numbers else None
    if label:
        return f"{label}ページ" + (f"（PDF {file_page}ページ）" if file_page else "")
    return f"PDF {file_page}ページ" if file_page else ""
