"""The words of judging hits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JudgingWords:
    """The words of judging hits."""

    label: str
    right: str
    wrong: str
    help: str
    nothing: str
    nothing_help: str
    kept_right: str
    kept_wrong: str
    kept_nothing: str
    taken_back: str


JAPANESE = JudgingWords(
    label="この箇所の判定",
    right="合う",
    wrong="合わない",
    help="調べたことに合う箇所かどうかを記録します。もう一度押すと取り消します。記録は評価の質問になります。",
    nothing="答えはこの文書庫にない、と記録する",
    nothing_help="評価で「正解のない質問」として使います。もう一度押すと取り消します。",
    kept_right="「合う」と記録しました。もう一度押すと取り消します。",
    kept_wrong="「合わない」と記録しました。もう一度押すと取り消します。",
    kept_nothing="「答えは文書庫にない」と記録しました。",
    taken_back="判定を取り消しました。",
)


ENGLISH = JudgingWords(
    label="Judge this passage",
    right="Right",
    wrong="Wrong",
    help="Writes down whether this passage is what was looked for; pressing again takes it back. Evaluation asks these questions.",
    nothing="Write down that nothing in this library answers it",
    nothing_help="Evaluation takes it as a question without an answer. Pressing again takes it back.",
    kept_right="Kept as right. Press again to take it back.",
    kept_wrong="Kept as wrong. Press again to take it back.",
    kept_nothing="Kept: nothing in the library answers it.",
    taken_back="The judgement was taken back.",
)
