"""Whom pronouns stand for: ``he_or_she`` (by the rules of ``question``), ``they``, ``it``, and ``relatives`` as "who".

``rules`` tells which is asked of which word; ``opening`` knows a sentence's subject, ``judged`` whom a verb is aimed
at, ``not_meant`` those whom a mention cannot mean.
"""
