"""A shallow grammar over tokens: verb groups, noun phrases, subjects, and where clauses end.

All positions are token indexes, ranges half-open. Every walk is bounded by ``REACH`` tokens, so that
reading a sentence costs time in step with its length.
"""

from claimcli.parser.grammar.nobody import ANY_ADJECTIVE, PARTICLES, SEVERAL, is_trait
from claimcli.parser.grammar.noun_phrase import noun_phrase_before
from claimcli.parser.grammar.onward import (
    OPENS_MEASURE,
    after_heading,
    apposition_end,
    clause_verb,
    has_verb,
    is_finite,
    is_infinitive,
    is_participle_adjective,
    is_reduced,
    leads_noun,
    opens_count,
    phrase_end,
    phrase_with_participle_end,
    skip_adverbs,
    without_final_mark,
)
from claimcli.parser.grammar.phrase_marks import (
    INNER,
    POSSESSIVE_MARKS,
    SHARES,
    is_of_a_university,
    opening_bracket,
)
from claimcli.parser.grammar.phrase_words import (
    A_OR_AN,
    ARTICLES,
    OPENS_ASIDE,
    ORDINALS,
    RELATIVE_OBJECTS,
    RELATIVE_SUBJECTS,
    is_field,
    is_nominal,
    titles_name,
)
from claimcli.parser.grammar.sentence import Sentence
from claimcli.parser.grammar.subject import (
    IN_LISTS,
    STRESSED,
    Subject,
    headline_list,
    list_start,
    subject_before,
)
from claimcli.parser.grammar.tails import head_start
from claimcli.parser.grammar.times import FROM_NOW, WHICH_TIME, time_at, time_before
from claimcli.parser.grammar.verb_group import CONTRACTED, REACH, Group, verb_group

__all__ = [
    "ANY_ADJECTIVE",
    "ARTICLES",
    "A_OR_AN",
    "CONTRACTED",
    "FROM_NOW",
    "INNER",
    "IN_LISTS",
    "OPENS_ASIDE",
    "OPENS_MEASURE",
    "ORDINALS",
    "PARTICLES",
    "POSSESSIVE_MARKS",
    "REACH",
    "RELATIVE_OBJECTS",
    "RELATIVE_SUBJECTS",
    "SEVERAL",
    "SHARES",
    "STRESSED",
    "WHICH_TIME",
    "Group",
    "Sentence",
    "Subject",
    "after_heading",
    "apposition_end",
    "clause_verb",
    "has_verb",
    "head_start",
    "headline_list",
    "is_field",
    "is_finite",
    "is_infinitive",
    "is_nominal",
    "is_of_a_university",
    "is_participle_adjective",
    "is_reduced",
    "is_trait",
    "leads_noun",
    "list_start",
    "noun_phrase_before",
    "opening_bracket",
    "opens_count",
    "phrase_end",
    "phrase_with_participle_end",
    "skip_adverbs",
    "subject_before",
    "time_at",
    "time_before",
    "titles_name",
    "verb_group",
    "without_final_mark",
]
