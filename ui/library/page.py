"""文書: what can be searched, what could not be read, what is brought in and taken out."""

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings, read_settings
from ui.frame import opened_or_none, show_error, show_title, told, working
from ui.library.address import document_now
from ui.library.document_view import show_document
from ui.library.documents_table import show_documents
from ui.library.figures import show_figures
from ui.library.jobs_view import show_jobs
from ui.library.removed_view import carry_out, show_just_removed, show_removed
from ui.library.sources_view import show_sources
from ui.library.unread import show_unread
from ui.library.uploading import show_first_upload, show_upload
from ui.words import words


def show_library_page() -> None:
    """The page: one document where the address opens one, else the library as a whole."""
    show_title(words().app.library, "" if document_now() else words().library.library_lead)
    application = opened_or_none()
    carry_out()
    if application is None:
        _show_first()
    elif document_now():
        show_document(application)
    else:
        with working(words().app.opening):
            status = application.index.status()
        show_just_removed(application)
        show_figures(application.settings, status)
        show_upload(application.settings, application)
        show_jobs(application.settings, application)
        show_unread(application, status)
        show_documents(application)
        show_removed(application)
        show_sources(application.settings, status)


def _show_first() -> None:
    """The page before anything was brought in."""
    try:
        settings: Settings = read_settings()
    except TenkyoError as error:
        show_error(told(error))
        st.stop()
    show_first_upload(settings)
    show_jobs(settings, None)
