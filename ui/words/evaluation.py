"""The words of the evaluation page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvaluationWords:
    """The words of the evaluation page."""

    lead: str
    view: str
    view_report: str
    view_judged: str

    no_report: str
    how_by_command: str
    command: str
    how_by_judging: str
    which_report: str
    report_name: str
    made: str
    question_set: str
    questions: str
    question_count: str
    documents: str
    passages: str
    encoder: str
    state: str
    state_same: str
    state_other: str
    summary: str
    judged_only: str

    measure: str
    measures: Mapping[str, str]
    configuration: str
    configurations: Mapping[str, str]
    overall: str
    interval: str
    overall_note: str
    by_kind: str
    by_kind_note: str
    kind: str
    kinds: Mapping[str, str]
    kind_count: str
    depth: str
    recall_title: str
    recall_axis: str
    chart_alt: str
    chart_value: str
    differences: str
    higher: str
    lower: str
    no_difference: str

    answers: str
    answer_measures: Mapping[str, str]
    share: str
    count: str
    counts: str
    median_length: str
    length: str
    calibration_error: str
    reliability: str
    confidence: str
    accuracy: str

    misses: str
    misses_none: str
    misses_shown: str
    rank: str
    rank_none: str
    right_place: str
    found_above: str
    above: str
    pages: str
    not_searchable: str
    search_this: str
    wrong_answers: str
    wrong_none: str
    faults: Mapping[str, str]
    accepted: str
    ask_this: str
    missing: str

    judged_lead: str
    judged_none: str
    judged_count: str
    right: str
    wrong: str
    nothing: str
    no_right_yet: str
    forget: str
    forgotten: str
    undo: str
    restored: str
    more_queries: str
    download_questions: str
    download_list: str
    list_head: tuple[str, ...]
    tune_hint: str
    run: str
    run_lead: str
    run_few: str
    running: str
    stages: Mapping[str, str]
    stop: str
    stopped: str
    done: str
    failed: str
    misfit: str


JAPANESE = EvaluationWords(
    lead="検索と回答がどれだけ当たるかを、正解の分かっている質問で測ります。",
    view="表示",
    view_report="評価の結果",
    view_judged="判定した質問",
    no_report="評価の結果はまだありません。次のどちらかで作れます。",
    how_by_command="正解の付いた質問のファイルがあれば、次のコマンドで評価します。結果はこの画面に出ます。",
    command="tenkyo eval 質問.jsonl --answers",
    how_by_judging="検索した箇所の「合う」「合わない」を押していくと、それが質問と正解になります。{fewest}問たまると、「判定した質問」から評価できます。",
    which_report="評価の回",
    report_name="{day} {time}　{target}",
    made="評価した日時",
    question_set="質問",
    questions="質問の数",
    question_count="{count:,}問（うち正解なし {unanswerable:,}問）",
    documents="文書",
    passages="箇所",
    encoder="モデル",
    state="文書庫の状態",
    state_same="{digest}（今と同じ）",
    state_other="{digest}（今の文書庫とは違います）",
    summary="正解のある{total:,}問のうち{found:,}問（{share:.0%}）で、上位5件に正解がありました。",
    judged_only="「合う」と判定した箇所だけを正解としています。検索で上に出た箇所を判定しているため、今の検索には甘く、まだ判定していない正しい箇所を見つける方式には辛い値になります。",
    measure="指標",
    measures={
        "recall@1": "1位が正解の割合",
        "recall@5": "5位までに正解の割合",
        "recall@10": "10位までに正解の割合",
        "nDCG@10": "並びのよさ（nDCG@10）",
        "MRR@10": "最初の正解の順位（MRR@10）",
    },
    configuration="方式",
    configurations={
        "bigrams": "文字の2つ組",
        "lemmas": "単語",
        "lexical": "語の一致だけ",
        "dense": "意味の近さだけ",
        "rrf": "順位の合成（RRF）",
        "txtai": "txtai",
        "tenkyo": "典拠",
    },
    overall="全体",
    interval="{low:.3f}〜{high:.3f}",
    overall_note="小さい数字は95％信頼区間です。◆は方式の中で最も高い値です。どの指標も0から1で、高いほど良い値です。",
    by_kind="質問の種別ごと",
    by_kind_note="棒は「{ours}」、点は他の方式です。括弧の中は質問の数です。",
    kind="種別",
    kinds={
        "all": "全体",
        "keyword": "語句",
        "paraphrase": "言い換え",
        "fact": "事実",
        "table": "表",
        "definition": "定義",
        "contents": "目次",
        "toc": "目次",
        "finding": "指摘事項・意見",
        "crossyear": "年度間",
        "crosslingual": "外国語",
        "form": "様式",
        "scan": "画像の頁",
        "years": "年度の表し方",
        "amounts": "金額の表し方",
        "synonyms": "同義語・略称",
        "variants": "表記の揺れ",
        "unanswerable": "正解なし",
        "other": "その他",
        "search": "検索からの判定",
        "ask": "質問からの判定",
    },
    kind_count="{kind}（{count}）",
    depth="上位の件数",
    recall_title="上位の何件までに正解が入るか",
    recall_axis="正解の入った割合",
    chart_alt="{title}。{values}",
    chart_value="{name} {value:.3f}",
    differences="他の方式との差（{measure}）",
    higher="「{other}」より{difference:.3f}高く、偶然とは言えない差です（p{p}）。",
    lower="「{other}」より{difference:.3f}低く、偶然とは言えない差です（p{p}）。",
    no_difference="「{other}」との差{difference:+.3f}は、偶然でも起こり得る大きさです（p{p}）。",
    answers="回答と、回答の控え",
    answer_measures={
        "right": "正しく答え、その頁を引用した回答",
        "contained": "正答を含む回答",
        "contained_or_quoted": "正答を回答又は引用文に含む回答",
        "exact_number": "数値と単位が正答に等しい回答",
        "cited": "正しい箇所を引用した回答",
        "citation_precision": "引用のうち、正しい箇所のもの",
        "places_cited": "正しい箇所のうち、引用されたもの",
        "refusal_precision": "回答を控えた質問のうち、正解のないもの",
        "refusal_recall": "正解のない質問のうち、回答を控えたもの",
        "refusal_f1": "上の二つの調和平均（F1）",
        "short": "一つのことを答えた回答のうち、120字以内のもの",
        "verbatim": "引用のうち、原文と一字一句同じもの",
    },
    share="割合",
    count="件数",
    counts="{count:,} / {of:,}",
    median_length="回答の長さの中央値",
    length="{length:.0f}字",
    calibration_error="確からしさと正答率の差の平均（小さいほど良い）",
    reliability="確からしさごとの正答率",
    confidence="確からしさ",
    accuracy="正しい回答の割合",
    misses="上位5件に正解がなかった質問（{count:,}問）",
    misses_none="どの質問でも上位5件に正解がありました。",
    misses_shown="悪いものから{shown}問を示します。",
    rank="正解は{rank}位",
    rank_none="正解は10位までになし",
    right_place="正解",
    found_above="正解より上に来た箇所",
    above="{rank}位　{document} {pages}　{text}",
    pages="PDF {pages}頁",
    not_searchable="検索できない質問：{reason}",
    search_this="検索してみる",
    wrong_answers="誤った回答（{count:,}問）",
    wrong_none="誤った回答はありません。",
    faults={
        "answered": "正解がないのに回答した",
        "refused": "正解があるのに回答を控えた",
        "wrong_place": "正答を含むか定めがないが、引用箇所が違う",
        "wrong_answer": "違うことを答えた",
    },
    accepted="正答",
    ask_this="質問してみる",
    missing="質問にあって文書庫にない文書（当たらなかったものと数えます）：{names}",
    judged_lead="検索と質問の画面で「合う」「合わない」と判定したものです。文書庫と一緒に保存し、この文書庫を使う人で共有します。",
    judged_none="まだ判定がありません。検索した箇所の「合う」「合わない」を押すと、ここに並びます。",
    judged_count="{queries:,}の質問を判定済み（正解のある質問 {right:,}、答えのない質問 {nothing:,}、まだ正解のない質問 {waiting:,}）",
    right="合う",
    wrong="合わない",
    nothing="答えはこの文書庫にない",
    no_right_yet="まだ正解がないので、評価では使いません。",
    forget="判定を取り消す",
    forgotten="「{query}」の判定を取り消しました。",
    undo="元に戻す",
    restored="元に戻しました。",
    more_queries="さらに表示する（残り{count}件）",
    download_questions="質問ファイル（JSONL）",
    download_list="判定の一覧（CSV）",
    list_head=("質問", "判定", "ファイル", "文書名", "PDF頁", "印刷頁", "本文", "判定した日時（UTC）"),
    tune_hint="質問ファイルは、tenkyo eval と tenkyo tune でそのまま使えます。",
    run="この質問で評価する",
    run_lead="検索の三つの方式と回答を、判定した質問で測ります。終わるまで他の画面を使えます。",
    run_few="評価には、正解のある質問か答えのない質問が{fewest}問要ります（今は{count}問）。",
    running="評価しています：{stage} {done:,} / {total:,}",
    stages={"searching": "検索", "answering": "回答", "": "準備"},
    stop="中止する",
    stopped="評価を中止しました。結果は残していません。",
    done="評価が終わりました。「評価の結果」で見られます。",
    failed="思いがけない不具合で評価が止まりました。管理者はサーバーの記録を見てください。",
    misfit="判定した文書が今の文書庫にないため、評価できません。",
)


ENGLISH = EvaluationWords(
    lead="Measures how often search and answers are right, on questions whose right places are known.",
    view="Show",
    view_report="Evaluation",
    view_judged="Judged questions",
    no_report="There is no evaluation yet. There are two ways to make one.",
    how_by_command="With a file of judged questions, run this command. What it finds is shown here.",
    command="tenkyo eval QUESTIONS.jsonl --answers",
    how_by_judging='Press "Right" and "Wrong" on hits: they become questions with their right places. From {fewest} questions on they can be evaluated under "Judged questions".',
    which_report="Evaluation",
    report_name="{day} {time} {target}",
    made="Made",
    question_set="Questions",
    questions="How many",
    question_count="{count:,} (without an answer: {unanswerable:,})",
    documents="Documents",
    passages="Passages",
    encoder="Model",
    state="State of the library",
    state_same="{digest} (as now)",
    state_other="{digest} (another than now)",
    summary="For {found:,} of {total:,} questions with an answer ({share:.0%}) a right passage was among the first five.",
    judged_only="Only passages judged right count as right. They are those that search showed, so the figures flatter the search of today, and are hard on a way that finds right passages nobody judged yet.",
    measure="Measure",
    measures={
        "recall@1": "Recall at 1",
        "recall@5": "Recall at 5",
        "recall@10": "Recall at 10",
        "nDCG@10": "nDCG@10",
        "MRR@10": "MRR@10",
    },
    configuration="Way of searching",
    configurations={
        "bigrams": "Character pairs",
        "lemmas": "Words",
        "lexical": "Words in common alone",
        "dense": "Meaning alone",
        "rrf": "Ranks fused (RRF)",
        "txtai": "txtai",
        "tenkyo": "Tenkyo",
    },
    overall="Overall",
    interval="{low:.3f}–{high:.3f}",
    overall_note="The small figures are 95% intervals, ◆ marks the highest. Every measure goes from 0 to 1, higher is better.",
    by_kind="By kind of question",
    by_kind_note='Bars are "{ours}", marks the other ways. The number of questions is in brackets.',
    kind="Kind",
    kinds={
        "all": "All",
        "keyword": "Keywords",
        "paraphrase": "Paraphrases",
        "fact": "Facts",
        "table": "Tables",
        "definition": "Definitions",
        "contents": "Contents",
        "toc": "Contents",
        "finding": "Findings",
        "crossyear": "Across years",
        "crosslingual": "Other languages",
        "form": "Forms",
        "scan": "Scanned pages",
        "years": "Ways to write years",
        "amounts": "Ways to write amounts",
        "synonyms": "Synonyms",
        "variants": "Spelling variants",
        "unanswerable": "Without an answer",
        "other": "Other",
        "search": "From searches",
        "ask": "From questions",
    },
    kind_count="{kind} ({count})",
    depth="First hits",
    recall_title="How many right passages are among the first",
    recall_axis="Share of right passages",
    chart_alt="{title}. {values}",
    chart_value="{name} {value:.3f}",
    differences="Against the other ways ({measure})",
    higher='Higher than "{other}" by {difference:.3f}, more than chance explains (p{p}).',
    lower='Lower than "{other}" by {difference:.3f}, more than chance explains (p{p}).',
    no_difference='The difference to "{other}" of {difference:+.3f} may be chance (p{p}).',
    answers="Answers and refusals",
    answer_measures={
        "right": "Right answers, cited to their page",
        "contained": "Answers that say the right thing",
        "contained_or_quoted": "Answers that say or quote it",
        "exact_number": "Answers with the very figure and unit",
        "cited": "Answers that cite a right place",
        "citation_precision": "Citations that lead to a right place",
        "places_cited": "Right places that are cited",
        "refusal_precision": "Refusals of questions without an answer",
        "refusal_recall": "Questions without an answer that are refused",
        "refusal_f1": "The harmonic mean of both (F1)",
        "short": "Single answers of at most 120 characters",
        "verbatim": "Quotes that are word for word",
    },
    share="Share",
    count="Counts",
    counts="{count:,} / {of:,}",
    median_length="Median length of answers",
    length="{length:.0f} characters",
    calibration_error="Mean gap of confidence and accuracy (lower is better)",
    reliability="Accuracy by confidence",
    confidence="Confidence",
    accuracy="Share of right answers",
    misses="Questions without a right passage among the first five ({count:,})",
    misses_none="Every question has a right passage among the first five.",
    misses_shown="The worst {shown} are shown.",
    rank="right passage at rank {rank}",
    rank_none="no right passage among the first ten",
    right_place="Right place",
    found_above="What stood above it",
    above="{rank}. {document} {pages} {text}",
    pages="PDF p. {pages}",
    not_searchable="Cannot be searched: {reason}",
    search_this="Search for it",
    wrong_answers="Wrong answers ({count:,})",
    wrong_none="No answer is wrong.",
    faults={
        "answered": "answered though nothing answers it",
        "refused": "refused though something answers it",
        "wrong_place": "cites another place",
        "wrong_answer": "says something else",
    },
    accepted="Right answer",
    ask_this="Ask it",
    missing="Documents asked about that the library does not hold (counted as misses): {names}",
    judged_lead="What was judged right and wrong on the pages of search and questions. It is kept with the library, and shared by all who use it.",
    judged_none='Nothing is judged yet. Press "Right" or "Wrong" on a hit, and it will be listed here.',
    judged_count="{queries:,} queries are judged ({right:,} with right passages, {nothing:,} without an answer, {waiting:,} without a right passage yet)",
    right="Right",
    wrong="Wrong",
    nothing="Nothing in this library answers it",
    no_right_yet="No right passage yet: evaluation leaves it out.",
    forget="Take back",
    forgotten='The judgements of "{query}" were taken back.',
    undo="Undo",
    restored="Everything is back.",
    more_queries="Show more ({count} left)",
    download_questions="Question file (JSONL)",
    download_list="List of judgements (CSV)",
    list_head=("Query", "Verdict", "File", "Title", "PDF pages", "Printed page", "Text", "Judged at (UTC)"),
    tune_hint="tenkyo eval and tenkyo tune read the question file as it is.",
    run="Evaluate these questions",
    run_lead="Measures three ways of searching, and the answers, on the judged questions. Other pages can be used meanwhile.",
    run_few="{fewest} questions with a right passage or without an answer are needed (there are {count}).",
    running="Evaluating: {stage} {done:,} / {total:,}",
    stages={"searching": "searching", "answering": "answering", "": "getting ready"},
    stop="Stop",
    stopped="The evaluation was stopped; nothing of it is kept.",
    done='The evaluation is done: see "Evaluation".',
    failed="The evaluation failed unexpectedly. The server's log tells more.",
    misfit="The documents that were judged are not in the library now, so nothing can be evaluated.",
)
