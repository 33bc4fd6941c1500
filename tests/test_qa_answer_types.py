"""What a question asks for, what holds it, and which offices it names."""

import pytest

from qa.asking.answer_places import holds_type
from qa.asking.answer_types import AnswerType, asked_type
from qa.asking.organisations import named_organisations


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("パスワードの指摘事項はどのページか", "page"),
        ("給与費明細書は何頁から始まるか", "page"),
        ("Which page lists the carried-over expenses?", "page"),
        ("費用は国と市とで何割ずつ持ち合うのか", "percent"),
        ("前年度比で何％伸びたか", "percent"),
        ("何件の指摘があったか", "count"),
        ("妊娠何週に受けられるか", "count"),
        ("委託料はいくらか", "amount"),
        ("How much was requested?", "amount"),
        ("指針はいつ策定されたか", "date"),
        ("監査人は誰か", "person"),
        ("担当課を教えて", "organisation"),
        ("三層の対策とは", "definition"),
        ("補助金を返したのはなぜか", "reason"),
        ("セキュリティ研修の受講状況", "other"),
    ],
)
def test_the_type_asked_for(question: str, kind: AnswerType) -> None:
    assert asked_type(question) == kind


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("61,156千円を要求する", "amount", True),
        ("旅費\t782,100", "amount", True),
        ("１２億円", "amount", True),
        ("3件の指摘", "amount", False),
        ("執行率は94%", "percent", True),
        ("均等割１割", "percent", True),
        ("令和3年3月", "date", True),
        ("平成２６年", "date", True),
        ("指摘事項は22件", "count", True),
        ("情報システム課が所管する", "organisation", True),
        ("適切である", "count", False),
        ("適切である", "other", True),
    ],
)
def test_whether_a_text_holds_the_type(text: str, kind: AnswerType, held: bool) -> None:
    assert holds_type(text, kind) is held


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("秋田県包括外部監査のテーマ", {"秋田県"}),
        ("東京都と北海道の事例", {"東京都", "北海道"}),
        ("総務省の事業", {"総務省"}),
        ("県と市町村の負担、各市、本県、都道府県", set()),
        ("水道料金の件数", set()),
    ],
)
def test_offices_named(text: str, names: set[str]) -> None:
    assert named_organisations(text) == names
