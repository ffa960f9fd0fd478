"""Makes a clause likelier whose neighbours under the same headings speak of the question too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.index import Scores
from knowledge.policy import Clause, Policy

LENT = 0.1  # of a clause's score to the one before it and to the one after it

Together = NDArray[np.bool_]


def together(places: Sequence[tuple[Policy, Clause]]) -> Together:
    """Of every clause but the last, whether it stands under the same headings of the same policy as the next."""
    under = [(policy.id, clause.headings) for policy, clause in places]
    return np.array([one == other for one, other in pairwise(under)], np.bool_)


def lifted(scores: Scores, together: Together) -> Scores:
    """A matter is told in a run of clauses, and the words of a question are spread over them.

    A clause that shares nothing with the question stays at nothing.
    """
    shared = scores > 0
    lent = LENT * scores
    found = scores.copy()
    found[1:] += lent[:-1] * (together & shared[1:])
    found[:-1] += lent[1:] * (together & shared[:-1])
    return found
