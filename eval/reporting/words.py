"""What the written report says, in Japanese; the names of configurations and measures stay as they are."""

from eval.answers.spans import GIVEN, WHOLE

CONFIGURATIONS = {
    "bigrams": "文字2-gramによるBM25（k1=1.2、b=0.75）",
    "lemmas": "形態素（UniDicの語彙素）によるBM25（k1=1.2、b=0.75）",
    "lexical": "典拠の語句検索だけを用いた検索",
    "dense": "典拠の意味検索だけを用いた検索",
    "rrf": "典拠の語句検索と意味検索の順位の逆数による融合（RRF、k=60、各100位まで）",
    "txtai": "txtaiの混合検索（同じモデル、同じ本文、既定の設定）",
    "tenkyo": "典拠の検索（語句検索と意味検索の併用）",
}

ENCODERS = {"bundled": "付属のモデル（multilingual-e5-small）"}

MEASURES = {
    "recall@1": "1位が正解であった割合",
    "recall@5": "上位5件に入った正解の割合",
    "recall@10": "上位10件に入った正解の割合",
    "nDCG@10": "上位10件の並びのよさ（正解が上にあるほど高く、最高は1）",
    "MRR@10": "最初の正解の順位の逆数の平均（10位より下は0）",
}

KINDS = {
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
    "search": "検索からの判定",
    "ask": "質問からの判定",
    "unanswerable": "正解なし",
    "other": "その他",
}

RANKS = ("1位", "2～3位", "4～5位", "6～10位", "10位までになし")
"""The groups of ranks in which first right passages are counted."""

ANSWERS = {
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
}

BY_KIND = {
    "right": "正しく引用",
    "contained": "正答を含む",
    "exact_number": "数値が等しい",
    "cited": "箇所が正しい",
}

SPANS = {
    "short_and_contained": "120字以内で、正答を含む回答",
    "contained": "正答を含む回答",
    "cited": "正しい段落を引用した回答",
    "refused": "回答を控えた質問",
}

WAYS = {WHOLE: "全段落から答えた場合", GIVEN: "正しい段落を与えた場合"}

READING = (
    "正解は、質問ごとにあらかじめ定めた箇所（文書と、頁又は本文の引用）です。いずれかの箇所に当たる検索結果を正解とします。",
    "方式を比べる表と図の範囲は、質問を無作為に引き直して求めた95％信頼区間（ブートストラップ、1,000回）です。",
    "有意差は、対応のある並べ替え検定（両側、符号の入替え10,000回、乱数の種は固定）によります"
    "（Smucker、Allan、Carterette 2007）。"
    "p値は、同じ指標で比べた方式の数についてHolmの方法で補正し、0.05未満を有意とします。",
    "回答は、正答の語句（数値は値と単位）を含み、かつ、正解の頁にある原文を引用しているときに、正しいとします。",
    "同じ文書庫と同じ質問からは、常に同じ報告が得られます。",
)


def kind_words(kind: str) -> str:
    """A kind of question; one that is not known stands as its file names it."""
    return KINDS.get(kind, kind)


def rank_words(rank: int | None) -> str:
    """The rank of a right passage."""
    return f"{rank}位" if rank else RANKS[-1]
