"""A large collection to measure with: PDFs in the manner of audit reports, made up and always the same.

Their words follow Zipf's law, as those of any text do: a few stand in every document, most in few. A passage
has about 300 characters and a page 8 passages, as in real reports and budget books.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

PAGES_A_DOCUMENT, SECTIONS_A_PAGE = 40, 8
FONT, SIZE, LEADING, COLUMNS = "HeiseiKakuGo-W5", 9, 11.6, 54
WIDTH, HEIGHT, MARGIN = 595, 842, 52

WORDS = Path(__file__).with_name("bench_words.txt")
FIELDS, OBJECTS, OFFICES = (line.split() for line in WORDS.read_text(encoding="utf-8").splitlines())
SENTENCES = (
    "{office}が所管する{field}の{object}について、令和{year}年度の関係書類を抽出して確認した。",
    "{object}の決定に当たり、{field}の実績に基づく検討の記録が残されていなかった。",
    "対象{count}件のうち{few}件において、{object}が規則に定める期限より{days}日遅れていた。",
    "{field}の決算額は{amount}千円で、前年度に比べ{less}千円（{share}％）減少している。",
    "所管課によれば、{office}との間で{object}の分担が明らかでなかったためとのことである。",
    "{object}は事業の公平性を支えるものであり、{field}に限らず全庁で統一した取扱いを定める必要がある。",
    "なお、{office}では同様の事例を受けて{field}の手引を改め、{object}の確認欄を設けている。",
    "{field}に係る{object}の様式が{office}ごとに異なり、集計に{days}日を要していた。",
    "したがって、{object}の方法を見直し、{count}件すべてについて再点検を行うべきである。",
    "{office}長は、{field}の{object}を毎月確認し、その結果を書面で残すことが望ましい。",
)
QUESTIONS = (
    "{field}の{object}",
    "{object}が期限より遅れていた",
    "{office} {field} 前年度に比べ減少",
    "{field}における{object}の記録が残されていない",
    "令和{year}年度 {office} {object}",
)


def write_documents(folder: Path, passages: int) -> None:
    """Writes PDFs of about that many passages in all into a folder."""
    registerFont(UnicodeCIDFont(FONT))
    a_document = PAGES_A_DOCUMENT * SECTIONS_A_PAGE
    for number in range(-(-passages // a_document)):
        _write_document(folder / f"{number:04d}.pdf", number)


def bench_queries(count: int) -> list[str]:
    """Queries in the documents' words, each another."""
    chance = random.Random(count)  # noqa: S311 - the same each time, no secret
    asked = (QUESTIONS[number % len(QUESTIONS)].format(**_words(chance)) for number in range(count * 2))
    return list(dict.fromkeys(asked))[:count]


def _write_document(path: Path, number: int) -> None:
    chance = random.Random(number)  # noqa: S311
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
    canvas.setTitle(f"架空市{number}区 令和{1 + number % 7}年度 監査結果報告書")
    for page in range(PAGES_A_DOCUMENT):
        canvas.setFont(FONT, SIZE)
        for row, line in enumerate(_page_lines(chance, page)):
            canvas.drawString(MARGIN, HEIGHT - MARGIN - row * LEADING, line)
        canvas.drawCentredString(WIDTH / 2, MARGIN / 2, str(page + 1))
        canvas.showPage()
    canvas.save()


def _page_lines(chance: random.Random, page: int) -> Iterator[str]:
    for section in range(SECTIONS_A_PAGE):
        words = _words(chance)
        yield f"第{page * SECTIONS_A_PAGE + section + 1} {words['field']}の{words['object']}について"
        written = chance.choice((5, 6, 6, 7))
        text = "　" + "".join(chance.choice(SENTENCES).format(**_words(chance)) for _ in range(written))
        yield from (text[start : start + COLUMNS] for start in range(0, len(text), COLUMNS))


def _words(chance: random.Random) -> dict[str, object]:
    return {
        "field": _by_zipf(chance, FIELDS),
        "object": _by_zipf(chance, OBJECTS),
        "office": _by_zipf(chance, OFFICES),
        "year": chance.randint(1, 7),
        "count": chance.randint(20, 400),
        "few": chance.randint(2, 19),
        "days": chance.randint(2, 90),
        "amount": f"{chance.randint(1_000, 9_999_999):,}",
        "less": f"{chance.randint(100, 99_999):,}",
        "share": f"{chance.uniform(0.1, 40):.1f}",
    }


def _by_zipf(chance: random.Random, words: Sequence[str]) -> str:
    return chance.choices(words, weights=[1 / rank for rank in range(1, len(words) + 1)])[0]
