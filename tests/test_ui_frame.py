"""What fails in a page: one sentence, never a trace."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen import seen


def failing_page() -> None:
    from ui.frame import telling_failures

    with telling_failures():
        raise OSError("the folder of the library is gone")


def refusing_page() -> None:
    from tenkyo.errors import TenkyoError
    from ui.frame import telling_failures

    with telling_failures():
        raise TenkyoError("no <library>", "文書庫が<ありません>。")


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (failing_page, "思いがけない不具合が起きました"),
        (refusing_page, "文書庫が&lt;ありません&gt;。"),
    ],
)
def test_a_page_that_fails_says_so_in_one_sentence(page: Callable[[], None], told: str) -> None:
    test = AppTest.from_function(page, default_timeout=20).run()
    assert not test.exception
    assert told in seen(test)
    assert "the folder of the library" not in seen(test)
