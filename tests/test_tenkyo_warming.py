"""The first search is made before anybody asks, and what it loaded is left out of garbage collection."""

import gc
import threading
from collections.abc import Iterator

import pytest

from tenkyo.warming import start_warming
from tests.fake_application import FakeIndex


class Watched(FakeIndex):
    def search(self, *asked: object, **wanted: object) -> list[object]:
        self.asked = asked
        raise RuntimeError("the library is gone")


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_the_first_search_loads_is_never_collected_again() -> None:
    index = Watched()
    before = gc.get_freeze_count()
    start_warming(index)
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join(20)
    assert index.asked == ("文書",)
    assert gc.get_freeze_count() > before
