"""Speed, each figure beside that of the bare part in the same run: `python -m eval.bench [BEIR-FOLDER]`.

encoding (bare: transformers' BertModel, the same batches) · a query's way through the parts · asking, beside
searching · a cold search
reading PDFs (bare: pypdfium2's text)
in Chromium, over 50,000 passages: first hits, a page's picture, the server's memory
Figures of one run may be compared; those of two runs only on a machine that does nothing else.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tantivy

from embeddings import load_encoder, prepare_bundled
from embeddings.batching import batches_by_length
from embeddings.bert_encoder import TOKENS_A_BATCH, BertEncoder, pad_batch
from eval.bench_browser import bench_browser
from eval.bench_library import bench_library
from eval.bench_reading import bench_reading, pdf_files
from eval.bench_texts import BenchTexts, read_texts
from eval.timing import median_ms, median_pairs_ms, total_seconds
from index import Library, index_documents
from index.legs.dense import DenseIndex
from index.legs.lexical import LexicalIndex, make_schema
from index.ranking.candidates import POOL
from index.storage.generations import DENSE, FOLDER, LEXICAL
from index.text.analysis import Analysis, analyse
from index.understanding.lexical_query import LexicalQuery
from qa.answering import answer
from tenkyo.settings import Settings, read_settings

BESIDE = Path(__file__).parents[2] / "shared" / "bench" / "jsquad"
"""Used where it is: a BEIR folder in the folder beside the project."""
KEPT = Path(__file__).parents[1] / ".tenkyo" / "bench"
"""Where the large library is kept: it takes minutes to make."""
ENCODED, QUERIES, ROUNDS, COLD_STARTS, TOP_K = 192, 200, 3, 3, 10


def main(arguments: list[str]) -> None:
    """Measure and print everything."""
    texts = read_texts(Path(arguments[0]) if arguments else BESIDE)
    settings = read_settings(encoder="bundled")
    prepare_bundled(settings.cache)
    encoder = load_encoder("bundled", settings.cache)
    if not isinstance(encoder, BertEncoder):
        raise TypeError(f"the bundled model came as {type(encoder).__name__}, not as a BertEncoder")
    print(f"{texts.name}: {len(texts.passages):,} passages; {encoder.name} in {encoder.load().bert.dtype}")
    print(f"{'':38}{'here':>10}{'bare':>10}")
    queries = list(texts.queries[:: max(1, len(texts.queries) // QUERIES)][:QUERIES])
    bare = load_bare_model(settings.cache, encoder)
    bench_encoding(encoder, bare, texts)
    bench_query_encoding(encoder, bare, queries)
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-", ignore_cleanup_errors=True) as folder:
        index_documents(Path(folder), texts.split_documents(), encoder)
        bench_search(encoder, Path(folder), queries)
        bench_asking(Library.open(Path(folder), encoder), queries)
        bench_cold_search(settings, Path(folder), queries[0])
    bench_reading(pdf_files())
    bench_browser(lambda: bench_library(KEPT, encoder))


def load_bare_model(cache: Path, encoder: BertEncoder) -> Callable[[tuple[Any, Any]], object]:
    """transformers' own BertModel over the same weights, in the same precision."""
    import torch
    from transformers import BertModel
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    model = BertModel.from_pretrained(prepare_bundled(cache), dtype=encoder.load().bert.dtype)
    model.train(False)

    @torch.inference_mode()
    def run(batch: tuple[Any, Any]) -> object:
        ids, mask = batch
        return model(ids, attention_mask=None if mask is None else mask.long()).last_hidden_state.mean(dim=1)

    return run


def bench_encoding(
    encoder: BertEncoder, bare: Callable[[tuple[Any, Any]], object], texts: BenchTexts
) -> None:
    """Passages a second: the whole way from text to vector here, the bare model on ids made ready before."""
    chosen = texts.passages[:: max(1, len(texts.passages) // ENCODED)][:ENCODED]
    passages = [f"{title}\n{text}" for title, text in chosen]
    ids = tokenised(encoder, [encoder.prompts.passage + text for text in passages])
    batches = [
        ([passages[position] for position in batch], padded(encoder, [ids[position] for position in batch]))
        for batch in batches_by_length([len(text) for text in ids], TOKENS_A_BATCH)
    ]
    acts: dict[str, Callable[[Any], object]] = {
        "here": lambda batch: encoder.encode_passages(batch[0]),
        "bare": lambda batch: bare(batch[1]),
    }
    seconds = total_seconds(acts, batches, ROUNDS)
    line("encoding, passages a second", *(len(passages) / seconds[name] for name in ("here", "bare")))


def bench_query_encoding(
    encoder: BertEncoder, bare: Callable[[tuple[Any, Any]], object], queries: list[str]
) -> None:
    """Milliseconds a query: from text to vector here, the bare model on ids made ready before."""
    ids = tokenised(encoder, [encoder.prompts.query + query for query in queries])
    line(
        "encoding a query, p50 ms",
        median_ms(lambda query: encoder.encode_queries([query]), queries),
        median_ms(bare, [padded(encoder, [one]) for one in ids]),
    )


def bench_search(encoder: BertEncoder, data: Path, queries: list[str]) -> None:
    """Milliseconds a warm query, as a whole and by its parts, beside the bare engines on the same files."""
    import faiss  # not above: it reads the environment that importing embeddings sets

    generation = max((data / FOLDER).iterdir())
    lexical, dense = LexicalIndex(generation / LEXICAL), DenseIndex.read(generation / DENSE)
    bare_lexical = tantivy.Index(make_schema(), path=str(generation / LEXICAL)).searcher()
    bare_dense = faiss.read_index(str(generation / DENSE))
    analyses = [analyse(query) for query in queries]
    vectors = list(encoder.encode_queries(queries)[:, None, :])
    library = Library.open(data, encoder)
    whole = median_ms(library.search, queries)
    parts = {
        "analysis": median_ms(analyse, queries),
        "encoding": median_ms(lambda query: encoder.encode_queries([query]), queries),
        "lexical leg": median_ms(lambda tokens: lexical.search(LexicalQuery(tokens), POOL), analyses),
        "dense leg": median_ms(lambda vector: dense.search(vector, POOL), vectors),
    }
    bare = {
        "lexical leg": median_ms(
            lambda query: bare_lexical.search(query, TOP_K), [bare_query(tokens) for tokens in analyses]
        ),
        "dense leg": median_ms(lambda vector: bare_dense.search(vector, TOP_K), vectors),
    }
    line("a warm query, p50 ms", whole)
    for name, here in parts.items():
        line(f"  {name}", here, bare.get(name))
    line("  fusion, reading, highlights", whole - sum(parts.values()))


def bench_asking(library: Library, questions: list[str]) -> None:
    """Milliseconds a warm question: a search and what is made of it, beside the search alone.

    Both take turns, so that what else the machine does falls on both alike.
    """
    pairs = median_pairs_ms(lambda question: answer(question, library), library.search, questions)
    line("asking, p50 ms (bare: the search in it)", *pairs)
    line("  what it takes over searching", pairs[0] - pairs[1])


def bare_query(tokens: Analysis) -> tantivy.Query:
    """Any of a query's lemmas, as plain terms."""
    terms = [tantivy.Query.term_query(make_schema(), "lemmas", token.lemma) for token in tokens.lemmas]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])


def bench_cold_search(settings: Settings, data: Path, query: str) -> None:
    """Seconds from starting `tenkyo search` to its end, beside starting Python and importing torch alone."""
    environment = {**os.environ, "TENKYO_CACHE": str(settings.cache), "TENKYO_ENCODER": "bundled"}
    search = "import sys; from tenkyo.cli import main; sys.argv[0] = 'tenkyo'; main()"
    arguments = ["search", query, "--data", str(data), "--json"]

    def run(code: str, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=Path(__file__).parents[1],
        )

    times = range(COLD_STARTS)
    line(
        "a cold `tenkyo search`, p50 s (bare: torch)",
        median_ms(lambda _: run(search, *arguments), times) / 1000,
        median_ms(lambda _: run("import torch"), times) / 1000,
    )


def tokenised(encoder: BertEncoder, texts: list[str]) -> list[list[int]]:
    """The ids of each text."""
    return [encoding.ids for encoding in encoder.load().tokenizer.encode_batch_fast(texts)]


def padded(encoder: BertEncoder, ids: list[list[int]]) -> tuple[Any, Any]:
    """A batch for the model."""
    return pad_batch(ids, encoder.load().pad)


def line(name: str, here: float, bare: float | None = None) -> None:
    """Print one figure beside that of the bare part, where there is one."""
    print(f"{name:38}{here:10.2f}" + ("" if bare is None else f"{bare:10.2f}"), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
