"""Visits to the app in a real browser, and what the tests of its pages do there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

Visit = Callable[..., "Page"]

PATIENCE = 30_000
"""The longest that anything may take to appear, in milliseconds."""

SETTLED = """() =>
  document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
  && !document.querySelector("[data-testid=stSkeleton], [data-testid=stAppSkeleton]")"""


@contextmanager
def visiting(browser: "Browser", address: str) -> Iterator[Visit]:
    """What opens paths of the app at `address`, each in a context of its own. In the end no other host may
    have been asked for anything, and no script may have failed."""
    visits = Visits(browser, address)
    try:
        yield visits.go
    finally:
        visits.close()
    visits.check()


class Visits:
    """The visits of one test, with what was asked and what failed during them."""

    def __init__(self, browser: "Browser", address: str) -> None:
        self._browser = browser
        self._address = address
        self._contexts: list[BrowserContext] = []
        self._asked: list[str] = []
        self._faults: list[str] = []

    def go(self, path: str = "/", **options: Any) -> "Page":
        """The page at a path, whole; the options are those of playwright's new_context."""
        usual = {"locale": "ja-JP", "viewport": {"width": 1440, "height": 900}}
        context = self._browser.new_context(**usual | options)
        self._contexts.append(context)
        context.on("request", lambda request: self._asked.append(request.url))
        context.on("weberror", lambda error: self._faults.append(str(error.error)))
        context.on("console", self._hear)
        context.on("page", self._watch_sockets)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(self._address + path)
        page.get_by_role("heading", level=1).wait_for()
        settled(page)
        return page

    def close(self) -> None:
        """Ends all visits. A page that failed is a fault, and one in which a document's script has run."""
        for context in self._contexts:
            for page in context.pages:
                if page.evaluate("window.hacked"):
                    self._faults.append("a script out of a document has run")
                self._faults += page.get_by_test_id("stException").all_inner_texts()
            context.close()

    def check(self) -> None:
        """Fails where another host was asked for anything, or a script failed."""
        own = (self._address + "/", "data:", "blob:")
        strangers = {url for url in self._asked if not url.startswith(own)}
        assert self._asked, "nothing was visited"
        assert not strangers, strangers
        assert not self._faults, self._faults

    def _hear(self, said: "ConsoleMessage") -> None:
        # A page below the root (/ask) makes Streamlit look for its server there before it looks at the root.
        # The picture of a page that was left before it came is gone from Streamlit's store.
        heard = f"{said.text} ({said.location['url']})"
        if said.type == "error" and not any(place in heard for place in ("/_stcore/", "/media/")):
            self._faults.append(heard)

    def _watch_sockets(self, page: "Page") -> None:
        page.on("websocket", lambda socket: self._asked.append(socket.url.replace("ws:", "http:", 1)))


def search_for(page: "Page", query: str) -> None:
    """Types a query (or a question) and presses Enter."""
    box = page.get_by_role("searchbox")
    box.fill(query)
    box.press("Enter")
    page.locator(".t-count").wait_for()


def settled(page: "Page") -> None:
    """Waits until Streamlit has run the whole page and shows all of it. It fetches the code of controls as
    they come: those further down may be there before those above."""
    page.wait_for_function(SETTLED)


def address_of(page: "Page") -> dict[str, list[str]]:
    """The parameters of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def picture(page: "Page") -> "Locator":
    """The pictures of pages."""
    return page.get_by_test_id("stImage").locator("img")
