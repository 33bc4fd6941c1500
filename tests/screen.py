"""A page over a fake application, run by streamlit's AppTest, and what can be read off it."""

import sys
from types import ModuleType

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tenkyo.errors import TenkyoError
from tests.fake_application import FakeApplication


def serve(monkeypatch: pytest.MonkeyPatch, made: FakeApplication | TenkyoError) -> None:
    """Lets the pages open this application, or fail with this error."""

    def open_application() -> FakeApplication:
        if isinstance(made, TenkyoError):
            raise made
        return made

    assembly = ModuleType("tenkyo.assembly")
    assembly.open_application = open_application  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tenkyo.assembly", assembly)
    st.cache_resource.clear()
    st.cache_data.clear()


def search_page() -> None:
    from ui.search.page import show_search_page

    show_search_page()


def ask_page() -> None:
    from ui.ask.page import show_ask_page

    show_ask_page()


def library_page() -> None:
    from ui.library.page import show_library_page

    show_library_page()


def at(page: object, /, **address: str | list[str]) -> AppTest:
    """The page at an address."""
    test = AppTest.from_function(page, default_timeout=20)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def bodies(test: AppTest) -> list[str]:
    """The page's own pieces of HTML."""
    assert not test.exception, test.exception
    return [block.proto.body for block in test.get("html")]


def seen(test: AppTest) -> str:
    """What the page's own HTML says, but for the program's scripts and styles."""
    return "\n".join(body for body in bodies(test) if not body.startswith(("<script>", "<style>")))


def labels(test: AppTest) -> list[str]:
    return [button.label for button in test.button]


def links(test: AppTest) -> dict[str, str]:
    """The links to pages: label to the page's name and what is asked there."""
    found = [link.proto for link in test.get("page_link")]
    return {link.label: f"{link.page}?{link.query_string}" for link in found}


def press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label == label).click().run()
