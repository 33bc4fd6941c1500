"""Japanese names in Latin letters."""

import pytest

from index.text.romaji import romanise
from index.understanding.names import romanised_names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("小樽", "otaru"),
        ("大船渡", "ofunato"),
        ("高知", "kochi"),
        ("札幌", "sapporo"),
        ("鳥取", "tottori"),
        ("新宿", "shinjuku"),
        ("京都", "kyoto"),
        ("別府", "beppu"),
    ],
)
def test_names_are_written_as_on_road_signs(name: str, written: str) -> None:
    assert romanise(name) == written


def test_what_the_dictionary_cannot_read_has_no_name() -> None:
    assert romanise("☆☆") is None


def test_issuers_are_asked_for_by_the_name_of_their_place() -> None:
    names = romanised_names(("小樽市", "内閣府政策統括官", "総務省"))
    assert names.wordings_of(["otaru"]) == ("小樽市", "小樽")
    assert len(names.terms) == 1
