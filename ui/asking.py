"""What a page with a box begins with: what is asked, in which library, and how it was understood."""

from typing import TYPE_CHECKING

from ui.address import Asked
from ui.filters import choose_filters, show_active_filters
from ui.frame import opened_application, show_empty_library, show_title
from ui.query_box import Box, ask_in
from ui.understood import show_understood

if TYPE_CHECKING:
    from tenkyo.application import Application


def begin(title: str, lead: str, box: Box) -> "tuple[Application, Asked] | None":
    """Shows all above the hits or the answer; the library and what is asked of it, None where nothing is."""
    show_title(title, lead)
    asked = ask_in(box)
    application = opened_application()
    choose_filters(application.index.facets())
    if asked is None:
        show_empty_library(application)
        return None
    show_active_filters(asked.filters)
    show_understood(lambda: application.index.understand(asked.query, asked.without))
    return application, asked
