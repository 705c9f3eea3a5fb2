"""How well, how surely and how fast the parser reads: programs to run, not part of the test suite.

``python -m tests.benchmarks.accuracy GOLD_DIR`` scores it on annotated articles, ``python -m
tests.benchmarks.speed`` times it on texts that grow.
"""
