"""The words around a box: examples, filters, what was understood, what cannot be asked."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskingWords:
    """The words around a box: examples, filters, what was understood, what cannot be asked."""

    examples_title: str
    filters_title: str
    filters_active: str
    filters_clear: str
    facet_value: str
    facet_placeholder: str
    understood: str
    understood_help: str
    part_kinds: Mapping[str, str]
    query_notes: Mapping[str, str]
    and_more: str
    query_empty: str
    query_long: str
    query_symbols: str
    query_refused: str
    filters_on: str
    filters_shown: str
    filter_drop: str
    facets_of: str


JAPANESE = AskingWords(
    examples_title="たとえば",
    filters_title="絞り込み",
    filters_active="絞り込み中：{values}",
    filters_clear="すべて解除",
    facet_value="{value}\u3000{count}",
    facet_placeholder="選ぶ",
    understood="このように検索しています（押すと外れ、もう一度押すと戻ります）",
    understood_help="外した部分は、入力した文字のまま検索します。",
    part_kinds={
        "phrase": "「{meaning}」をこのまま含む",
        "exclude": "「{meaning}」を含まない",
        "filter": "{meaning}の文書だけ",
        "year": "{surface} ＝ {meaning}",
        "amount": "{surface} ＝ {meaning}",
        "synonym": "{surface} ＝ {meaning}",
        "translation": "{surface} ＝ {meaning}",
    },
    query_notes={
        "unclosed_quote": "引用符が閉じていないため、ふつうの語句として検索しています。",
        "empty_phrase": "引用符の中に語句がないため、ふつうの語句として検索しています。",
        "absent_phrase": "{surface} と書いた箇所はありません。語句として検索しました。",
        "lone_hyphen": "「{surface}」の後に語句がないため、除外はしていません。",
        "nothing_else": "除外する語句しかないため、ふつうの語句として検索しています。",
        "empty_field": "「{surface}」に値がないため、ふつうの語句として検索しています。",
        "wrong_year": "「{surface}」は年度として読めないため、ふつうの語句として検索しています。",
        "unknown_value": "「{surface}」に当たる文書がないため、ふつうの語句として検索しています。",
        "too_many": "絞り込みや除外が多すぎるため、残りはふつうの語句として検索しています。",
        "synonyms": "同義語のファイルに読めない行があります（{surface}）。その行を除いて検索しています。",
    },
    and_more=" ほか",
    query_empty="検索する語句を入力してください。",
    query_long="{length:,}文字は長すぎます。{longest:,}文字までにしてください。",
    query_symbols="記号だけでは検索できません。文字か数字を含めてください。",
    query_refused="この語句では検索できません。言い換えてお試しください。",
    filters_on="絞り込み中",
    filters_shown="絞り込む",
    filter_drop="「{value}」の絞り込みを外す",
    facets_of="関連の高い{count:,}箇所の内訳です。選ぶと、その中から改めて探します。",
)


ENGLISH = AskingWords(
    examples_title="For example",
    filters_title="Filters",
    filters_active="Only: {values}",
    filters_clear="Drop all",
    facet_value="{value}  {count}",
    facet_placeholder="Choose",
    understood="Searched as follows (press one to take it back, again to bring it in)",
    understood_help="What is taken back is searched as it was typed.",
    part_kinds={
        "phrase": "holds “{meaning}” as it stands",
        "exclude": "does not hold “{meaning}”",
        "filter": "only documents of {meaning}",
        "year": "{surface} = {meaning}",
        "amount": "{surface} = {meaning}",
        "synonym": "{surface} = {meaning}",
        "translation": "{surface} = {meaning}",
    },
    query_notes={
        "unclosed_quote": "A quotation mark has no partner, so it is searched as plain words.",
        "empty_phrase": "There is nothing between the quotation marks, so it is searched as plain words.",
        "absent_phrase": "Nothing holds {surface} as it stands. It was searched as words.",
        "lone_hyphen": "No word follows “{surface}”, so nothing is left out.",
        "nothing_else": "There are only words to leave out, so they are searched as plain words.",
        "empty_field": "“{surface}” has no value, so it is searched as plain words.",
        "wrong_year": "“{surface}” cannot be read as a fiscal year, so it is searched as plain words.",
        "unknown_value": "No document fits “{surface}”, so it is searched as plain words.",
        "too_many": "There are too many filters or words to leave out; the rest is searched as plain words.",
        "synonyms": "A line of the file of synonyms cannot be read ({surface}). It is left out.",
    },
    and_more=" and more",
    query_empty="Please type what to look for.",
    query_long="{length:,} characters are too many. Please use at most {longest:,}.",
    query_symbols="Signs alone cannot be searched. Please add letters or digits.",
    query_refused="This cannot be searched. Please put it in other words.",
    filters_on="Only",
    filters_shown="Filters",
    filter_drop="Drop the filter “{value}”",
    facets_of="Counts of the {count:,} most relevant passages. Choosing one searches anew within it.",
)
