"""What kinds of answer a question asks for, in which units, and which offices it names."""

import pytest

from qa.asking.answer_types import AnswerType, asked_types
from qa.asking.counters import asked_units
from qa.asking.organisations import named_organisations


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("パスワードの指摘事項はどのページか", "page"),
        ("給与費明細書は何頁から始まるか", "page"),
        ("国の動きは第何章に書かれているか", "page"),
        ("貸出しの規則はどこに書いてあるか", "page"),
        ("監査人の利害関係の記載箇所", "page"),
        ("Which page lists the carried-over expenses?", "page"),
        ("この契約の根拠法令", "article"),
        ("手数料は条例の第何条で定めているか", "article"),
        ("費用は国と市とで何割ずつ持ち合うのか", "percent"),
        ("前年度比で何％伸びたか", "percent"),
        ("住民アンケートの回収率", "percent"),
        ("増額の割合はどれだけか", "percent"),
        ("share of offices without a ledger", "percent"),
        ("何件の指摘があったか", "count"),
        ("妊娠何週に受けられるか", "count"),
        ("記録は何年保存するか", "count"),
        ("棚卸しはどのくらいの頻度で行うか", "count"),
        ("How many servers are past support?", "count"),
        ("委託料はいくらか", "amount"),
        ("子ども医療費の助成に使うお金", "amount"),
        ("How much was requested?", "amount"),
        ("指針はいつ策定されたか", "date"),
        ("何年に開館したか", "date"),
        ("届出の期限", "date"),
        ("when does the lease run out?", "date"),
        ("監査人は誰か", "person"),
        ("施設の課長名", "person"),
        ("who chairs the council?", "person"),
        ("担当課を教えて", "organisation"),
        ("問い合わせ先はどこの係か", "organisation"),
        ("which firms carried out the work?", "company"),
        ("補助金を返したのはなぜか", "reason"),
        ("予算が使い残された理由は何か", "reason"),
        ("why was the network down?", "reason"),
        ("端末をどうやって捨てるのか", "method"),
        ("落札率はどう計算するか", "method"),
        ("三層の対策とは", "definition"),
        ("CSIRTの意味", "definition"),
        ("随意契約って何", "definition"),
        ("What is a shared key?", "definition"),
        ("指摘と意見の違い", "difference"),
        ("通信の止まった時間は前の年と比べてどう変わったか", "difference"),
        ("契約方法の内訳", "list"),
        ("どんな手続があるか", "list"),
        ("止まったのはどのシステムか", "name"),
        ("繰上償還の対象になるのは何の資金か", "name"),
        ("このような契約をなんというか", "definition"),
        ("何年何月ごろに始まるか", "date"),
        ("生成AIに検討中の情報を入れてよいか", "yes_no"),
        ("保守業者は自社の端末を持ち込んでもよいか", "yes_no"),
        ("橋の架替えを請け負った建設会社", "company"),
        ("監視を受託しているのはどの会社か", "company"),
        ("費用は増えるのか減るのか", "difference"),
        ("再委託の承認を求める書面に記載する事項", "list"),
        ("is the office open on Sundays?", "yes_no"),
        ("セキュリティ研修の受講状況", "other"),
        ("誰も使わない手続を残していた", "other"),
        ("訓練を何年も行っていない", "other"),
    ],
)
def test_the_main_type_asked_for(question: str, kind: AnswerType) -> None:
    assert asked_types(question)[0] == kind


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("債権放棄の金額と件数", {"amount", "count"}),
        ("総合評価がCとされた年度とその理由", {"date", "reason"}),
        ("再委託先とその金額", {"organisation", "amount"}),
        ("委託料は前年度よりいくら増えたか", {"amount", "difference"}),
        ("システムの随契はどのくらいあるか", {"count", "percent", "amount"}),
        ("令和4年度の執行額と執行率", {"amount", "percent"}),
        ("開けた職員の割合 令和3年度", {"percent"}),
    ],
)
def test_several_types_asked_for_at_once(question: str, kinds: set[AnswerType]) -> None:
    assert set(asked_types(question)) == kinds


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("指摘は何件か", {"件"}),
        ("見つからなかった媒体の本数", {"本"}),
        ("説明した人数", {"人", "名", "人分", "員"}),
        ("観測所は何か所か", {"か所", "箇所", "カ所", "ヶ所", "ケ所", "ヵ所", "個所"}),
        ("委託料はいくらか", set()),
    ],
)
def test_the_counters_asked_for(question: str, units: set[str]) -> None:
    assert asked_units(question) == units


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("北野県包括外部監査の対象", {"北野県"}),
        ("東京都と北海道の事例", {"東京都", "北海道"}),
        ("総務省の事業", {"総務省"}),
        ("県と市町村の負担、各市、本県、都道府県", set()),
        ("水道料金の件数", set()),
    ],
)
def test_offices_named(text: str, names: set[str]) -> None:
    assert named_organisations(text) == names
