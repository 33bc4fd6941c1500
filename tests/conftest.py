"""Fixtures that tests of several packages share."""

import pytest

from tests.tiny_encoder import TinyEncoder


@pytest.fixture
def tiny_encoder() -> TinyEncoder:
    """An encoder that needs no model."""
    return TinyEncoder()
