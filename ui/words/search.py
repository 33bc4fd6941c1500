"""The words of the search page."""

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
    hits_shown="関連の高い順に{count}件",
    more_hits="さらに表示する",
    no_hits="該当する箇所は見つかりませんでした。",
    no_hits_hint="言い換えや、より短い語句でお試しください。",
    no_hits_filtered="絞り込みの条件を外すと、見つかることがあります。",
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
    hits_shown="{count} passages, the most relevant first",
    more_hits="Show more",
    no_hits="No passage was found.",
    no_hits_hint="Try other or fewer words.",
    no_hits_filtered="Dropping the filters may find some.",
)
