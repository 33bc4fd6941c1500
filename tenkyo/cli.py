"""The command line: arguments in, results on stdout, everything else on stderr."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tenkyo.batch import BatchQuery, read_queries, stopwatch
from tenkyo.errors import TenkyoError
from tenkyo.indexing import STOPPED, index_sources, watch_sources
from tenkyo.settings import read_settings

if TYPE_CHECKING:
    from index.types import Hit

EXIT_FAILED, EXIT_USAGE, EXIT_SKIPPED, EXIT_DIFFERS, EXIT_STOPPED = 1, 2, 3, 4, 130

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Find the passage that says so, in a collection of Japanese government documents.",
)

Data = Annotated[Path | None, typer.Option(help="The library's folder; TENKYO_DATA where it is not given.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Queries = Annotated[
    Path | None,
    typer.Option(help='Run all of a file, lines {"id": ..., "query": ...}; prints a JSON line each.'),
]
TopK = Annotated[int | None, typer.Option(min=1, max=100, help="How many hits.")]


@cli.command()
def index(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", readable=False)],
    data: Data = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and bring in each change, until Ctrl-C.")
    ] = False,
) -> None:
    """Add or refresh files and folders, and report what was read and what was not.

    Ctrl-C stops it at any time: what was read is kept, and the same command goes on from there.
    """
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise typer.BadParameter(f"there is no {', '.join(str(path) for path in missing)}")
    settings = read_settings(data=data)
    try:
        if watch:
            watch_sources(settings, paths)
        report = index_sources(settings, paths)
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        raise typer.Exit(EXIT_STOPPED) from None
    raise typer.Exit(EXIT_SKIPPED if report.skipped else 0)


@cli.command()
def search(
    query: Annotated[str | None, typer.Argument()] = None,
    data: Data = None,
    top_k: TopK = None,
    as_json: Json = False,
    queries: Queries = None,
) -> None:
    """Find the passages that answer a query best."""
    from index.understanding.understood import Understood
    from tenkyo.assembly import open_application
    from tenkyo.output import hit_text, search_json, understood_text

    asked = _asked(query, queries)
    application = open_application(read_settings(data=data, top_k=top_k))

    def find(one: BatchQuery) -> "list[Hit]":
        return application.index.search(one.query, top_k=application.settings.top_k)

    def run(one: BatchQuery, clock: Callable[[], float]) -> dict[str, Any]:
        understood = application.index.understand(one.query)
        return search_json(one.id, one.query, understood, find(one), clock())

    if as_json or queries:
        _print_lines(asked, run, lambda one: search_json(one.id, one.query, Understood(one.query), [], 0.0))
        return
    hits = find(asked[0])
    if line := understood_text(application.index.understand(asked[0].query)):
        print(f"understood: {line}", end="\n\n")
    for hit in hits:
        print(hit_text(hit, colour=sys.stdout.isatty()), end="\n\n")
    if not hits:
        print("nothing in the library matches", file=sys.stderr)


@cli.command()
def ask(
    question: Annotated[str | None, typer.Argument()] = None,
    data: Data = None,
    as_json: Json = False,
    queries: Queries = None,
) -> None:
    """Answer a question with what the documents say, or say that they do not."""
    from tenkyo.answer_output import answer_json, answer_text, refusal_json
    from tenkyo.assembly import open_application

    asked = _asked(question, queries)
    application = open_application(read_settings(data=data))

    def run(one: BatchQuery, clock: Callable[[], float]) -> dict[str, Any]:
        return answer_json(one.id, application.write(application.answer(one.query)), clock())

    if as_json or queries:
        _print_lines(asked, run, lambda one: refusal_json(one.id, one.query))
        return
    answer = application.write(application.answer(asked[0].query))
    print(answer_text(answer, colour=sys.stdout.isatty()))


@cli.command()
def replay(
    pack: Annotated[Path, typer.Argument(help="A Word or Excel file that the app made to take away.")],
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Ask again what an evidence pack was made of, and tell whether the same is found.

    Exits with 0 where it is, 4 where anything differs or the pack was altered.
    """
    from tenkyo.assembly import open_application
    from tenkyo.packs.reading import read_pack_file
    from tenkyo.packs.replay_output import replay_json, replay_text
    from tenkyo.packs.replaying import replay as ask_again

    if not pack.is_file():
        raise typer.BadParameter(f"there is no file {pack}")
    read = read_pack_file(pack)
    found = ask_again(open_application(read_settings(data=data)), read)
    print(json.dumps(replay_json(found), ensure_ascii=False) if as_json else replay_text(found))
    raise typer.Exit(0 if found.same else EXIT_DIFFERS)


@cli.command("eval")
def evaluate(
    target: Annotated[Path, typer.Argument(help="A file of judged questions, or a BEIR folder.")],
    data: Data = None,
    as_json: Json = False,
    answers: Annotated[bool, typer.Option("--answers", help="Judge answers and refusals too.")] = False,
    compare: Annotated[
        str | None,
        typer.Option(
            help="Configurations, by commas: bigrams, lemmas, lexical, dense, rrf, txtai, tenkyo. "
            "lexical, dense and tenkyo where it is not given."
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write report.md, report.html and report.json into this folder.")
    ] = None,
    times: Annotated[
        bool, typer.Option("--times", help="Time a query too; these figures differ from run to run.")
    ] = False,
    first: Annotated[
        int | None, typer.Option(min=1, help="Take only so many queries, from the first.")
    ] = None,
) -> None:
    """Measure search quality on judged questions, configurations side by side."""
    from tenkyo.assembly import evaluate_target, report_writer
    from tenkyo.progress import progress_bars

    if not target.exists():
        raise typer.BadParameter(f"there is no {target}")
    write = report_writer(report) if report else None
    names = [name.strip() for name in compare.split(",")] if compare else []
    with progress_bars() as progress:
        found = evaluate_target(
            read_settings(data=data), target, progress, names, answers=answers, timed=times, first=first
        )
    print(json.dumps(found.as_json(), ensure_ascii=False) if as_json else found.as_text())
    for path in write(found) if write else ():
        print(f"written: {path}", file=sys.stderr)


@cli.command()
def tune(
    questions: Annotated[Path | None, typer.Argument(help="A file of judged questions.")] = None,
    data: Data = None,
    as_json: Json = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Let the library rank by the fitted weights.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put back the weights before the last ones.")] = False,
) -> None:
    """Fit the ranking's weights to judged questions of your own, and show what they are worth."""
    from tenkyo.tuning import show_tuning, undo_tuning

    if questions and not questions.is_file():
        raise typer.BadParameter(f"there is no file {questions}")
    settings = read_settings(data=data)
    if undo and questions is None and not apply:
        undo_tuning(settings, as_json=as_json)
    elif questions and not undo:
        show_tuning(settings, questions, apply=apply, as_json=as_json)
    else:
        raise typer.BadParameter("give either a file of judged questions or --undo")


@cli.command()
def status(data: Data = None, as_json: Json = False) -> None:
    """Tell what the library holds, how each document was read, and what could not be."""
    from tenkyo.assembly import open_application
    from tenkyo.reading_output import status_json, status_text

    application = open_application(read_settings(data=data))
    index = application.index
    for line in application.broken_synonyms():
        print(f"tenkyo: a line of synonyms is left out: {line}", file=sys.stderr)
    print(json.dumps(status_json(index), ensure_ascii=False) if as_json else status_text(index))


@cli.command()
def prepare() -> None:
    """Make the bundled model ready; nothing is fetched from a network."""
    from tenkyo.assembly import prepare_model
    from tenkyo.progress import progress_bars

    with progress_bars() as progress:
        print(prepare_model(read_settings(), progress))


@cli.command()
def serve(data: Data = None) -> None:
    """Open the app in the browser's reach: its address is printed."""
    from tenkyo.serving import serve_app

    serve_app(read_settings(data=data))


def main() -> None:
    """Run the command line; each failure ends in one sentence on stderr and an exit code."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        cli()
    except TenkyoError as error:
        print(f"tenkyo: {error}", file=sys.stderr)
        raise SystemExit(EXIT_FAILED) from error
    except ValueError as error:
        print(f"tenkyo: {error}", file=sys.stderr)
        raise SystemExit(EXIT_USAGE) from error


def _asked(query: str | None, queries: Path | None) -> list[BatchQuery]:
    if (query is None) == (queries is None):
        raise typer.BadParameter("give either a query or --queries FILE.jsonl")
    return read_queries(queries) if queries else [BatchQuery(None, query or "")]


def _print_lines(
    asked: list[BatchQuery],
    run: Callable[[BatchQuery, Callable[[], float]], dict[str, Any]],
    empty: Callable[[BatchQuery], dict[str, Any]],
) -> None:
    """One JSON line a query, in order; a query that cannot be run has its reason in `error`."""
    refused = 0
    for one in asked:
        try:
            line = run(one, stopwatch())
        except ValueError as error:
            if one.id is None:
                raise
            refused += 1
            line = {**empty(one), "error": str(error)}
            print(f"tenkyo: query {one.id}: {error}", file=sys.stderr)
        print(json.dumps(line, ensure_ascii=False), flush=True)
    if refused:
        raise typer.Exit(EXIT_SKIPPED)
