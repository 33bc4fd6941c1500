"""The words of the page that compares years."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearsWords:
    """The words of the page that compares years."""

    lead: str
    series: str
    series_title: str
    series_none: str
    series_years: str
    any_two: str
    before: str
    before_short: str
    after: str
    after_short: str
    choose_document: str
    swap: str
    swap_help: str
    same_document: str
    unknown_document: str
    document_of: str
    item: str
    item_placeholder: str
    item_found: str
    item_choose: str
    item_none: str
    item_gone: str
    item_now: str
    item_drop: str
    item_kinds: Mapping[str, str]
    item_sides: Mapping[tuple[bool, bool], str]
    basis: str
    bases: Mapping[str, str]
    basis_notes: Mapping[str, str]
    no_year: str
    filter: str
    changed_only: str
    everything: str
    comparing: str
    summary: str
    summary_none: str
    formal_note: str
    aside_note: str
    nothing: str
    nothing_changed: str
    one_side: str
    no_heading: str
    pairings: Mapping[str, str]
    texts: str
    figures: str
    rows: Mapping[str, str]
    row: str
    column: str
    difference: str
    rate: str
    page: str
    open_label: str
    removed: str
    added: str
    formal: str
    unchanged: str
    aside: str
    not_told: str
    not_reckoned: str
    from_zero: str
    plus: str
    minus: str
    ambiguous: str
    notes: Mapping[str, str]
    opened: str
    previous: str
    next: str
    close: str
    not_here: str
    no_picture: str
    no_place: str
    more: str
    from_first: str
    list_title: str
    list_note: str
    unit: str
    section: str


JAPANESE = YearsWords(
    lead="同じ事業のシートや同じ予算を二つの年度で並べ、文章と数値の変わったところを頁の画像で確かめます。",
    series="並び（年度の違う同じ文書）",
    series_title="比べられる文書の並び",
    series_none="年度だけが違う同じ題名の文書は見つかりませんでした。二つの文書を選んで比べることができます。",
    series_years="（{years}）",
    any_two="文書を二つ選ぶ",
    before="前の文書",
    before_short="前",
    after="後の文書",
    after_short="後",
    choose_document="文書を選んでください",
    swap="前後を入れ替える",
    swap_help="前の文書と後の文書を入れ替えます。",
    unknown_document="このリンクの文書は、文書庫にありません。除かれたか、新しい版に入れ替わっています。",
    same_document="前と後に同じ文書が選ばれています。別の文書を選んでください。",
    document_of="{side}（{year}の文書）",
    item="項目で絞る（任意）",
    item_placeholder="例：事業名、款項目、表の行、見出しの一部",
    item_found="見つかった項目（{count}件）",
    item_choose="項目を選んでください",
    item_none="その語を含む項目は、どちらの文書にもありません。より短い語でお試しください。",
    item_gone="アドレスの項目は、どちらの文書にもありません。文書全体を比べています。",
    item_now="項目：{item}",
    item_drop="項目を外して全体を比べる",
    item_kinds={"section": "節", "row": "行", "form": "事業"},
    item_sides={
        (True, True): "両方にあり",
        (True, False): "前の文書だけ",
        (False, True): "後の文書だけ",
    },
    basis="数値の比べ方",
    bases={"role": "当年度どうし", "year": "同じ年度どうし"},
    basis_notes={
        "role": "各文書の当年度どうし、前年度どうしのように、列の意味をそろえて比べています。",
        "year": "二つの文書が同じ年度について記している数値を比べています。",
    },
    no_year="年度の分からない文書があるため、列が名乗る年度どうしで比べています。",
    filter="表示",
    changed_only="変更のみ",
    everything="すべて",
    comparing="二つの文書を読み比べています…",
    summary="文章の変更 {texts}箇所 ・ 数値の変更 {figures}件 ・ 追加 {added} ・ 削除 {removed}",
    summary_none="変更はありません",
    formal_note="年度や番号だけの違い {count}箇所は数えていません。",
    aside_note="前年度以前の列と増減の列の数値は数えず、「すべて」で表示します。",
    nothing="比べられる文章も数値もありませんでした。",
    nothing_changed="この範囲に変更はありません。「すべて」を選ぶと、変わらないところも表示します。",
    one_side="{side}だけにある節",
    no_heading="（見出しなし）",
    pairings={
        "like_heading": "見出しが少し違う節どうしを比べています。",
        "like_content": "見出しは違いますが、内容の似た節どうしを比べています。",
    },
    texts="文章",
    figures="数値",
    rows={"before": "前の文書だけにある行", "after": "後の文書だけにある行"},
    row="行",
    column="列",
    difference="増減",
    rate="増減率",
    page="頁",
    open_label="変更{number}の頁を並べて見る",
    removed="削除：",
    added="追加：",
    formal="年度・番号だけの違い",
    unchanged="変更なし",
    aside="前年度以前・増減の列",
    not_told="記載なし",
    not_reckoned="計算できません",
    from_zero="前が0",
    plus="＋",
    minus="△",
    ambiguous="同じ名前の行が前後で違う数だけあり、どれがどれか決められません。",
    notes={
        "converted": "単位をそろえて計算",
        "other_units": "単位が違うため差は出せません",
        "no_unit": "片方の単位が分からないため差は出せません",
        "missing_before": "前の文書に数値がありません",
        "missing_after": "後の文書に数値がありません",
        "like_label": "名前の似た行どうし",
        "by_order": "同じ名前の行が複数あるため、並び順で対応させています",
    },
    opened="変更 {place}／{count}",
    previous="前の変更",
    next="次の変更",
    close="閉じる",
    not_here="この文書にはありません。",
    no_picture="頁の画像のない形式です。",
    no_place="頁の上の位置が分かりません。",
    more="さらに表示する（残り{count}件）",
    from_first="はじめから表示する（この前に{count}件）",
    list_title="数値の変更を一覧で見る（{count}件）",
    list_note="見出しを押すと並べ替えられます。行を選ぶと、その頁を並べて開きます。",
    unit="単位",
    section="節",
)


ENGLISH = YearsWords(
    lead="Sets a project's sheets or a budget of two years side by side and shows what changed, on the pages.",
    series="Series (the same document in several years)",
    series_title="What can be compared",
    series_none="No documents differ in their year alone. You can choose any two documents to compare.",
    series_years=" ({years})",
    any_two="Choose any two documents",
    before="Document before",
    before_short="Before",
    after="Document after",
    after_short="After",
    choose_document="Choose a document",
    swap="Swap the two",
    swap_help="Takes the document after as the one before.",
    unknown_document="The library does not hold a document of this link. It was removed, or replaced.",
    same_document="The same document is chosen twice. Choose another one.",
    document_of="{side} (document of {year})",
    item="Confine to an item (optional)",
    item_placeholder="e.g. part of a project, a budget item, a row or a heading",
    item_found="Items found ({count})",
    item_choose="Choose an item",
    item_none="Neither document has an item with these words. Try fewer.",
    item_gone="Neither document has the item of this address. All is compared.",
    item_now="Item: {item}",
    item_drop="Compare all again",
    item_kinds={"section": "section", "row": "row", "form": "project"},
    item_sides={
        (True, True): "in both",
        (True, False): "before only",
        (False, True): "after only",
    },
    basis="How figures are compared",
    bases={"role": "Own year with own year", "year": "The same year as both tell it"},
    basis_notes={
        "role": "Columns of one meaning are compared: each document's own year, the year before, and so on.",
        "year": "What both documents tell of the same fiscal year is compared.",
    },
    no_year="The year of a document is not known: columns are compared by the years that they name.",
    filter="Show",
    changed_only="Changes only",
    everything="Everything",
    comparing="Comparing the two documents…",
    summary="Texts changed: {texts} · figures changed: {figures} · added: {added} · removed: {removed}",
    summary_none="Nothing changed",
    formal_note="Differences of years or numbering alone are not counted ({count}).",
    aside_note="Columns of earlier years and of differences are not counted; “Everything” shows them.",
    nothing="There was neither text nor figure to compare.",
    nothing_changed="Nothing changed here. “Everything” also shows what stayed as it was.",
    one_side="A section of the {side} alone",
    no_heading="(no heading)",
    pairings={
        "like_heading": "The headings of these two sections differ a little.",
        "like_content": "The headings of these two sections differ, but what stands in them is alike.",
    },
    texts="Texts",
    figures="Figures",
    rows={"before": "Rows of the document before alone", "after": "Rows of the document after alone"},
    row="Row",
    column="Column",
    difference="Difference",
    rate="Rate",
    page="Page",
    open_label="See the pages of change {number} side by side",
    removed="Removed: ",
    added="Added: ",
    formal="only years or numbering",
    unchanged="unchanged",
    aside="earlier year or difference",
    not_told="not told",
    not_reckoned="cannot be reckoned",
    from_zero="was 0",
    plus="+",
    minus="−",
    ambiguous="There are several rows of this name, not as many in both: none can be said to be this one.",
    notes={
        "converted": "reckoned in one unit",
        "other_units": "no difference: the units differ",
        "no_unit": "no difference: one unit is not known",
        "missing_before": "the document before tells no figure",
        "missing_after": "the document after tells no figure",
        "like_label": "rows of nearly the same name",
        "by_order": "several rows have this name: paired by their order",
    },
    opened="Change {place} of {count}",
    previous="Previous change",
    next="Next change",
    close="Close",
    not_here="Not in this document.",
    no_picture="A format without page pictures.",
    no_place="Its place on the page is not known.",
    more="Show more ({count} left)",
    from_first="Show from the first ({count} before these)",
    list_title="All figures that changed in one list ({count})",
    list_note="A click on a head sorts. Choosing a row opens its pages side by side.",
    unit="Unit",
    section="Section",
)
