"""A unigram vocabulary in, a tokenizer out: the pipeline of XLM-RoBERTa.

The packed file tells the normalisation code point by code point, and it is sentencepiece's nmt_nfkc: NFKC,
with control characters dropped, every kind of white space and zero-width character turned into a space, and
the full-width tilde ～ (in Japanese the sign of a range) kept. What it cannot tell is how sequences compose
(ｶ and ﾞ to ガ); NFKC does that as the original does.
"""

from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from embeddings.packed import Vocabulary

DROPPED = "\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f"
SPACES = "\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd"
FULL_WIDTH_TILDE, STAND_IN = "～", "\ue000"
"""NFKC would fold the tilde, so it passes through NFKC as a character of the private use area."""


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """The tokenizer of a vocabulary; it cuts off nothing and pads nothing."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(Unigram(pieces, unk_id=vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[{DROPPED}]"), ""),
            normalizers.Replace(Regex(f"[{SPACES}]"), " "),
            normalizers.Replace(FULL_WIDTH_TILDE, STAND_IN),
            normalizers.NFKC(),
            normalizers.Replace(STAND_IN, FULL_WIDTH_TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    tokenizer.decoder = decoders.Metaspace()
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=[begin, "$A", end],
        pair=[begin, "$A", end, end, "$B", end],
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
    special = [begin, end, *(vocabulary.pieces[number] for number in (vocabulary.pad, vocabulary.unknown))]
    tokenizer.add_special_tokens([*special, *({"<mask>"} & set(vocabulary.pieces))])
    return tokenizer
