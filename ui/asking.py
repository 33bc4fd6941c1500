"""What a page with a box begins with: what is asked, in which library, and how it was understood."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.active_filters import show_active_filters
from ui.address import Asked, asked_now
from ui.clicks import enable_clicks, sidebar_button
from ui.filters import choose_filters
from ui.frame import opened_application, show_empty_library, show_title
from ui.links import follow_links
from ui.personal_recent import show_recent
from ui.query_box import Box, ask_in
from ui.understood import show_understood
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


@dataclass(frozen=True, slots=True)
class Begun:
    """The library, what is asked of it, and the place beside the title for what the whole page offers."""

    application: "Application"
    asked: Asked
    aside: DeltaGenerator


def begin(title: str, lead: str, box: Box) -> Begun | None:
    """Shows all above the hits or the answer; None where nothing is asked.

    The filters are left to the page, which may know how much is found of each; where nothing is asked they
    stand here.
    """
    follow_links()
    enable_clicks()
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="title"
    ):
        show_title(title, lead)
        aside = st.container(horizontal=True, gap="small", width="content", key="aside")
    asked = ask_in(box)
    application = opened_application()
    if asked is None:
        choose_filters(application.index.facets())
        if not show_empty_library(application) and not asked_now().query:
            show_recent(application, box.name)
        return None
    show_active_filters(application, asked.filters)
    if not asked.like:
        show_understood(lambda: application.index.understand(asked.query, asked.without))
    aside.html(sidebar_button(words().asking.filters_shown), width="content")
    return Begun(application, asked, aside)
