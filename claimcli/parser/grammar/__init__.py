"""A shallow grammar over tokens: verb groups, noun phrases, subjects, and where clauses end.

All positions are token indexes, ranges half-open. Every walk is bounded, most by ``REACH`` tokens, so that
reading a sentence costs time in step with its length.
"""

from claimcli.parser.grammar.nobody import ANY_ADJECTIVE as ANY_ADJECTIVE
from claimcli.parser.grammar.nobody import PARTICLES as PARTICLES
from claimcli.parser.grammar.nobody import SEVERAL as SEVERAL
from claimcli.parser.grammar.nobody import is_trait as is_trait
from claimcli.parser.grammar.noun_phrase import SELVES as SELVES
from claimcli.parser.grammar.noun_phrase import noun_phrase_before as noun_phrase_before
from claimcli.parser.grammar.onward import OPENS_MEASURE as OPENS_MEASURE
from claimcli.parser.grammar.onward import after_heading as after_heading
from claimcli.parser.grammar.onward import apposition_end as apposition_end
from claimcli.parser.grammar.onward import clause_verb as clause_verb
from claimcli.parser.grammar.onward import has_verb as has_verb
from claimcli.parser.grammar.onward import is_finite as is_finite
from claimcli.parser.grammar.onward import is_infinitive as is_infinitive
from claimcli.parser.grammar.onward import is_participle_adjective as is_participle_adjective
from claimcli.parser.grammar.onward import is_reduced as is_reduced
from claimcli.parser.grammar.onward import leads_in as leads_in
from claimcli.parser.grammar.onward import leads_noun as leads_noun
from claimcli.parser.grammar.onward import opens_count as opens_count
from claimcli.parser.grammar.onward import parts_adjectives as parts_adjectives
from claimcli.parser.grammar.onward import phrase_end as phrase_end
from claimcli.parser.grammar.onward import phrase_with_participle_end as phrase_with_participle_end
from claimcli.parser.grammar.onward import skip_adverbs as skip_adverbs
from claimcli.parser.grammar.onward import without_final_mark as without_final_mark
from claimcli.parser.grammar.phrase_marks import INNER as INNER
from claimcli.parser.grammar.phrase_marks import POSSESSIVE_MARKS as POSSESSIVE_MARKS
from claimcli.parser.grammar.phrase_marks import SHARES as SHARES
from claimcli.parser.grammar.phrase_marks import ends_abbreviation as ends_abbreviation
from claimcli.parser.grammar.phrase_marks import is_of_a_university as is_of_a_university
from claimcli.parser.grammar.phrase_marks import opening_bracket as opening_bracket
from claimcli.parser.grammar.phrase_words import A_OR_AN as A_OR_AN
from claimcli.parser.grammar.phrase_words import ARTICLES as ARTICLES
from claimcli.parser.grammar.phrase_words import OPENS_ASIDE as OPENS_ASIDE
from claimcli.parser.grammar.phrase_words import ORDINALS as ORDINALS
from claimcli.parser.grammar.phrase_words import RELATIVE_OBJECTS as RELATIVE_OBJECTS
from claimcli.parser.grammar.phrase_words import RELATIVE_SUBJECTS as RELATIVE_SUBJECTS
from claimcli.parser.grammar.phrase_words import is_field as is_field
from claimcli.parser.grammar.phrase_words import is_nominal as is_nominal
from claimcli.parser.grammar.phrase_words import is_title as is_title
from claimcli.parser.grammar.sentence import Sentence as Sentence
from claimcli.parser.grammar.spine import end_before_verb as end_before_verb
from claimcli.parser.grammar.subject import Subject as Subject
from claimcli.parser.grammar.subject import headline_list as headline_list
from claimcli.parser.grammar.subject import list_start as list_start
from claimcli.parser.grammar.subject import subject_before as subject_before
from claimcli.parser.grammar.tails import NAMING as NAMING
from claimcli.parser.grammar.tails import head_start as head_start
from claimcli.parser.grammar.tails import name_behind as name_behind
from claimcli.parser.grammar.times import WHICH_TIME as WHICH_TIME
from claimcli.parser.grammar.times import time_at as time_at
from claimcli.parser.grammar.times import time_before as time_before
from claimcli.parser.grammar.verb_group import CONTRACTED as CONTRACTED
from claimcli.parser.grammar.verb_group import NOT_ALL as NOT_ALL
from claimcli.parser.grammar.verb_group import REACH as REACH
from claimcli.parser.grammar.verb_group import Group as Group
from claimcli.parser.grammar.verb_group import verb_group as verb_group
