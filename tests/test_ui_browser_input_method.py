"""The Enter that ends a composition belongs to the input method; the next one is the user's."""

from dataclasses import dataclass

import pytest

from tests.input_method import compose
from tests.visits import Visit, address_of, settled

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

MEANT = 700
"""How long the app has to send what it should not, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to type into: the page it is on, its name for readers, the parameter its Enter writes."""

    path: str
    label: str
    parameter: str


BOXES = (
    Box("/", "探したい語句や文章", "q"),
    Box("/ask", "質問", "q"),
    Box("/findings", "指摘事項の中から探す", "q"),
)


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.path)
def test_only_the_enter_after_a_composition_submits(visit: Visit, box: Box) -> None:
    page = visit(box.path)
    typed = page.get_by_role("main").get_by_label(box.label)
    settled(page)
    compose(page, typed, "三層")
    page.wait_for_timeout(MEANT)
    assert typed.input_value() == "三層"
    assert address_of(page) == {}

    typed.press("Enter")
    page.wait_for_url(f"**{box.parameter}=**")
    assert address_of(page)[box.parameter] == ["三層"]


def test_the_enter_that_ends_a_composition_leaves_a_draft_in_one_line(visit: Visit) -> None:
    page = visit("/findings?mode=precedents")
    draft = page.get_by_role("textbox").first
    settled(page)
    compose(page, draft, "三層")
    page.wait_for_timeout(MEANT)
    assert draft.input_value() == "三層"
    assert "draft" not in address_of(page)
