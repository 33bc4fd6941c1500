"""Where answers of a type stand in a text."""

import pytest

from qa.asking.answer_places import answer_places, counts_in_units, holds_type, type_places
from qa.asking.answer_types import AnswerType


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("61,156千円を要求する", "amount", ["61,156千円"]),
        ("旅費\t782,100", "amount", ["782,100"]),
        ("費用は48億1,236万5千円である", "amount", ["48億1,236万5千円"]),
        ("２，３６４百万円の限度額", "amount", ["２，３６４百万円"]),
        ("減額は△120百万円", "amount", ["△120百万円"]),
        ("対象は1,122人", "amount", []),
        ("執行率は94%で２割に満たない", "percent", ["94%", "２割"]),
        ("三割を県が、3分の2を国が負う", "percent", ["三割", "3分の2"]),
        ("指摘事項は22件、意見は三つ", "count", ["22件", "三つ"]),
        ("令和3年3月1日から第3回まで", "count", []),
        ("元年度に始まり令和元年10月に終わる", "date", ["令和元年10月"]),
        ("Ｒ４.２.１現在、平成２６年度末まで", "date", ["Ｒ４.２.１", "平成２６年度末"]),
        ("毎年4月に、30日以内に改める", "date", ["毎年4月", "30日以内"]),
        ("山野氏が総務課長に説明した", "person", ["山野氏", "総務課長"]),
        ("総務部情報政策課が所管する", "organisation", ["総務部情報政策課"]),
        ("契約の相手方\t北嶺システム開発株式会社\t随意契約", "company", ["北嶺システム開発株式会社"]),
        ("青葉（株）と有限会社山川に委託する", "company", ["青葉（株）", "有限会社山川"]),
        ("委託事業者の端末が感染した", "company", []),
        ("法第5条第1項第2号による", "article", ["第5条第1項第2号"]),
    ],
)
def test_typed_answers_are_found_as_they_stand(text: str, kind: AnswerType, found: list[str]) -> None:
    assert [text[start:end] for start, end in type_places(text, kind)] == found


def test_a_count_in_the_unit_asked_for_goes_before_others() -> None:
    text = "職員214人が、端末86台のうち３台を使った"
    assert [text[slice(*place)] for place in answer_places(text, ("count",), {"台"})] == ["86台", "３台"]
    assert [text[slice(*place)] for place in answer_places(text, ("count",), {"本"})] == [
        "214人",
        "86台",
        "３台",
    ]
    assert counts_in_units(text, {"本"}) == []


def test_what_the_question_says_itself_answers_nothing() -> None:
    text = "令和4年度に始まり、令和5年9月に終わる"
    places = answer_places(text, ("date",), (), "令和4年度の工事はいつ終わるか")
    assert [text[slice(*place)] for place in places] == ["令和5年9月"]


def test_a_name_ends_in_the_noun_that_is_asked_for() -> None:
    text = "止まったのは文書管理システムで、システムの更新後に戻った"
    places = answer_places(text, ("name",), (), "止まったのはどのシステムか")
    assert [text[slice(*place)] for place in places] == ["文書管理システム"]


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("会長\t白石 恒彦", "会長は誰か", ["白石 恒彦"]),
        ("課長の早坂文彦、補助者の立花佐和子", "補助者は誰か", ["早坂文彦", "立花佐和子"]),
        ("佐久間 隆 議員が質問した", "質問した議員は誰か", ["佐久間 隆"]),
        ("作曲家のグスタフ・マーラーである", "作曲したのは誰か", ["グスタフ・マーラー"]),
        ("松山市の職員が確かめる", "確かめるのは誰か", []),
        ("総務部長が代わって決める", "誰が決めるか", ["総務部長"]),
        ("総務部長が代わって決める", "決める者の氏名", []),
        ("責任を負う者をいう", "責任を負うのは誰か", []),
    ],
)
def test_a_person_is_named_or_told_by_the_post(text: str, question: str, found: list[str]) -> None:
    places = answer_places(text, ("person",), (), question)
    assert [text[slice(*place)] for place in places] == found


def test_every_text_holds_the_types_that_look_like_nothing() -> None:
    assert holds_type("適切である", "other")
    assert holds_type("適切である", "page")
    assert not holds_type("適切である", "count")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("⁸ CISO：最高情報セキュリティ責任者の略。", True),
        ("CISOとは、責任を負う者をいう。", True),
        ("(3) CISO 組織の責任を負う者をいう。", True),
        ("CISO\t責任を負う者", True),
        ("責任者（以下「CISO」という。）", True),
        ("CISOは、責任を負う者をいう。", True),
        ("CISOが会議を開くこととは限らない。", False),
        ("会議とは、CISOが開くものをいう。", False),
    ],
)
def test_a_definition_is_that_of_what_the_question_names(text: str, said: bool) -> None:
    assert bool(answer_places(text, ("definition",), (), "CISOとは何か")) is said
