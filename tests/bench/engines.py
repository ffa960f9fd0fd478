"""The engines that are measured against each other, each over the same words and for the ten best."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from knowledge.index import Index
from knowledge.words import terms

BEST = 10
Ask = Callable[[Sequence[str]], object]  # of a question's terms
Build = Callable[[Sequence[str]], Ask]


def candour(texts: Sequence[str]) -> Ask:
    index = Index.from_bytes(Index.fit([terms(text) for text in texts]).to_bytes())
    return lambda asked: index.search(asked, BEST)


def rank_bm25(texts: Sequence[str]) -> Ask:
    from rank_bm25 import BM25Okapi

    okapi = BM25Okapi([terms(text) for text in texts])

    def ask(asked: Sequence[str]) -> object:
        scores = okapi.get_scores(asked)
        return np.argpartition(-scores, BEST)[:BEST]

    return ask


def bm25s(texts: Sequence[str]) -> Ask:
    from bm25s import BM25

    engine = BM25(backend="numpy")
    engine.index([terms(text) for text in texts], show_progress=False)
    known = engine.vocab_dict

    def ask(asked: Sequence[str]) -> object:
        held = [term for term in asked if term in known]
        return engine.retrieve([held], k=BEST, show_progress=False) if held else ()

    return ask


def fts5(texts: Sequence[str]) -> Ask:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE clauses USING fts5(words, tokenize='unicode61')")
    db.executemany("INSERT INTO clauses VALUES (?)", ((" ".join(terms(text)),) for text in texts))
    db.execute("INSERT INTO clauses(clauses) VALUES ('optimize')")

    def ask(asked: Sequence[str]) -> object:
        wanted = " OR ".join(f'"{term}"' for term in asked)
        return db.execute(
            "SELECT rowid FROM clauses WHERE clauses MATCH ? ORDER BY rank LIMIT 10", (wanted,)
        ).fetchall()

    return ask


def tantivy(texts: Sequence[str]) -> Ask:
    import tantivy as engine

    schema = engine.SchemaBuilder().add_text_field("words", stored=False, tokenizer_name="whitespace").build()
    index: Any = engine.Index(schema)
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for text in texts:
        writer.add_document(engine.Document(words=" ".join(terms(text))))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    return lambda asked: searcher.search(index.parse_query(" ".join(asked), ["words"]), BEST).hits


ENGINES: Mapping[str, Build] = {
    "candour": candour,
    "tantivy": tantivy,
    "bm25s": bm25s,
    "fts5": fts5,
    "rank_bm25": rank_bm25,
}
