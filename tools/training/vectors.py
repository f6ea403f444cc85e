"""Word vectors: a continuous bag of lower-cased words in a small window, kept in the form that Stanza loads."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from .corpus import syntactic_words

logger = logging.getLogger(__name__)


def write_word_lines(texts: Iterable[str], destination: Path) -> int:
    """Write one sentence a line as lower-cased words between spaces; return the number of words."""
    count = 0
    with destination.open("w", encoding="utf-8") as out:
        for text in texts:
            words = syntactic_words(text)
            if len(words) > 2:
                count += len(words)
                out.write(" ".join(words) + "\n")
    return count


def train_vectors(
    corpus: Path, destination: Path, *, size: int = 100, words: int = 70_000, epochs: int = 4, threads: int = 2
) -> None:
    """Train CBOW vectors on a file of word lines and save them as a Stanza ``pretrain``.

    Stanza looks every word up in lower case, so the lines must be lower-cased.
    """
    from gensim.models.word2vec import LineSentence, Word2Vec
    from stanza.models.common.pretrain import Pretrain

    model = Word2Vec(
        LineSentence(str(corpus)),
        vector_size=size,
        window=3,
        sg=0,
        negative=5,
        sample=3e-5,
        min_count=3,
        max_final_vocab=words,
        epochs=epochs,
        workers=threads,
        seed=1,
    )
    text = destination.with_suffix(".txt")
    model.wv.save_word2vec_format(str(text))
    logger.info("%d vectors", len(model.wv))
    pretrain = Pretrain(str(destination), str(text), save_to_file=True)
    pretrain.load()
