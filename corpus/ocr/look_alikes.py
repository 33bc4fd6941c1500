"""An OCR'd line in, characters that look alike put right by their neighbours out; no digit is changed."""

import re

_KATAKANA = "ァ-ヶー"
_TO_KATAKANA = str.maketrans("一－―力口二工夕卜八", "ーーーカロニエタトハ")
_TO_KANJI = str.maketrans("ーカロニエタトハ", "一力口二工夕ト八")
_LIKE_KATAKANA = "一－―力口二工夕卜八"
_BETWEEN_KATAKANA = re.compile(
    rf"(?<=[{_KATAKANA}])[{_LIKE_KATAKANA}]+(?=[{_KATAKANA}])|(?<=[{_KATAKANA}])[一－―](?![一-鿿０-９0-9])"
)
_ALONE_AMONG_KANJI = re.compile(r"(?<=[一-鿿])[ーカロニエタハ](?=[一-鿿])")
_DIGIT_O = re.compile(r"(?<=[0-9,])[OoＯ〇○](?=[0-9,])|(?<=[0-9],)[OoＯ]{3}(?![A-Za-z])")
_CIRCLE = re.compile(r"(?m)^[OoＯｏ](?=[ .]?[ぁ-んァ-ヶ一-鿿])|(?<=\t)[OoＯｏ](?=[ .]?[ぁ-んァ-ヶ一-鿿])")
_HIRAGANA = re.compile(rf"[べぺへ](?=ー)|(?<=[{_KATAKANA}])[べぺ](?=[{_KATAKANA}])")
_TO_KATAKANA_TOO = str.maketrans("へべぺ", "ヘベペ")
_OPENS = re.compile(r"^ー(?=[一-鿿])")


def put_look_alikes_right(text: str) -> str:
    """The line with 力 between katakana read カ, ー between kanji read 一, an O before a Japanese word read
    as the circle that opens an item, and so on. No character moves."""
    text = _BETWEEN_KATAKANA.sub(lambda found: found.group().translate(_TO_KATAKANA), text)
    text = _ALONE_AMONG_KANJI.sub(_kanji, text)
    text = _OPENS.sub("一", text)
    text = _CIRCLE.sub("○", text)
    text = _HIRAGANA.sub(lambda found: found.group().translate(_TO_KATAKANA_TOO), text)
    return _DIGIT_O.sub(lambda found: "0" * len(found.group()), text)


def _kanji(found: re.Match[str]) -> str:
    return found.group().translate(_TO_KANJI)
