"""The words of the page of findings."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa.precedents.types import Aspect, CauseKind, Strength


@dataclass(frozen=True, slots=True)
class FindingsWords:
    """The words of the page of findings."""

    lead: str
    modes: Mapping[str, str]
    modes_label: str
    none_held: str
    none_held_hint: str
    query_label: str
    query_placeholder: str
    query_button: str
    searching: str
    listed: str
    found: str
    nothing_found: str
    nothing_filtered: str
    more: str
    kind: str
    issuer: str
    year: str
    subject: str
    numbered: str
    unnumbered: str
    no_measures: str
    measures_told: str
    unknown_record: str
    back: str
    previous: str
    following: str
    position: str
    title_only: str
    nothing_kept: str
    find_precedents_of: str
    measures: str
    measure_date: str
    measure_office: str
    measure_status: str
    no_status: str
    later: str
    earlier: str
    likely: str
    no_later: str
    no_later_report: str
    likely_note: str
    draft_label: str
    draft_placeholder: str
    draft_help: str
    draft_button: str
    draft_issuer: str
    draft_year: str
    not_told: str
    comparing: str
    draft_empty: str
    draft_long: str
    draft_not_in_address: str
    draft_lost: str
    draft_lead: str
    nothing_near: str
    nothing_near_hint: str
    nothing_to_compare: str
    nearest: str
    nearness: str
    same_office: str
    other_office: str
    compare: str
    close: str
    open_finding: str
    your_draft: str
    precedent: str
    marks_note: str
    aspects: Mapping[Aspect, str]
    aspect: str
    shared: str
    only_draft: str
    only_precedent: str
    nothing: str
    in_draft: str
    in_precedent: str
    more_terms: str
    causes: Mapping[CauseKind, str]
    strengths: Mapping[Strength, str]
    summary: str
    separator: str
    table: str


JAPANESE = FindingsWords(
    lead="監査報告書の指摘事項と意見を一件ずつ並べ、似た先例と、その後の措置をたどります。",
    modes={"list": "一覧", "precedents": "先例を探す"},
    modes_label="表示",
    none_held="この文書庫には、指摘事項や意見として読み取れたものがありません。",
    none_held_hint=(
        "「【指摘事項1】…」「【意見1】…」のような見出しのある監査報告書を取り込むと、ここに並びます。"
    ),
    query_label="指摘事項の中から探す",
    query_placeholder="例：再委託の承認",
    query_button="探す",
    searching="指摘事項を探しています…",
    listed="{count}件（新しい年度の順）",
    found="関連の高い順に{count}件",
    nothing_found="該当する指摘事項は見つかりませんでした。言い換えや、より短い語句でお試しください。",
    nothing_filtered="絞り込みに当てはまる指摘事項はありません。条件を外すと見つかることがあります。",
    more="さらに表示する",
    kind="種別",
    issuer="発行者",
    year="年度",
    subject="対象",
    numbered="{kind}{number}",
    unnumbered="{kind}",
    no_measures="措置状況の報告がありません",
    measures_told="措置状況：{statuses}",
    unknown_record="その指摘事項は、今の文書庫にはありません。報告書が差し替えられたか、除かれています。",
    back="一覧に戻る",
    previous="前の指摘",
    following="次の指摘",
    position="{number} / {count}件",
    title_only="この文書庫にあるのは件名だけです（目次の記載）。本文は取り込まれていません。",
    nothing_kept="この指摘の本文は読み取れていません。",
    find_precedents_of="この指摘の先例を探す",
    measures="講じられた措置",
    measure_date="措置の時期",
    measure_office="所管",
    measure_status="区分",
    no_status="区分の記載なし",
    later="その後の年度の似た指摘",
    earlier="以前の年度の似た指摘",
    likely="同じ又は似た指摘の可能性（{score:.2f}）",
    no_later="その後の報告書（{years}）に、似た指摘は見当たりません。",
    no_later_report="同じ発行者の、より新しい年度の監査報告書はこの文書庫にありません。",
    likely_note="件名・対象・本文の近さから推定したものです。再指摘かどうかは本文でお確かめください。",
    draft_label="指摘の案",
    draft_placeholder="検討中の指摘事項や意見の文案を貼り付けてください。",
    draft_help="{longest:,}文字まで。文案は、典拠を動かしているコンピュータの外には出ません。",
    draft_button="先例を探す",
    draft_issuer="案の対象機関（その年度の指摘を除きます）",
    draft_year="案の年度",
    not_told="指定しない",
    comparing="先例を比べています…",
    draft_empty="指摘の案を貼り付けてください。",
    draft_long="{length:,}文字は長すぎます。{longest:,}文字までにしてください。",
    draft_not_in_address=(
        "案が{longest:,}文字を超えるため、アドレスには含めていません。リンクを送る相手には案を別に渡してください。"
    ),
    draft_lost="このリンクの案は長いため、アドレスに含まれていません。もう一度貼り付けてください。",
    draft_lead=(
        "他の年度や機関の指摘から近いものを挙げ、共通する点と異なる点を並べます。"
        "先例として示す文は、すべて報告書の原文どおりです。"
    ),
    nothing_near="近い先例は見つかりませんでした。",
    nothing_near_hint=(
        "{count}件の指摘事項・意見と比べました（最も近いもので{score:.2f}、先例とみなす目安は{least:.2f}以上）。"
    ),
    nothing_to_compare=(
        "他の機関や年度の指摘事項が、この文書庫にありません。"
        "「案の対象機関」「案の年度」の指定を外すと、同じ年度の指摘とも比べます。"
    ),
    nearest="近い順に{count}件（{looked_at}件と比べました）",
    nearness="近さ {score:.2f}",
    same_office="同じ機関の別の年度",
    other_office="別の機関",
    compare="並べて読む",
    close="閉じる",
    open_finding="この指摘を開く",
    your_draft="指摘の案",
    precedent="先例",
    marks_note="印は、双方にある用語・法令・数値です。",
    aspects={
        "cause": "原因・問題点",
        "law": "法令・規程",
        "amount": "金額・数値",
        "recommendation": "求める措置",
        "term": "用語",
    },
    aspect="観点",
    shared="共通",
    only_draft="案だけにある",
    only_precedent="先例だけにある",
    nothing="—",
    in_draft="案",
    in_precedent="先例",
    more_terms="ほか{count}件",
    causes={
        "unwritten": "定めがない",
        "breach": "定めに反する",
        "hollow": "形骸化",
        "unaware": "認識の不足",
        "unchecked": "確認の不足",
        "handover": "引継ぎ・異動",
        "staffing": "人手・時間・費用の不足",
        "means": "手段がない",
    },
    strengths={
        "should": "べきである",
        "needed": "必要がある",
        "requested": "されたい",
        "advisable": "望ましい",
        "considered": "検討されたい",
    },
    summary="共通：{shared}",
    separator="、",
    table="表",
)


ENGLISH = FindingsWords(
    lead="The findings and opinions of audit reports one by one, with like precedents and what was done since.",
    modes={"list": "List", "precedents": "Find precedents"},
    modes_label="Show",
    none_held="Nothing in this library could be read as a finding or an opinion.",
    none_held_hint=(
        "Audit reports with headings such as 【指摘事項1】 or 【意見1】 are listed here once they are read in."
    ),
    query_label="Search among the findings",
    query_placeholder="e.g. 再委託の承認",
    query_button="Search",
    searching="Searching the findings…",
    listed="Findings: {count}, the newest year first",
    found="Findings: {count}, the most relevant first",
    nothing_found="No finding was found. Try other or fewer words.",
    nothing_filtered="No finding passes the filters. Dropping some may help.",
    more="Show more",
    kind="Kind",
    issuer="Issuer",
    year="Fiscal year",
    subject="Subject",
    numbered="{kind}{number}",
    unnumbered="{kind}",
    no_measures="No report on measures taken",
    measures_told="Measures: {statuses}",
    unknown_record="That finding is not in the library now: its report was replaced or removed.",
    back="Back to the list",
    previous="Previous finding",
    following="Next finding",
    position="{number} of {count}",
    title_only="The library holds its title alone (an entry of a table of contents), not its text.",
    nothing_kept="The text of this finding could not be read.",
    find_precedents_of="Find precedents of this finding",
    measures="Measures taken",
    measure_date="When",
    measure_office="Office in charge",
    measure_status="Status",
    no_status="no status told",
    later="Like findings of later years",
    earlier="Like findings of earlier years",
    likely="Possibly the same or a like finding ({score:.2f})",
    no_later="The later reports ({years}) hold no like finding.",
    no_later_report="The library holds no later audit report of the same issuer.",
    likely_note="Estimated from title, subject and text. Read both to see whether it was raised again.",
    draft_label="Draft finding",
    draft_placeholder="Paste the draft of a finding or an opinion.",
    draft_help="Up to {longest:,} characters. The draft does not leave the computer that runs Tenkyo.",
    draft_button="Find precedents",
    draft_issuer="Office of the draft (its findings of that year are left out)",
    draft_year="Year of the draft",
    not_told="Not told",
    comparing="Comparing with the precedents…",
    draft_empty="Please paste a draft finding.",
    draft_long="{length:,} characters are too many. Please use at most {longest:,}.",
    draft_not_in_address=(
        "The draft has more than {longest:,} characters and is not part of the address. Send it along with a link."
    ),
    draft_lost="The draft of this link is too long to be part of the address. Please paste it again.",
    draft_lead=(
        "Shows the nearest findings of other years and offices, what they share with the draft and where they "
        "differ. All that is shown of a precedent is word for word."
    ),
    nothing_near="No precedent is near.",
    nothing_near_hint=(
        "Compared with {count} findings and opinions (the nearest scores {score:.2f}; precedents score "
        "{least:.2f} or more)."
    ),
    nothing_to_compare=(
        "The library holds no findings of other offices or years. Without the office and the year of the draft, "
        "those of its own year are compared too."
    ),
    nearest="Precedents: {count}, the nearest first (of {looked_at} findings)",
    nearness="Nearness {score:.2f}",
    same_office="same office, another year",
    other_office="another office",
    compare="Read side by side",
    close="Close",
    open_finding="Open this finding",
    your_draft="Draft",
    precedent="Precedent",
    marks_note="Marked are the terms, rules and figures that both have.",
    aspects={
        "cause": "Causes",
        "law": "Laws and rules",
        "amount": "Amounts and figures",
        "recommendation": "What is asked for",
        "term": "Terms",
    },
    aspect="Aspect",
    shared="Shared",
    only_draft="Draft alone",
    only_precedent="Precedent alone",
    nothing="—",
    in_draft="Draft",
    in_precedent="Precedent",
    more_terms="and {count} more",
    causes={
        "unwritten": "no rule",
        "breach": "against a rule",
        "hollow": "hollow routine",
        "unaware": "not aware",
        "unchecked": "not checked",
        "handover": "handover",
        "staffing": "no people, time or money",
        "means": "no means",
    },
    strengths={
        "should": "べきである (should)",
        "needed": "必要がある (needed)",
        "requested": "されたい (requested)",
        "advisable": "望ましい (advisable)",
        "considered": "検討されたい (to be considered)",
    },
    summary="Shared: {shared}",
    separator=", ",
    table="Table",
)
