"""The words of the search page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The words of the search page."""

    query_label: str
    query_placeholder: str
    search_button: str
    searching: str
    examples: tuple[str, ...]
    search_lead: str
    hits_shown: str
    more_hits: str
    no_hits: str
    no_hits_hint: str
    no_hits_filtered: str
    hits_newest: str
    hits_alone: str
    hits_in_documents: str
    order: str
    orders: Mapping[str, str]
    grouping: str
    groupings: Mapping[str, str]
    group_count: str
    in_document: str
    like_title: str
    like_back: str
    like_missing: str
    same_document: str
    no_similar: str


JAPANESE = SearchWords(
    query_label="探したい語句や文章",
    query_placeholder="例：三層の対策",
    search_button="検索する",
    searching="検索しています…",
    examples=(
        "三層の対策",
        "指摘事項 パスワード",
        "委託先の監督が不十分だった事例",
        "予算の繰越しが認められる場合",
    ),
    search_lead="庁内の文書から、そう書いてある箇所を探します。語句でも文章でも検索できます。",
    hits_shown="候補{candidates:,}箇所（{documents:,}文書）から、関連の高い順に{shown}",
    hits_newest="候補{candidates:,}箇所（{documents:,}文書）から、新しい年度の順に{shown}",
    hits_alone="{count}件",
    hits_in_documents="{documents}文書・{count}件",
    more_hits="さらに表示する",
    no_hits="該当する箇所は見つかりませんでした。",
    no_hits_hint="言い換えや、より短い語句でお試しください。",
    no_hits_filtered="絞り込みの条件を外すと、見つかることがあります。",
    order="並べ方",
    orders={"relevance": "関連の高い順", "newest": "新しい年度の順"},
    grouping="まとめ方",
    groupings={"passage": "箇所ごと", "document": "文書ごと"},
    group_count="候補のうち{count:,}箇所がこの文書にあります。",
    in_document="この文書の中で検索",
    like_title="次の箇所に似た箇所",
    like_back="検索に戻る",
    like_missing="もとの箇所がこの文書庫にありません。文書が除かれたか、読み直されました。",
    same_document="同じ文書の中の箇所も含める",
    no_similar="似た箇所は見つかりませんでした。",
)


ENGLISH = SearchWords(
    query_label="Words or sentences to look for",
    query_placeholder="e.g. 三層の対策",
    search_button="Search",
    searching="Searching…",
    examples=(
        "三層の対策",
        "指摘事項 パスワード",
        "委託先の監督が不十分だった事例",
        "予算の繰越しが認められる場合",
    ),
    search_lead="Finds the passages of your own documents that say so. Words and whole sentences both work.",
    hits_shown="{shown} of {candidates:,} candidates ({documents:,} documents), the most relevant first",
    hits_newest="{shown} of {candidates:,} candidates ({documents:,} documents), the newest fiscal year first",
    hits_alone="{count}",
    hits_in_documents="{count} (in {documents} documents)",
    more_hits="Show more",
    no_hits="No passage was found.",
    no_hits_hint="Try other or fewer words.",
    no_hits_filtered="Dropping the filters may find some.",
    order="Order",
    orders={"relevance": "Most relevant", "newest": "Newest year"},
    grouping="Grouping",
    groupings={"passage": "By passage", "document": "By document"},
    group_count="{count:,} of these passages stand in this document.",
    in_document="Search in this document",
    like_title="Passages like this one",
    like_back="Back to the search",
    like_missing="This library does not hold that passage. Its document was removed or read anew.",
    same_document="Also in the same document",
    no_similar="No passage like it was found.",
)
