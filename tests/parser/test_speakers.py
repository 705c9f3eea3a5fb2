"""Whom mentions stand for. The readable cases are in ``speakers_cases.txt``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcli import parse
from claimcli.lexicon.names import Gender, given_names, persons
from claimcli.model import Speaker, SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.quotation import find_quotations
from claimcli.parser.speakers import Speakers
from claimcli.parser.text import QUOTATION, Layout, Tokens, as_written, lay_out, tokenize
from tests.parser.case_files import read

_CASES = read(Path(__file__).with_name("speakers_cases.txt"))


def laid_out(text: str) -> tuple[Tokens, Layout]:
    written, layout = as_written(text), lay_out(text)
    return tokenize(written, layout.blocks, find_quotations(written, layout.blocks)), layout


def resolve(marked: str) -> list[Speaker | None]:
    """The speakers of the mentions that stand in brackets."""
    text, places = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        if part.startswith("["):
            places.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    t, layout = laid_out(text)
    return Speakers(t, layout).resolve([attribution(t, place) for place in places])


def attribution(t: Tokens, place: tuple[int, int]) -> Attribution:
    """A claim by the mention at a place: its sentence's quotations, or what follows the next word."""
    first, last = bisect_right(t.end, place[0]), bisect_left(t.start, place[1])
    number = bisect_right([a for a, _ in t.sentences], first) - 1
    begin, end = t.sentences[number]
    content = [(i, i + 1) for i in range(begin, end) if t.lower[i] == QUOTATION]
    mention = (first, last)
    return Attribution(content or [(min(last + 1, end - 1), end)], mention, mention, None, number, [])


@pytest.mark.parametrize(("title", "text", "expected"), _CASES, ids=lambda value: str(value)[:40])
def test_mention_stands_for(title: str, text: str, expected: list[str]) -> None:
    found = [_as_told(speaker, told) for speaker, told in zip(resolve(text), expected, strict=True)]
    assert found == expected, title


def test_who_is_named_in_what_tells_of_somebody_is_another() -> None:
    told = "The hacker whose work showed that Marr used a server while she was secretary of state said he was sorry."
    claims = parse("Secretary of State Ann Marr said so. " + told).claims
    assert [claim.speaker and claim.speaker.name for claim in claims] == ["Ann Marr", "hacker", "hacker"]


@pytest.mark.parametrize(
    ("text", "he"),
    [
        ("A diplomat said it would follow the fall of chief Otto Gray. He said it was late.", "diplomat"),
        ("A diplomat said chief Otto Gray would fall. He said it was late.", "Otto Gray"),
        ("A diplomat asked for the letter of Otto Gray. He soon learned that it was late.", "Otto Gray"),
        ("A man met chief Otto Gray. He said it was late.", "Otto Gray"),
    ],
)
def test_who_is_but_named_in_what_is_said_is_hardly_who_says_more(text: str, he: str) -> None:
    speaker = parse(text).claims[-1].speaker
    assert speaker is not None
    assert speaker.name == he


def test_a_firm_called_by_its_first_word_is_nobody() -> None:
    told = "A spokesman said no. Although Midtown said it would live, it is late. He said he wept."
    claims = parse(f"Midtown Bank Inc said no. {told}").claims
    assert {claim.speaker.name for claim in claims if claim.speaker} == {"Midtown Bank Inc", "spokesman"}


def test_a_body_is_named_behind_words_for_what_it_is() -> None:
    (claim,) = parse("The mill’s owner, the Danish firm Holt Lines, said it was late.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Holt Lines"


def test_a_body_is_named_behind_whose_it_is() -> None:
    claims = parse("The museum is shut. Its oldest sponsor, the Quill Fund, said it was late.").claims
    assert [claim.speaker and claim.speaker.name for claim in claims] == ["Quill Fund"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom Reed, 25, and his wife, Ann Marr, 27, plainly pleaded for help.", "Tom Reed and Ann Marr"),
        ("Otto Hall met Tom Reed, 25, and his wife, Ann Marr, who pleaded for help.", "Ann Marr"),
    ],
)
def test_who_is_married_to_a_subject_speaks_along(text: str, who: str) -> None:
    assert [claim.speaker and claim.speaker.name for claim in parse(text).claims] == [who]


def test_he_of_whom_his_lawyer_tells_is_not_the_lawyer() -> None:
    text = "Tom Reed was held on Monday. According to his lawyer, he denied that he took the van."
    inner = next(claim for claim in parse(text).claims if claim.cue and text[slice(*claim.cue)] == "denied")
    assert inner.speaker is not None
    assert inner.via is not None
    assert (inner.speaker.name, inner.via.name) == ("Tom Reed", "Tom Reed’s lawyer")


def test_whom_a_headline_leaves_unnamed_chooses_by_name() -> None:
    text = (
        "Baker refused to close the shop on Friday or sell the ovens\n\nIt rained in Arra. The streets were wet. "
        "Nobody was out. The river rose. The mill was shut. The fields were grey. Tom Reed sang. Trees fell.\n\n"
        "Ann Marr refused to close the shop on Friday or sell the ovens."
    )
    assert {decision.actor for decision in parse(text).decisions} == {"Ann Marr"}


def _as_told(speaker: Speaker | None, told: str) -> str:
    """A speaker as a case tells it: the name, with the role where the case tells one."""
    if speaker is None:
        return "nobody"
    return f"{speaker.name} | {speaker.role}" if " | " in told else speaker.name


def test_speaker_has_role_aliases_and_type() -> None:
    first, second = resolve("[Former NATO Secretary General Jens Reed] spoke. “It is late,” [Reed] said.")
    assert first is second
    assert first is not None
    assert first.role == "Former NATO Secretary General"
    assert "Reed" in first.aliases
    assert first.name not in first.aliases
    assert first.type is SpeakerType.PERSON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Pellbury Council] said no.", SpeakerType.ORGANIZATION),
        ("[Critics] said no.", SpeakerType.GROUP),
        ("[A poll of voters] said no.", SpeakerType.DOCUMENT),
        ("[A farmer] said no.", SpeakerType.PERSON),
        ("[Bakers] said no.", SpeakerType.GROUP),  # a capital that tells nothing
        ("[Norwegians] said no.", SpeakerType.GROUP),
        ("[Thirty percent of voters] said no.", SpeakerType.GROUP),
        ("[None of the three] said no.", SpeakerType.GROUP),
        ("[A large number of voters] said no.", SpeakerType.GROUP),
        ("[Another] said no.", SpeakerType.PERSON),
        ("[MPs] said no.", SpeakerType.GROUP),
        ("[More than 30 countries] said no.", SpeakerType.GROUP),
        ("[A terrified mum-of-three] said no.", SpeakerType.PERSON),
        ("[A bloke in the pub] said no.", SpeakerType.PERSON),
        ("[The Briton] said no.", SpeakerType.PERSON),
        ("[One daughter] said no.", SpeakerType.PERSON),
        ("[One union] said no.", SpeakerType.ORGANIZATION),
        ("[One in five] said no.", SpeakerType.GROUP),
        ("[House Republicans] said no.", SpeakerType.GROUP),
        ("[The Democratic Party of Germany] said no.", SpeakerType.ORGANIZATION),
        ("According to [a count by the council], it is late.", SpeakerType.DOCUMENT),
        ("[Large Companies] Pull Support For Arra\n\nIt rained.", SpeakerType.GROUP),
        ("Ann Marr met Tom Marr and Ida Marr. [The Marrs] said no.", SpeakerType.GROUP),
    ],
)
def test_type(text: str, expected: SpeakerType) -> None:
    (speaker,) = resolve(text)
    assert speaker is not None
    assert speaker.type is expected


def test_roles_are_written_out() -> None:
    (speaker,) = resolve("[Sen. Ann Marr] said no.")
    assert speaker is not None
    assert speaker.role == "Senator"


def test_quoted_names_do_not_speak() -> None:
    article = parse("“Biden was clear,” Tom Reed said. “Putin was not.”")
    assert {claim.speaker.name for claim in article.claims if claim.speaker} == {"Tom Reed"}


def test_who_asked_does_not_answer() -> None:
    article = parse("Ann Marr asked Ruth Reed whether it was late. “No,” she said.")
    assert [claim.speaker.name for claim in article.claims if claim.speaker] == ["Ann Marr", "Ruth Reed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anders Marr said Peter Reed would win, but he added that it would be close.", "Anders Marr"),
        ("Ann Marr thinks Ruth Bell is a liar, although she admitted she had no proof.", "Ann Marr"),
        ("Peter Marr said Tom Reed had stolen it, but he denied that.", "Tom Reed"),  # who answers
        ("Ann Marr said Peter Reed was late, but he admitted it was his fault.", "Peter Reed"),
        ("Louise Marr urged the judge to wait. She rejected reports that Reed was ill.", "Louise Marr"),
        (
            "Tom Marr called it a pity. Tom Marr said Paul Reed had a plan, which, he said, would do.",
            "Tom Marr",
        ),
        (
            "Ann Gold praised the park.\n\nIn May, Jane Reed found it good for her sleep, she said.",
            "Jane Reed",
        ),
        ("Ann Gold praised the park.\n\nMs. Reed had been a good friend, she said.", "Ann Gold"),
    ],
)
def test_who_goes_on_and_who_is_asked(text: str, expected: str) -> None:
    last = parse(text).claims[-1].speaker
    assert last is not None
    assert last.name == expected


@pytest.mark.parametrize(
    ("lead", "body", "expected"),
    [
        (
            "Bakers need higher wages soon, expert says",
            "Bakers need much higher wages, said Ann Marr.",
            "Ann Marr",
        ),
        (
            "Flood wall will fail, engineer warns",
            "Ann Marr warned that the flood wall would fail by spring.",
            "Ann Marr",
        ),
        (
            "A hermit said bakers need higher wages.",
            "“Bakers need high wages,” Mayor Ann Marr said.",
            "hermit",
        ),
        (
            "Mayor stole dam funds, official says",
            "Ann Marr denied that the mayor stole dam funds.",
            "official",
        ),
        (
            "Mayor stole dam funds, official says",
            "Ann Marr said the mayor never stole dam funds.",
            "official",
        ),
        ("Mayor stole dam funds, source says", "Ann Marr said the mayor stole dam funds.", "source"),
        ("Mayor stole dam funds, woman says", "Otto Marr said the mayor stole dam funds.", "woman"),
        (
            "Bakers need higher wages soon, expert says",
            "Bakers need high wages, said Ann Marr. Tom Reed said bakers need higher wages.",
            "expert",
        ),
        (
            "Talks on a bridge failed, official says",
            "An official said talks on a bridge failed. Ann Marr said talks on the bridge failed.",
            "official",
        ),
    ],
)
def test_who_says_again_what_a_headline_tells(lead: str, body: str, expected: str) -> None:
    claim = parse(
        f"{lead}\n\nThey met on Monday. They had cake. It rained all day. It is cold.\n\n{body}"
    ).claims[0]
    assert claim.speaker is not None
    assert claim.speaker.name.lower() == expected.lower()


def test_whom_the_claim_names_comes_before_another_gender() -> None:
    (claim,) = parse("Tom Reed is 63 years old. Ann Marr remains ahead, she said.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ann Marr"


def test_offices_exclude_each_other() -> None:
    known = persons()
    assert known.exclude("judge", "mayor")
    assert known.exclude("treasurer", "gov")
    assert not known.exclude("mp", "minister")
    assert not known.exclude("baker", "mayor")
    assert not known.exclude("congresswoman", "rep")


def test_they_do_not_speak_of_themselves() -> None:
    article = parse("Some millers said that it was late. Farmers could grind the wheat, they said.")
    assert [claim.speaker.name for claim in article.claims if claim.speaker] == ["Some millers"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Several mayors, including Ann Marr and Gov. Tom Reed, said it was late.",
            "Several mayors",
        ),
        ("Officials, including Marr’s aides, said it was late. Ann Marr left.", "Officials"),
        (
            "Dam will fail, expert says\n\nThe dam of Arra will fail, said Ann Marr, head of the guild.",
            "Ann Marr",
        ),
        ("Man hit by train, driver says\n\nA man was hit, said Ann Marr, head of the police.", "driver"),
        (
            "The three bakers -- Ann Marr, Tom Reed and Otto Gray -- said it was late.",
            "Ann Marr, Tom Reed and Otto Gray",
        ),
    ],
)
def test_who_makes_the_first_claim(text: str, expected: str) -> None:
    claim = parse(text).claims[0]
    assert claim.speaker is not None
    assert claim.speaker.name == expected


def test_to_whom_something_seems_so_is_not_who_is_spoken_of() -> None:
    (claim,) = parse("To her critics, Mayor Ann Marr was a fraud.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ann Marr’s critics"


def test_a_quotation_that_opens_with_a_name_is_not_by_its_bearer() -> None:
    said = "“The firemen were late,” said Tom Reed."
    text = said + "\n\nAnn Marr laughed.\n\n“Tom is a decent man. He’s wrong.”"
    last = parse(text).claims[-1].speaker
    assert last is None or last.name != "Tom Reed"


def test_called_is_no_apposition() -> None:
    claim = parse('It rained; one lawmaker called Ann Marr "the last of us." Ann Marr left.').claims[0]
    assert claim.speaker is not None
    assert claim.speaker.name == "lawmaker"


def test_whom_somebody_met_is_told_by_a_clause() -> None:
    (claim,) = parse("A woman I met in Leeds said the dam was safe.").claims
    assert claim.speaker is not None
    assert claim.speaker.name == "woman"


def test_rule_is_told() -> None:
    article = parse("Tom Reed left. “It is late,” he said.")
    assert any(rule.startswith("pronoun: ") for rule in article.claims[0].because)


def test_given_names() -> None:
    names = given_names()
    assert names["mary"] is Gender.FEMALE
    assert names["john"] is Gender.MALE
    assert names["terry"] is None
    assert not {"the", "january"} & names.keys()


def test_words_for_one_role() -> None:
    known = persons()
    assert known.role("sen") == "senator"
    assert known.role("congresswoman") == known.role("congressman")
    assert "senator" in known.heads("lawmaker")


def test_a_word_calls_a_body_of_its_sort() -> None:
    known = persons()
    assert known.may_call("newspaper", ("pellbury", "times"))
    assert known.may_call("company", ("marr", "air"))  # of no sort that its name tells
    assert not known.may_call("company", ("bakers", "association"))
    assert not known.may_call("group", ("pellbury", "university"))


_VOCABULARY = "Ann Marr Tom Reed Mr . , “ ” he she they it who said and the mayor of Council 54"
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, max_size=60))
@example(["Marr", "Ann", ","])  # a comma behind a name ends the text
def test_any_text_is_read(words: list[str]) -> None:
    """Nothing raises, and a speaker is named by words of the text."""
    article = parse(" ".join(words))
    for claim in article.claims:
        if claim.speaker is not None:
            assert claim.speaker.name.strip()
            assert set(re.findall(r"\w+", claim.speaker.name)) <= set(re.findall(r"\w+", article.text)) | {
                "and",
                "s",
            }


def test_who_asks_after_the_walk_changes_nobody() -> None:
    text = "They met Tollgate. Later Tollgate spoke. His plan failed."
    t, layout = laid_out(text)
    speakers = Speakers(t, layout)
    speakers.resolve([])
    his, name = t.lower.index("his"), t.lower.index("tollgate")
    speakers.speaker_of(his, his + 1)
    speaker, _ = speakers.speaker_of(name, name + 1)
    assert speaker is not None
    assert (speaker.name, speaker.type) == ("Tollgate", SpeakerType.ORGANIZATION)


def test_the_same_words_over_and_over_are_read() -> None:
    many = "Those voters say no. " * 3000
    assert {claim.speaker.name for claim in parse(many).claims if claim.speaker} == {"voters"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two candidates, Ann Marr and Tom Reed, said the dam was safe.", "Ann Marr and Tom Reed"),
        ("The three scholars - Mr. Marr and Ms. Reed - said the dam was safe.", "Marr and Reed"),
        ("“It is safe,” said another user, Ann Marr.", "Ann Marr"),
        ("Another critic in Arra — Ann Marr of Pellbury — said the dam was safe.", "Ann Marr"),
        ("The mayor (Tom Reed) said the dam was safe.", "Tom Reed"),
        ("The council — Otto Gray — said the dam was safe.", "council"),
    ],
)
def test_names_set_off_behind_a_description(text: str, name: str) -> None:
    (claim,) = parse(text).claims
    assert claim.speaker is not None
    assert claim.speaker.name == name


def test_the_same_words_at_one_place_are_one_speaker() -> None:
    text = "Otto Reed slept. Ann Marr met Tom Holt. The Tollgate businessman has praised Holt, saying he was a leader."
    names = [claim.speaker.name for claim in parse(text).claims if claim.speaker]
    assert names == ["Otto Reed", "Otto Reed"]


def test_paragraph_that_ends_with_a_name_ends_its_sentence() -> None:
    text = "“It is so,” said Ann Marr, an adviser to Joseph R. Reed Jr.\n\nMrs. Holt said no.\n"
    assert [claim.speaker.name for claim in parse(text).claims if claim.speaker] == ["Ann Marr", "Holt"]


@pytest.mark.parametrize(
    "opening",
    [
        "Professor Ann Marr took over in May. She spoke to Ivo Reed at the harbour.",
        "Ivo Reed talks to Ann Marr, the new head of the pier.",
        "By Ivo Reed\n\nAnn Marr has run the pier for a year.",
    ],
)
def test_interviewed_is_of_whom_most_is_told(opening: str) -> None:
    answers = parse(f"{opening}\n\nQ: Was it late?\n\nA: It was early.\n\nQ: Why?\n\nA: It rained.\n").claims
    assert [claim.speaker.name for claim in answers if claim.speaker] == ["Ann Marr", "Ann Marr"]


def test_several_are_one_speaker_wherever_they_stand() -> None:
    """Lists behind the verb, parties in brackets, and who is joined by "along with"."""
    for text, names in (
        ("“We are late,” said Ann Marr, Tom Reed and Otto Gray.", "Ann Marr, Tom Reed and Otto Gray"),
        ("Ann Marr (R-Iowa) and Tom Reed (D-Ohio) said it was late.", "Ann Marr and Tom Reed"),
        ("Ann Marr, along with Tom Reed, said it was late.", "Ann Marr and Tom Reed"),
    ):
        (claim,) = parse(text).claims
        assert claim.speaker is not None
        assert claim.speaker.name == names


def test_an_accent_belongs_to_its_letter() -> None:
    (speaker,) = resolve("[Ann Gil-Mun\u0303oz] said no.")
    assert speaker is not None
    assert speaker.name == "Ann Gil-Mu\u00f1oz"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Otto Reed left. One said it was dark. “I saw it,” he said.", [None, None]),
        (
            "The singer Ann Marr was told by a teacher that she was late. “I cried,” she said.",
            ["teacher", "Ann Marr"],
        ),
        ("The plan was praised by a teacher. “It is good,” she said.", ["teacher", "teacher"]),
        ("Ann Marr, a pollster who works with Solvex, a firm, said it was late.", ["Ann Marr"]),
        ("A baker who once left Barvex, a mill, said it was late.", ["baker"]),
        ("A baker who backs the bridge, Marr wants it open.", ["baker", "Marr"]),
        # without a comma "who" singles out no name
        ("An aide to Ann Marr who denied the theft was held.", ["aide to Ann Marr"]),
        ("An aide to Ann Marr, who denied the theft, was held.", ["Ann Marr"]),
        (
            "The court jailed an engineer of the Ministry of Roads and Highways (MRH) who denied the theft.",
            ["engineer"],
        ),
        (
            "Ann Marr and Eve Dell said yes. The two bakers who rejected it were late.",
            ["Ann Marr and Eve Dell", "two bakers"],
        ),
        # a surname of which nothing is told but "he"
        # a surname of which nothing is told but "he", where nobody else is near
        ("Zorvin closed the mill. He said it was old.", ["Zorvin"]),
        ("Zorvin flew to Arra. “It is close,” she said.", ["Zorvin"]),
        ("The mill closed. Zorvin cut 40 jobs. He said it was old.", [None]),
        # shares, and when
        ("A quarter of voters said no.", ["A quarter of voters"]),
        ("Six in ten likely voters said no.", ["Six in ten likely voters"]),
        ("Two years ago the board refused to pay.", ["board"]),
        # a seat is no body
        ("Tom Reed said no. The Arra North MP said it was late.", ["Tom Reed", "Tom Reed"]),
        # who tells of their kin is not the kin
        ("Otto Reed, 20, is a baker. When his father died, he said, the shop closed.", ["Otto Reed"]),
        (
            "Ms. Marr’s daughter, Kit, 19, a nurse in Arra, was born here. If her mother leaves, she said, it is over.",
            ["Kit"],
        ),
        # whom the pronoun of what is told stands for: who is told, where the teller's first name speaks against it
        (
            "Ann Marr warned the baker that he was late. Marr was cross. “I had to wait,” she said.",
            ["Ann Marr", "Ann Marr"],
        ),
        # what opens the sentence is no body
        (
            "The Dorn Fund called the plan unfair. Water, the charity said, “is no luxury.”",
            ["Dorn Fund", "Dorn Fund"],
        ),
        # the senator who speaks, not the one he speaks of
        (
            "Sen. Ann Marr said Sen. Otto Reed would come. “He is late,” the senator said.",
            ["Ann Marr", "Ann Marr"],
        ),
        (  # nobody speaks of himself by his name
            "“I counted,” Ann Marr says.\n\n“Good,” Tom Hale said.\n\nShe laughs.\n\n“Tom’s a cook. He’s wrong.”",
            ["Ann Marr", "Tom Hale", "Ann Marr"],
        ),
        ("Ann Marr met the baker. He said the oven was cold.", [None]),
        ("Ashley Marr runs the mill as a baker. He said the oven was cold.", ["Ashley Marr"]),
        # of whom somebody has told goes on with nothing
        (
            "Otto Reed said a guard had told him that the gate was shut. He said he climbed over it.",
            ["Otto Reed", "guard", "Otto Reed"],
        ),
        # "the baker" is one of the bakers who spoke, not one named later
        (
            "One of the bakers said it was late. The oven is cold, the baker said.\n\nThe baker Otto Reed said no.",
            ["One of the bakers", "One of the bakers", "Otto Reed"],
        ),
        # a spokesman has no past of his own
        (
            "Otto Reed left the race. “He is ill,” said Tom Dell, his spokesman.\n\nIn 2009, he refused to run.",
            ["Tom Dell", "Otto Reed"],
        ),
        (
            "Otto Reed left the race. “He is ill,” said Tom Dell, his spokesman.\n\nHe said more would follow.",
            ["Tom Dell", "Tom Dell"],
        ),
        # a sentence in brackets changes nobody
        (
            "Otto Reed said he was ill. (His doctor, Tom Dell, said he was not.) He added that he had a cough.",
            ["Otto Reed", "Tom Dell", "Otto Reed"],
        ),
        # what somebody gives out speaks for her by what it says, not by what it shows
        ("Ann Marr sent a letter which said it was late.", ["Ann Marr"]),
        ("Ann Marr released a letter, which showed that it was late.", ["Ann Marr", "letter"]),
    ],
)
def test_who_makes_the_claims_of_a_text(text: str, names: list[str | None]) -> None:
    assert [claim.speaker and claim.speaker.name for claim in parse(text).claims] == names


def test_a_quotation_that_opens_with_a_word_like_a_name_goes_on() -> None:
    last = parse("“We lost,” said coach Ann Hope.\n\n“Hope is all we have left.”").claims[-1].speaker
    assert last is not None
    assert last.name == "Ann Hope"


def test_no_verb_stands_in_a_role() -> None:
    article = parse("The report is long. It accuses manufacturer Altex of lying. Altex said it was sorry.")
    assert [
        claim.speaker.role for claim in article.claims if claim.speaker and claim.speaker.name == "Altex"
    ] == [None]
