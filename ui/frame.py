"""What every page stands in: its look, its language, and the library it reads."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import streamlit as st

from tenkyo.errors import NoLibraryYetError, TenkyoError
from ui.chrome import translate_controls
from ui.language import JAPANESE, choose_language, language_now
from ui.links import show_link
from ui.marking import marked
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

STYLES = tuple(Path(__file__).parent / name for name in ("style.css", "print.css"))

KEYBOARD = Path(__file__).with_name("keyboard.js")


def dress() -> None:
    """Puts the style sheets and the page's language in place."""
    for style in STYLES:
        st.html(style)
    language = f"document.documentElement.lang = '{language_now()}';"
    script = f"<script>{language}\n{KEYBOARD.read_text(encoding='utf-8')}</script>"
    st.html(script, unsafe_allow_javascript=True)
    translate_controls()


def show_title(title: str, lead: str) -> None:
    """The page's heading and, unless something is asked already, one line on what it is for."""
    line = "" if st.query_params.get("q") else f"<p>{marked(lead)}</p>"
    st.html(f'<header class="t-head"><h1>{marked(title)}</h1>{line}</header>')


def opened_application() -> "Application":
    """The application with its library open. Where it cannot be opened, says why and ends the page."""
    try:
        with st.spinner(words().app.opening):
            return _open_once()
    except TenkyoError as error:
        _end_closed(error)


def opened_or_none() -> "Application | None":
    """The same, None where nothing was brought in yet."""
    try:
        with st.spinner(words().app.opening):
            return _open_once()
    except NoLibraryYetError:
        return None
    except TenkyoError as error:
        _end_closed(error)


def _end_closed(error: TenkyoError) -> NoReturn:
    st.html(f'<h2 class="t-h2">{marked(words().app.library_closed)}</h2>')
    show_error(told(error))
    show_how_to_index()
    st.stop()


@st.cache_resource(show_spinner=False)
def _open_once() -> "Application":
    # Imported here because it brings the model's libraries: the page shows itself before they are loaded.
    from tenkyo.assembly import open_application

    application = open_application()
    application.warm_up()
    return application


def show_error(sentence: str) -> None:
    """A sentence that may name what a user or a file said, as text."""
    st.html(f'<p class="t-note t-error" role="alert">{marked(sentence)}</p>')


def told(error: TenkyoError) -> str:
    """What an error says, in the language on the screen."""
    return error.japanese if language_now() == JAPANESE else str(error)


def show_note(sentence: str) -> None:
    """A quiet sentence of the app's own."""
    st.html(f'<p class="t-note" role="status">{marked(sentence)}</p>')


def show_how_to_index() -> None:
    """How a library gets its documents: from the page of documents, or by the command line."""
    show_link("library", "", words().library.first_link, icon=":material/upload_file:")
    show_note(words().app.library_how)
    st.code(words().app.library_command, language=None)


def show_empty_library(application: "Application") -> bool:
    """Whether the library holds nothing yet; says so, and how to fill it."""
    if application.index.status().documents:
        return False
    show_error(words().app.library_empty)
    show_how_to_index()
    return True


@contextmanager
def working(sentence: str) -> Iterator[None]:
    """A sign of progress while something takes its time; a failure ends in one sentence, never in a trace.

    A ValueError passes: it says that the query cannot be searched, and the page tells why.
    """
    try:
        with st.spinner(sentence):
            yield
    except ValueError:
        raise
    except Exception as error:
        _tell_failure(error)
        st.stop()


@contextmanager
def telling_failures() -> Iterator[None]:
    """Whatever fails in a page ends in one sentence, in the language on the screen: the library's folder may
    go away while it is read."""
    try:
        yield
    except Exception as error:
        _tell_failure(error)


def _tell_failure(error: Exception) -> None:
    if isinstance(error, TenkyoError):
        show_error(told(error))
        return
    logging.getLogger(__name__).error("a page of the app failed", exc_info=error)
    show_error(words().app.unexpected)


def show_footer() -> None:
    """What stands under every page, also one that ended early."""
    with st.container(horizontal=True, horizontal_alignment="right", key="footer"):
        choose_language(words().app.language)
