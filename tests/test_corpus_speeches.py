"""Minutes: long speeches are sections of their own, short questions and answers stay together."""

import pytest

from corpus import split_sections
from corpus.structure.numbering import find_numbering
from tests.corpus_files import parsed_text

LONG = "この件については、台帳の整備を進めることが要るものと考えている。" * 20


@pytest.mark.parametrize(
    "line",
    [
        "○市長（森田 一郎） 説明します。",
        "〇議長（奥村）　開会します。",
        "○佐野委員　伺います。",
        "◆３番（川端君） 質問する。",
    ],
)
def test_who_speaks(line: str) -> None:
    numbering = find_numbering(line)
    assert numbering is not None and numbering.style == "発言"


@pytest.mark.parametrize("line", ["○窓口の見直し", "○課題（３点） 次のとおり", "○ 委員"])
def test_who_does_not(line: str) -> None:
    numbering = find_numbering(line)
    assert numbering is None or numbering.style != "発言"


def test_a_long_speech_is_a_section_and_what_follows_is_not_the_speakers() -> None:
    text = (
        "△日程第１ 一般質問\n○議長（奥村） 質問を許します。\n"
        f"○森田議員　{LONG}\n○市長（佐野） お答えします。\n○議長（奥村） 以上です。\n"
    )
    assert [section.headings for section in split_sections(parsed_text(text))] == [
        ("△日程第１ 一般質問",),
        ("△日程第１ 一般質問", "○森田議員"),
        ("△日程第１ 一般質問",),
    ]


def test_a_list_of_the_agenda_makes_no_sections() -> None:
    text = "議事日程\n日程第１ 会期の決定\n日程第２ 一般質問\n日程第３ 閉会\n会議に付した事件は以上である。\n"
    assert [section.headings for section in split_sections(parsed_text(text))] == [()]
