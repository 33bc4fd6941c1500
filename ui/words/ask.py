"""The words of the page that answers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskWords:
    """The words of the page that answers."""

    question_label: str
    question_placeholder: str
    ask_button: str
    answering: str
    ask_lead: str
    questions: tuple[str, ...]
    answer_title: str
    refusal_title: str
    citations_title: str
    nearest_title: str
    confidence: str
    written_by: str
    answer_forms: Mapping[str, str]
    answer_notes: Mapping[str, str]
    struck: Mapping[str, str]
    model_faults: Mapping[str, str]
    writing: str
    open_citation: str
    follow_up: str
    search_question: str
    similar_to: str
    in_document: str
    other_year: str


JAPANESE = AskWords(
    question_label="質問",
    question_placeholder="例：パスワードの有効期限は何日ですか",
    ask_button="質問する",
    answering="答えの書いてある箇所を探しています…",
    ask_lead="文書に書いてあることだけから答え、根拠の箇所を示します。書いてなければ、そうお答えします。",
    questions=(
        "三層の対策とは何ですか",
        "監査で最も多かった指摘は何ですか",
        "パスワードの管理について何が指摘されましたか",
    ),
    answer_title="回答",
    refusal_title="文書からは答えられません",
    citations_title="根拠",
    nearest_title="近い箇所",
    confidence="確からしさ",
    written_by="{model} が書いた文です。引用した箇所と一つずつ照らし合わせ、合わない文は取り消しています。",
    answer_forms={
        "comparison": "質問で比べているものごとの記載です。",
        "candidates": "質問に当てはまる記載が複数あります。どれを指すかは文書でお確かめください。",
    },
    answer_notes={
        "other_year": "{subject}の記載は見つかりません。近いのは別の年度の箇所です。",
        "other_office": "{subject}の文書に記載は見つかりません。近いのは別の団体の箇所です。",
        "one_year_missing": "{subject}の記載は見つかりませんでした。",
        "model_failed": "言語モデルから回答を得られなかったため、文書の記載をそのまま示しています（{subject}）。",
        "model_struck": "言語モデルの文のうち、引用した箇所で確かめられないものを取り消しました。",
        "model_empty": "言語モデルの文はどれも引用した箇所で確かめられなかったため、文書の記載をそのまま示しています。",
        "model_silent": "言語モデルは答えを見つけられなかったため、文書の記載をそのまま示しています。",
    },
    struck={
        "no_citation": "根拠の番号がありません",
        "unknown_citation": "根拠の番号が正しくありません（{subject}）",
        "unfinished": "文が途中で終わっています",
        "fragment": "何についてどうであるかが書かれていません",
        "too_long": "文が長すぎます",
        "quote": "引用した箇所にこのとおりの文がありません（{subject}）",
        "number": "引用した箇所にこの数値がありません（{subject}）",
        "name": "引用した箇所にこの語がありません（{subject}）",
        "elsewhere": "引用した箇所の一つの文や行からは確かめられません（{subject}）",
        "denial": "引用した箇所と打ち消しが合いません",
    },
    model_faults={
        "unreachable": "言語モデルのサーバにつながりません",
        "slow": "言語モデルの応答が時間内に終わりませんでした",
        "denied": "言語モデルのサーバが利用を認めませんでした。設定 llm_key を確かめてください",
        "no_such_model": "言語モデルのサーバに設定 llm_model の名前のモデルがありません",
        "busy": "言語モデルのサーバが混み合っています",
        "server_error": "言語モデルのサーバで不具合が起きました",
        "redirected": "言語モデルのサーバが別のサーバへの転送を求めたため、従いませんでした",
        "broken_off": "言語モデルの応答が途中で切れました",
        "garbled": "言語モデルの応答を読み取れません",
        "too_much": "言語モデルの応答が長すぎます",
        "empty": "言語モデルの応答が空でした",
    },
    writing="言語モデルが回答を書いています…",
    open_citation="根拠{number}の頁を開く",
    follow_up="つづけて調べる",
    search_question="この質問の語句で検索",
    similar_to="根拠{number}に似た箇所",
    in_document="『{title}』の中で検索",
    other_year="{year}の文書で同じ質問",
)


ENGLISH = AskWords(
    question_label="Question",
    question_placeholder="e.g. パスワードの有効期限は何日ですか",
    ask_button="Ask",
    answering="Looking for the passages that answer…",
    ask_lead="Answers only with what the documents say, and shows where. Where they do not say it, so does the answer.",
    questions=(
        "三層の対策とは何ですか",
        "監査で最も多かった指摘は何ですか",
        "パスワードの管理について何が指摘されましたか",
    ),
    answer_title="Answer",
    refusal_title="The documents do not answer this",
    citations_title="Where it stands",
    nearest_title="Nearest passages",
    confidence="Confidence",
    written_by="Written by {model}. Each sentence was checked against what it cites; those that did not fit are struck out.",
    answer_forms={
        "comparison": "What the documents say of each of the things compared.",
        "candidates": "Several places fit the question. Please see in the documents which is meant.",
    },
    answer_notes={
        "other_year": "Nothing was found for {subject}. The nearest passages are of another year.",
        "other_office": "Nothing was found in documents of {subject}. The nearest passages are of another office.",
        "one_year_missing": "Nothing was found for {subject}.",
        "model_failed": "The language model gave no answer, so the documents' own words are shown ({subject}).",
        "model_struck": "Sentences of the language model that the cited passages do not bear out are struck out.",
        "model_empty": "No sentence of the language model was borne out by what it cites, so the documents' own words are shown.",
        "model_silent": "The language model found no answer, so the documents' own words are shown.",
    },
    struck={
        "no_citation": "no citation",
        "unknown_citation": "a citation that does not exist ({subject})",
        "unfinished": "the sentence is cut off",
        "fragment": "it does not say what is how",
        "too_long": "the sentence is too long",
        "quote": "the cited passage has no such sentence ({subject})",
        "number": "the cited passage has no such figure ({subject})",
        "name": "the cited passage has no such word ({subject})",
        "elsewhere": "no one sentence or row of the cited passage bears it out ({subject})",
        "denial": "what is denied differs from the cited passage",
    },
    model_faults={
        "unreachable": "the language model's server cannot be reached",
        "slow": "the language model did not end in time",
        "denied": "the language model's server refused; see the setting llm_key",
        "no_such_model": "the server has no model of the name in the setting llm_model",
        "busy": "the language model's server is busy",
        "server_error": "the language model's server failed",
        "redirected": "the language model's server pointed to another server, which was not followed",
        "broken_off": "the language model's answer broke off",
        "garbled": "the language model's answer cannot be read",
        "too_much": "the language model's answer is too long",
        "empty": "the language model's answer was empty",
    },
    writing="The language model is writing the answer…",
    open_citation="Open the page of citation {number}",
    follow_up="Look further",
    search_question="Search for the words of this question",
    similar_to="Passages like citation {number}",
    in_document="Search in “{title}”",
    other_year="The same question of {year}",
)
