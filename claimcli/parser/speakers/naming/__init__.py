"""Who is named: where names stand, how they are written, which are people’s, what stands beside them.

``found`` finds them (``runs``, ``titles``), ``written`` sorts them by their words, ``evidence`` tells
people from bodies, ``known_names`` makes entities of them, and ``register`` decides whose each is (``namesakes``) and
reads what stands beside it (``beside``, ``appositions``).
"""
