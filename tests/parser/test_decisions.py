"""Decisions: who chose what, how far it has come, and which claims are about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli import parse
from claimcli.model import Article, Claim, Decision, Status

FILLER = "\n\nThe town lies on the coast. Its harbour is shallow. Most people there fish or mend nets."

# A sentence that opens an article; what is chosen, by whom, and how far it has come.
CASES = [
    # deeds, by the verb that does them
    (
        "The Harlow police opened a criminal investigation.",
        "opened a criminal investigation",
        "Harlow police",
        "taken",
    ),
    (
        "The insurers declared the storm a catastrophe on Monday.",
        "declared the storm a catastrophe",
        "insurers",
        "taken",
    ),
    (
        "The Ferry Union gave Holt Lines a 14-day ultimatum.",
        "gave Holt Lines a 14-day ultimatum",
        "Ferry Union",
        "taken",
    ),
    ("The two sides agreed a truce.", "agreed a truce", "two sides", "taken"),
    ("Holt Lines paid a settlement of $3m.", "paid a settlement of $3m", "Holt Lines", "taken"),
    # what is asked of somebody without “that”
    ("Pilots recommended the city sell the pool.", "sell the pool", "city", "proposed"),
    ("The panel proposed the bank levy on Monday.", "bank levy", "panel", "proposed"),
    ("Tom Reed vowed to run again.", "run again", "Tom Reed", "proposed"),
    # a share that “per” tells; those whom a clause tells of; whose verb a pronoun is
    ("The panel approved a 3.5 per cent rise in fares.", "3.5 per cent rise in fares", "panel", "taken"),
    (
        "Ministers will scrap plans for a 2 per cent levy.",
        "scrap plans for a 2 per cent levy",
        "Ministers",
        "proposed",
    ),
    ("Rangers threatened to fine those who stayed.", "fine those who stayed", "Rangers", "proposed"),
    ("Tom Reed refused to print the advice it got.", "print the advice", "Tom Reed", "declined"),
    ("Tom Reed agreed to let them play.", "let them play", "Tom Reed", "taken"),
    # whom something is promised or given is no part of what is
    ("The mayor promised nurses a pay rise and later dropped it.", "pay rise", "mayor", "declined"),
    ("The city granted the club a long lease.", "long lease", "city", "taken"),
    ("The city granted the club a lease.", "granted the club a lease", "city", "taken"),
    # who resolves to do something, or forbids a deed, has chosen; who moves or recommends has asked
    ("The Harlow Council resolved to sell the old pier.", "sell the old pier", "Harlow Council", "taken"),
    (
        "A judge barred Holt Lines from selling tickets.",
        "barred Holt Lines from selling tickets",
        "judge",
        "taken",
    ),
    ("Holt Lines was barred from selling wine.", "Holt Lines was barred from selling wine", None, "taken"),
    (
        "The port stopped Holt Lines from leaving the bay.",
        "stopped Holt Lines from leaving the bay",
        "port",
        "taken",
    ),
    ("The Harlow Council voted 8-2 to back the toll.", "back the toll", "Harlow Council", "taken"),
    ("The Harlow Council voted overnight to raise the toll.", "raise the toll", "Harlow Council", "taken"),
    ("Senator Anna Marr moved to have him arrested.", "have him arrested", "Anna Marr", "proposed"),
    (
        "The Harlow Council rejected a recommendation that the pier be closed.",
        "pier be closed",
        "Harlow Council",
        "declined",
    ),
    ("Tom Reed refused three times to meet the pilots.", "meet the pilots", "Tom Reed", "declined"),
    ("The Ferry Union vowed to march on Arra.", "march on Arra", "Ferry Union", "proposed"),
    # findings, leave, emergencies
    ("The panel cited the harbour master in contempt.", "harbour master in contempt", "panel", "taken"),
    ("The coach was put on unpaid leave.", "coach was put on unpaid leave", None, "taken"),
    ("Mayor Anna Marr declared a state of emergency.", "declared a state of emergency", "Anna Marr", "taken"),
    ("The Harlow Council okayed the bridge toll.", "bridge toll", "Harlow Council", "taken"),
    ("The inquiry cleared Tom Reed of theft.", "cleared Tom Reed of theft", "inquiry", "taken"),
    ("The prison denied the reporters entry.", "reporters entry", "prison", "declined"),
    # a promise, a plan or a threat that is dropped
    (
        "Tom Reed dropped his pledge to close the quarry.",
        "dropped his pledge to close the quarry",
        "Tom Reed",
        "declined",
    ),
    (
        "Anna Marr is abandoning a plan to sell the pier.",
        "abandoning a plan to sell the pier",
        "Anna Marr",
        "declined",
    ),
    ("Anna Marr went back on her vow to cut the toll.", "cut the toll", "Anna Marr", "declined"),
    # whose words "it" is in; what has a clause of its own; what a day is called
    ("Holt Lines said it was cutting 40 jobs.", "cutting 40 jobs", "Holt Lines", "taken"),
    ("The union says it has the votes to halt the sale.", "halt the sale", None, "proposed"),
    ("A rule that taxed boats in the bay was scrapped by the mayor.", "scrapped rule", "mayor", "taken"),
    (
        "Anna Marr canceled the Fourth of July parade.",
        "canceled the Fourth of July parade",
        "Anna Marr",
        "taken",
    ),
    (
        "Tom Reed agreed to make public the list of donors.",
        "make public the list of donors",
        "Tom Reed",
        "taken",
    ),
    ("Tom Reed will resign unless the board pays him.", "resign", "Tom Reed", "proposed"),
    ("Anna Marr thinks the chancellor ought to quit.", "quit", "chancellor", "proposed"),
    ("Tom Reed thinks the old toll ought to be scrapped.", "old toll ought to be scrapped", None, "proposed"),
    # who will vote against something has chosen against it
    (
        "Tom Reed said he would vote against the levy plan.",
        "vote against the levy plan",
        "Tom Reed",
        "declined",
    ),
    ("Ann Marr will vote no on the port bill.", "vote no on the port bill", "Ann Marr", "declined"),
    ("Tom Reed will oppose the port bill.", "oppose the port bill", "Tom Reed", "declined"),
    ("The union members voted no on the pay deal.", "voted no on the pay deal", "union members", "declined"),
    ("Ann Marr could not vote for a plan that had no quay.", "vote for a plan", "Ann Marr", "declined"),
    ("The panel rejected a motion that would have delayed it.", "rejected a motion", "panel", "declined"),
    # who is named beside what they are
    ("The brewery, Holt Ales, plans to close its mill.", "close its mill", "Holt Ales", "proposed"),
    (
        "Clean Bays, a charity run by divers, said it would buy the old pier.",
        "buy the old pier",
        "Clean Bays",
        "proposed",
    ),
    (
        "Asked about the mayor’s proposed 20% levy on soda, Reed wept.",
        "20% levy on soda",
        "mayor",
        "proposed",
    ),
    # what is yet to be chosen
    ("A ban on night ferries was being weighed.", "ban on night ferries", None, "proposed"),
    ("The sale of the pier is under review.", "sale of the pier", None, "proposed"),
    # what is said of a verb and a date before a noun
    ("Holt Lines would hold up the harbour plan.", "hold up the harbour plan", "Holt Lines", "proposed"),
    (
        "The Harlow Council would put the levy on the November ballot.",
        "put the levy on the November ballot",
        "Harlow Council",
        "proposed",
    ),
    # whom a body names is no “it”, nor a person what a hearing leads to
    (
        "The Ferry Union said Tom Reed had lied, and that it would block his harbour plan.",
        "block his harbour plan",
        "Ferry Union",
        "proposed",
    ),
    (
        "Speaking to Anna Marr at a hearing that could lead to a ban on nets, Tom Reed wept.",
        "ban on nets",
        None,
        "proposed",
    ),
    # verbs that are irregular
    ("A judge froze the harbour funds.", "froze the harbour funds", "judge", "taken"),
    # who asked a court is not who rules
    (
        "The high court stayed the harbour tenders on a plea filed by Tom Reed.",
        "stayed the harbour tenders on a plea",
        "high court",
        "taken",
    ),
    # what is left as it is, or shut
    ("The bank kept its key rate on hold on Monday.", "kept its key rate on hold", "bank", "taken"),
    ("The Ferry Union kept the pier closed.", "kept the pier closed", "Ferry Union", "taken"),
    ("The airport will stay closed until Friday.", "stay closed", "airport", "proposed"),
    (
        "Holt Lines said it had stopped all work at the quarry.",
        "stopped all work at the quarry",
        "Holt Lines",
        "taken",
    ),
    ("Holt Lines paused the drug trial.", "paused the drug trial", "Holt Lines", "taken"),
    ("A judge adjourned the case until May.", "adjourned the case", "judge", "taken"),
    ("Ministers U-turned on the levy.", "U-turned on the levy", "Ministers", "declined"),
    (
        "The Harlow Council met on Monday. It would not, however, delay the opening.",
        "delay the opening",
        "Harlow Council",
        "declined",
    ),
    # what a court is asked to have done, it refuses as a whole
    (
        "The court turned down a bid by Holt Lines to have the permit revoked.",
        "have the permit revoked",
        "court",
        "declined",
    ),
    (
        "The tribunal refused an application to have the fine for smuggling waived.",
        "have the fine for smuggling waived",
        "tribunal",
        "declined",
    ),
    (
        "The council knocked back a request from the bowls club to waive the fee.",
        "waive the fee",
        "council",
        "declined",
    ),
    # who blames or bears what others chose has not chosen it
    (
        "Holt Lines blamed a ban on night flights for half of the loss.",
        "ban on night flights for half of the loss",
        None,
        "taken",
    ),
    ("The Harlow Council imposed a ban on nets.", "ban on nets", "Harlow Council", "taken"),
    (
        "Holt Lines announced a merger with Marr Air.",
        "announced a merger with Marr Air",
        "Holt Lines",
        "taken",
    ),
    ("Thomas Reed stepped down to see more of his family.", "stepped down", "Thomas Reed", "taken"),
    # what completes a verb without an object
    (
        "Anna Marr would not sell before finding a new quay.",
        "sell before finding a new quay",
        "Anna Marr",
        "declined",
    ),
    ("Anna Marr said she would not seek another.", "seek another", "Anna Marr", "declined"),
    # what courts and masters do to somebody, in the passive too, and for how long
    ("A judge jailed Thomas Reed for six years.", "jailed Thomas Reed for six years", "judge", "taken"),
    (
        "Thomas Reed was jailed for six years on Monday.",
        "Thomas Reed was jailed for six years",
        None,
        "taken",
    ),
    (
        "Thomas Reed was sentenced to 18 months in prison.",
        "Thomas Reed was sentenced to 18 months in prison",
        None,
        "taken",
    ),
    (
        "Anna Marr was named chairman of Holt Lines.",
        "Anna Marr was named chairman of Holt Lines",
        None,
        "taken",
    ),
    ("Thomas Reed, 58, was jailed for six years on Monday.", "jailed Thomas Reed", None, "taken"),
    ("A judge ordered Holt Lines to pay $3m.", "pay $3m", "judge", "taken"),
    ("Thomas Reed was ordered to pay $3m in damages.", "pay $3m in damages", None, "taken"),
    ("The high court stays demolition of 212 huts.", "stays demolition of 212 huts", "high court", "taken"),
    (
        "The Harlow Council approved the sale by 11 votes to eight.",
        "approved the sale",
        "Harlow Council",
        "taken",
    ),
    ("Holt Lines signed Thomas Reed on Monday.", "signed Thomas Reed", "Holt Lines", "taken"),
    # what is ended or put off has been chosen; so is what somebody answers by "not to"
    ("The Ferry Union canceled a meeting with Holt.", "canceled a meeting with Holt", "Ferry Union", "taken"),
    ("Holt Lines pulled out of the quarry deal.", "pulled out of the quarry deal", "Holt Lines", "taken"),
    (
        "Holt Lines considered building the quay in Arra but opted not to because of the tide.",
        "quay in Arra",
        "Holt Lines",
        "declined",
    ),
    ("Marr considered selling the pier but decided not to.", "selling the pier", "Marr", "declined"),
    (
        "Mayor Anna Marr asked Holt to sign the treaty. Holt declined to do so on Monday.",
        "sign the treaty",
        "Holt",
        "declined",
    ),
    # a bank's announcement; what is but announced to be proposed
    (
        "Holt Lines ended the day by announcing it would expand its quarry in Arra.",
        "expand its quarry in Arra",
        "Holt Lines",
        "taken",
    ),
    # what somebody has for proposed, and each of two choices that "and" joins
    (
        "Critics mocked Marr’s proposed tax rebates for sailors.",
        "tax rebates for sailors",
        "Marr",
        "proposed",
    ),
    (
        "Critics mocked Marr’s refusal to close the docks and her vote to widen the bridge.",
        "close the docks",
        "Marr",
        "declined",
    ),
    ("The Bank of Arra cut its harbour rate to 4%.", "cut its harbour rate to 4%", "Bank of Arra", "taken"),
    # bodies that a newspaper is full of
    ("The regulator blocked the merger of Holt Lines.", "merger of Holt Lines", "regulator", "declined"),
    (
        "The watchdog gave the green light to the quarry.",
        "gave the green light to the quarry",
        "watchdog",
        "taken",
    ),
    ("The trust stayed away from the harbour rally.", "harbour rally", "trust", "declined"),
    ("Holt Lines filed for bankruptcy on Monday.", "filed for bankruptcy", "Holt Lines", "taken"),
    ("The harbour minister stood down on Monday.", "stood down", "harbour minister", "taken"),
    # what is taken back; what is not done after all
    ("Holt Lines has halved its winter dividend.", "halved its winter dividend", "Holt Lines", "taken"),
    ("The Ferry Union backed down over the pier.", "backed down over the pier", "Ferry Union", "declined"),
    (
        "The Ferry Union said it would not, however, delay the strike.",
        "delay the strike",
        "Ferry Union",
        "declined",
    ),
    (
        "The Ferry Union will not be doing any more tests.",
        "doing any more tests",
        "Ferry Union",
        "declined",
    ),
    # a lone verb; what is to be done to a thing
    ("The Ferry Union proposed that the council wait.", "wait", "council", "proposed"),
    # who is wanted to go, or to lose an office, does not choose it
    ("The Ferry Union called for Thomas Reed to go.", "Thomas Reed to go", "Ferry Union", "proposed"),
    (
        "The Ferry Union wants the mayor to lose his seat.",
        "mayor to lose his seat",
        "Ferry Union",
        "proposed",
    ),
    ("The Ferry Union wants the mayor to leave the league.", "leave the league", "mayor", "proposed"),
    # what is told of a thing asked for leaves it asked for
    (
        "Sailors urged the council to buy a $300 million ice ship that has been delayed twice.",
        "buy a $300 million ice ship",
        "council",
        "proposed",
    ),
    # closed by somebody, or at a time
    ("The quarry road was closed by police.", "quarry road was closed", "police", "taken"),
    ("The quarry road was closed on Monday.", "quarry road was closed on Monday", None, "taken"),
    ("The quarry road has been closed.", "quarry road has been closed", None, "taken"),
    (
        "Thomas Reed was picked as Anna Marr’s deputy.",
        "Thomas Reed was picked as Anna Marr’s deputy",
        None,
        "taken",
    ),
    (
        "The Ferry Union proposed that the harbour board be broken up.",
        "harbour board be broken up",
        "Ferry Union",
        "proposed",
    ),
    # an offer with its answer, also behind a time
    (
        "The Ferry Union offered Thomas Reed a contract; he turned it down.",
        "contract",
        "Thomas Reed",
        "declined",
    ),
    (
        "On Monday the council proposed a ban on nets, and on Friday ministers rejected it.",
        "ban on nets",
        "ministers",
        "declined",
    ),
    (
        "“We will ballot for strike action,” the Ferry Union said.",
        "ballot for strike action",
        None,
        "proposed",
    ),
    ("The Harlow Council banned plastic bags on Monday.", "banned plastic bags", "Harlow Council", "taken"),
    ("The Harlow Council voted on Monday to sell the pier.", "sell the pier", "Harlow Council", "taken"),
    ("The Harlow Council voted to sell the old pier.", "sell the old pier", "Harlow Council", "taken"),
    (
        "The Harlow Council voted 9-4 on Monday to reject a loan for the pool.",
        "loan for the pool",
        None,
        "declined",
    ),
    (
        "Mayor Anna Marr refused to impose a curfew on the docks.",
        "curfew on the docks",
        "Anna Marr",
        "declined",
    ),
    ("Mayor Anna Marr agreed not to appeal the verdict.", "appeal the verdict", "Anna Marr", "declined"),
    (
        "Mayor Anna Marr turned down an offer for the ferry line.",
        "offer for the ferry line",
        "Anna Marr",
        "declined",
    ),
    ("Mayor Anna Marr vowed to close the quarry road.", "close the quarry road", "Anna Marr", "proposed"),
    ("The Ferry Union is considering suing the harbour.", "suing the harbour", "Ferry Union", "proposed"),
    (
        "Anna Marr urged the Harlow Council to widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    ("Anna Marr called for the Harlow Council to widen the bridge.", "widen the bridge", None, "proposed"),
    (
        "The Ferry Union proposed that the Harlow Council halve the toll.",
        "halve the toll",
        "Harlow Council",
        "proposed",
    ),
    (
        "The Harlow Council approved a dam on the upper river.",
        "dam on the upper river",
        "Harlow Council",
        "taken",
    ),
    (
        "The dam on the upper river was approved by the Harlow Council.",
        "dam on the upper river",
        None,
        "taken",
    ),
    (
        "The Harlow Council fired the harbour pilot Tom Reed.",
        "fired the harbour pilot Tom Reed",
        None,
        "taken",
    ),
    (
        "Mayor Anna Marr would not sign the harbour treaty.",
        "sign the harbour treaty",
        "Anna Marr",
        "declined",
    ),
    (
        "The Harlow Museum will hand back a carved canoe.",
        "hand back a carved canoe",
        "Harlow Museum",
        "proposed",
    ),
    (
        "Mayor Anna Marr defended her decision not to join the fishing pact.",
        "join the fishing pact",
        None,
        "declined",
    ),
    (
        "Anna Marr praised the Harlow Council for cutting the harbour toll.",
        "cutting the harbour toll",
        None,
        "taken",
    ),
    (
        "The Ferry Union walked out of the harbour talks.",
        "walked out of the harbour talks",
        "Ferry Union",
        "taken",
    ),
    (
        "The Harlow Museum became the first museum to lend out its bells.",
        "lend out its bells",
        "Harlow Museum",
        "taken",
    ),
    ("Mayor Anna Marr balked at closing the docks.", "closing the docks", "Anna Marr", "declined"),
    (
        "The Harlow Council will most likely repair the old sea wall at Holt.",
        "repair the old sea wall at Holt",
        "Harlow Council",
        "proposed",
    ),
    (
        "Mayor Anna Marr won the endorsement of the Ferry Union.",
        "endorsement of the Ferry Union",
        "Ferry Union",
        "taken",
    ),
    (
        "Anna Marr called on the Harlow Council Monday to widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    (
        "Mayor Anna Marr defended a policy of closing the bridge at night.",
        "policy of closing the bridge",
        "Anna Marr",
        "taken",
    ),
    (
        "Mayor Anna Marr spoke on Monday, with a call for a curfew on the docks.",
        "curfew on the docks",
        "Anna Marr",
        "proposed",
    ),
    (
        "Wednesday brought a surprise, Anna Marr appointing Tom Reed as pilot.",
        "appointing Tom Reed as pilot",
        "Anna Marr",
        "taken",
    ),
    (
        "Anna Marr credited the Harlow Council with widening the bridge.",
        "widening the bridge",
        "Harlow Council",
        "taken",
    ),
    (
        "The Harlow Council debated whether to sell the old pier.",
        "sell the old pier",
        "Harlow Council",
        "proposed",
    ),
    (
        "Mayor Anna Marr received an apology from the Ferry Union.",
        "apology from the Ferry Union",
        "Ferry Union",
        "taken",
    ),
    (
        "The Harlow Council voted against a loan for the pool.",
        "voted against a loan for the pool",
        "Harlow Council",
        "declined",
    ),
    ("Mayor Anna Marr chose to not appeal the verdict.", "appeal the verdict", "Anna Marr", "declined"),
    ("The Harlow Council blocked the bill.", "blocked the bill", "Harlow Council", "declined"),
    (
        "The Harlow Council agreed to release more than 7,000 pages of letters.",
        "release more than 7,000 pages of letters",
        "Harlow Council",
        "taken",
    ),
    (
        "Mayor Anna Marr opposes sending children to work on the docks.",
        "sending children to work on the docks",
        "Anna Marr",
        "declined",
    ),
    (
        "Mayor Anna Marr was asked how the Harlow Council would widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    (
        "Contrary to Anna Marr’s promise to widen the bridge, it is narrow.",
        "widen the bridge",
        "Anna Marr",
        "proposed",
    ),
    (
        "A judge considered whether to order the Harlow Council to close the docks.",
        "order the Harlow Council to close the docks",
        None,
        "proposed",
    ),
    (
        "Reporter Anna Marr is running for mayor of Harlow.",
        "running for mayor of Harlow",
        "Anna Marr",
        "taken",
    ),
    (
        "Anna Marr urged Mayor Tom J. Reed (R) to close the old pier.",
        "close the old pier",
        "Tom J. Reed",
        "proposed",
    ),
    ("Ida Marr praised Mr. Reed for closing the old pier.", "closing the old pier", "Reed", "taken"),
    (
        "Anna Marr blasted Tom Reed on Monday for refusing to close the old pier.",
        "close the old pier",
        "Tom Reed",
        "declined",
    ),
    (
        "Anna Marr went after Tom Reed on Monday over his refusal to close the old pier.",
        "close the old pier",
        "Tom Reed",
        "declined",
    ),
    (
        "Tom Reed was among nine ministers to vote against the loan for the pool.",
        "vote against the loan for the pool",
        "Tom Reed",
        "declined",
    ),
    (
        "Marr defended the Harlow withdrawal from the fishing pact.",
        "withdrawal from the fishing pact",
        "Harlow",
        "taken",
    ),
    ("Marr and Reed both oppose a loan for the pool.", "loan for the pool", "Marr and Reed", "declined"),
    ("Anna Marr, who endorsed Tom Reed in late May, spoke up.", "endorsed Tom Reed", "Anna Marr", "taken"),
    ("The mayor insisted that the old pier be closed.", "old pier be closed", None, "proposed"),
    # a count of votes is no part of what is chosen
    (
        "The Ferry Union on Friday rejected the yard’s latest offer 212-30.",
        "yard’s latest offer",
        "Ferry Union",
        "declined",
    ),
    ("The Ferry Union approved the new contract 212 to 30.", "new contract", "Ferry Union", "taken"),
    # for or against a deed
    (
        "Mayor Anna Marr is in favor of widening the old bridge.",
        "widening the old bridge",
        "Anna Marr",
        "proposed",
    ),
    (
        "Mayor Anna Marr is not open to selling the old pier.",
        "selling the old pier",
        "Anna Marr",
        "declined",
    ),
    (
        "Mayor Anna Marr is opposed to selling the old pier.",
        "selling the old pier",
        "Anna Marr",
        "declined",
    ),
    (
        "Mayor Anna Marr has no intention of selling the old pier.",
        "intention of selling the old pier",
        "Anna Marr",
        "declined",
    ),
    # asked for of nobody in particular, by whose words these are
    (
        "Mayor Anna Marr said the harbour toll should be abolished.",
        "harbour toll should be abolished",
        "Anna Marr",
        "proposed",
    ),
    (
        "The letters should not be burned, Mayor Anna Marr said.",
        "letters should not be burned",
        "Anna Marr",
        "declined",
    ),
    # a verb that ends or forbids its object stays in the label
    (
        "The Harlow Court on Monday struck down a permit for the quarry.",
        "struck down a permit for the quarry",
        "Harlow Court",
        "taken",
    ),
    (
        "The permit for the quarry was struck down by the Harlow Court.",
        "permit for the quarry was struck down",
        "Harlow Court",
        "taken",
    ),
    # who chooses
    (
        "Voters say the Harlow Council must widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    (
        "Anna Marr handed the letters to Tom Reed, who voted to close the docks.",
        "close the docks",
        "Tom Reed",
        "taken",
    ),
    (
        "Anna Marr said the Harlow Council endorsement of the pier was hasty.",
        "endorsement of the pier",
        "Harlow Council",
        "taken",
    ),
    (
        "Anna Marr attacked Tom Reed on Monday over his refusal to widen the bridge.",
        "widen the bridge",
        "Tom Reed",
        "declined",
    ),
    (
        "Anna Marr doubted Tom Reed’s promise that he would widen the bridge.",
        "widen the bridge",
        "Tom Reed",
        "proposed",
    ),
    ("The U.S. should close the docks at Holt.", "close the docks at Holt", "United States", "proposed"),
    (
        "The board named Tom Reed chief pilot of Harlow.",
        "named Tom Reed chief pilot of Harlow",
        "board",
        "taken",
    ),
    (
        "The storm forced the Harlow Council to close the docks at Holt.",
        "close the docks at Holt",
        "Harlow Council",
        "taken",
    ),
    # everyday acts
    (
        "The Bank of Harlow left its key rate unchanged on Monday.",
        "left its key rate unchanged",
        "Bank of Harlow",
        "taken",
    ),
    # courts and counts
    ("The Harlow Council voted Friday, 9-4, to sell the pier.", "sell the pier", "Harlow Council", "taken"),
    ("The Harlow Court ruled that the toll was too high.", "toll was too high", "Harlow Court", "taken"),
    ("The pier levy passed 5-4.", "pier levy passed", None, "taken"),
    (
        "Harlow Council members voted 5-4 in favor of the old pier.",
        "voted 5-4 in favor of the old pier",
        None,
        "taken",
    ),
    ("Holt Lines said on Monday it would appeal.", "appeal", "Holt Lines", "proposed"),
    ("Holt Lines plans to sue.", "sue", "Holt Lines", "proposed"),
    # how far it has come
    ("The Harlow Council has no plans to sell the pier.", "sell the pier", "Harlow Council", "declined"),
    (
        "The Ferry Union refused to rule out a strike on the docks.",
        "strike on the docks",
        "Ferry Union",
        "proposed",
    ),
    ("The pier plan was approved 5-4.", "pier plan", None, "taken"),
    ("The plan was approved 5-4.", "plan was approved", None, "taken"),
    (
        "The Harlow Council dropped its bid for the ferry.",
        "dropped its bid for the ferry",
        "Harlow Council",
        "declined",
    ),
    (
        "The Harlow Council repealed its tax on boats.",
        "repealed its tax on boats",
        "Harlow Council",
        "taken",
    ),
    (
        "The Harlow Council rejected a proposal by Marr to raise parking fees to keep the pool open.",
        "raise parking fees to keep the pool open",
        "Harlow Council",
        "declined",
    ),
    (
        "The Harlow Museum will hand back a carved canoe, its director announced.",
        "hand back a carved canoe",
        "Harlow Museum",
        "taken",
    ),
    (
        "Mayor Anna Marr wants a ban on fireworks at the docks.",
        "ban on fireworks at the docks",
        None,
        "proposed",
    ),
    ("Mayor Anna Marr managed to close the docks at Holt.", "close the docks at Holt", "Anna Marr", "taken"),
    (
        "The Harlow Council voted on Monday to close the docks.",
        "close the docks",
        "Harlow Council",
        "taken",
    ),
    (
        "Several candidates in close races are avoiding the harbour fair at Holt.",
        "harbour fair at Holt",
        None,
        "declined",
    ),
    ("Mayor Anna Marr voted for that harbour plan.", "voted for that harbour plan", "Anna Marr", "taken"),
    ("Mayor Anna Marr moved to close the docks.", "close the docks", "Anna Marr", "taken"),
    (
        "The Harlow Council committed to widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    ("Mayor Anna Marr said no to the harbour toll.", "harbour toll", "Anna Marr", "declined"),
    ("Mayor Anna Marr tried to sell the harbour light.", "sell the harbour light", "Anna Marr", "taken"),
    (
        "The Harlow Council is prepared to widen the bridge.",
        "widen the bridge",
        "Harlow Council",
        "proposed",
    ),
    ("Mayor Anna Marr was reluctant to widen the bridge.", "widen the bridge", "Anna Marr", "declined"),
    ("Mayor Anna Marr is not willing to widen the bridge.", "widen the bridge", "Anna Marr", "declined"),
    ("Mayor Anna Marr is not unwilling to widen the bridge.", "widen the bridge", "Anna Marr", "proposed"),
    ("Mayor Anna Marr said she'd close the docks.", "close the docks", "Anna Marr", "proposed"),
    (
        "Mayor Anna Marr ended her campaign for the harbour light.",
        "ended her campaign for the harbour light",
        "Anna Marr",
        "declined",
    ),
    (
        "The Ferry Union rallied behind the harbour pilot Tom Reed.",
        "rallied behind the harbour pilot Tom Reed",
        "Ferry Union",
        "taken",
    ),
    (
        "Mayor Anna Marr walked back her harbour plan for Holt.",
        "walked back her harbour plan for Holt",
        "Anna Marr",
        "taken",
    ),
    (
        "The Ferry Union's opposition to the harbour toll is old.",
        "opposition to the harbour toll",
        "Ferry Union",
        "declined",
    ),
    (
        "Mayor Anna Marr spoke at noon, naming Tom Reed as her harbour pilot.",
        "naming Tom Reed as her harbour pilot",
        "Anna Marr",
        "taken",
    ),
    ("Mayor Anna Marr called on Tom Reed to resign.", "resign", "Tom Reed", "proposed"),
    ("The Ferry Union plans to sue.", "sue", "Ferry Union", "proposed"),
    (
        "Mayor Anna Marr left the room without approving the harbour toll.",
        "harbour toll",
        "Anna Marr",
        "declined",
    ),
    (
        "Mayor Anna Marr stopped short of approving the harbour toll.",
        "harbour toll",
        "Anna Marr",
        "declined",
    ),
    (
        "The Harlow Council agreed to pay $2 million to settle a claim over the pier.",
        "pay $2 million to settle a claim",
        "Harlow Council",
        "taken",
    ),
    (
        "The Harlow Council voted 5 to 4 in June to sell the pier.",
        "sell the pier",
        "Harlow Council",
        "taken",
    ),
    (
        "The Harlow Council voted on Tuesday against selling the pier.",
        "selling the pier",
        "Harlow Council",
        "declined",
    ),
    ("A Harlow jury found Tom Reed guilty of theft.", "Tom Reed guilty of theft", "Harlow jury", "taken"),
    ("Tom Reed was found not guilty of theft.", "Tom Reed was found not guilty of theft", None, "taken"),
    ("The harbour levy failed 4-5.", "harbour levy failed", None, "declined"),
    (
        "The town's calls for a ban on ferries in the harbour of Holt and a wider road grew.",
        "ban on ferries in the harbour of Holt",
        "town",
        "proposed",
    ),
    # where a label ends
    ("The club hired Anna K. Marr as coach on Monday.", "hired Anna K. Marr as coach", "club", "taken"),
    (
        "Anna Marr promised to “be a voice for the pier,” Tom Reed said.",
        "“be a voice for the pier,”",
        "Anna Marr",
        "proposed",
    ),
    (
        "Anna Marr vowed to widen the road to “make the town of Harlow what it was before the flood.”",
        "widen the road",
        "Anna Marr",
        "proposed",
    ),
    (
        "Anna Marr approved a visit to the pier even as sailors waited.",
        "visit to the pier",
        "Anna Marr",
        "taken",
    ),
    (
        "Anna Marr vowed to attend Holt’s Tuesday speech on the pier.",
        "attend Holt’s Tuesday speech on the pier",
        "Anna Marr",
        "proposed",
    ),
    ("Sailors say the old pilot was fired.", "old pilot was fired", None, "taken"),
    ("Sailors spoke of Anna Marr’s vote in favor of the toll.", "vote in favor of the toll", None, "taken"),
    (
        "Tom Reed will interview the pilots of the ferry.",
        "interview the pilots of the ferry",
        None,
        "proposed",
    ),
    # "to" and what may follow it
    ("The Harlow Council agreed to a merger with Holt.", "a merger with Holt", "Harlow Council", "taken"),
    # verbs that choose only with a particle
    ("Anna Marr will take over the ferry line.", "take over the ferry line", "Anna Marr", "proposed"),
    # what is turned down, and what it takes to turn it down
    ("Mayor Anna Marr was sad but would not veto the toll.", "veto the toll", "Anna Marr", "declined"),
    ("Others seemed ready to abandon the old pier.", "abandon the old pier", "Others", "proposed"),
    (
        "Mayor Anna Marr was tired but would not rule out a wider pier.",
        "wider pier",
        "Anna Marr",
        "proposed",
    ),
    ("Judge Anna Marr denied a motion to move the trial.", "move the trial", "Anna Marr", "declined"),
    (
        "Judge Anna Marr denied Tom Reed’s request to move the trial.",
        "move the trial",
        "Anna Marr",
        "declined",
    ),
    ("Holt Lines has dropped plans for a tower.", "dropped plans for a tower", "Holt Lines", "declined"),
    ("The Harlow Council killed a rival toll bill.", "rival toll bill", "Harlow Council", "declined"),
    ("Holt Corp. will not reopen its mill.", "reopen its mill", "Holt Corp.", "declined"),
    (
        "The Harlow Council isn’t closing the old docks.",
        "closing the old docks",
        "Harlow Council",
        "declined",
    ),
    # what became of what was asked for or planned
    (
        "A proposal to move the fair to Arra was withdrawn last week.",
        "move the fair to Arra",
        None,
        "declined",
    ),
    (
        "Plans for a toll on the harbour bridge have been dropped.",
        "toll on the harbour bridge",
        None,
        "declined",
    ),
    ("An application to close the old pier was refused.", "close the old pier", None, "declined"),
    ("A bid by Holt Lines to buy the ferry was turned down.", "buy the ferry", None, "declined"),
    ("A plan to widen the harbour bridge was approved.", "widen the harbour bridge", None, "taken"),
    (
        "Mayor Anna Marr urged the Harlow Council in May to scrap the toll. The request was refused.",
        "scrap the toll",
        "Harlow Council",
        "declined",
    ),
    (
        "The Ferry Union called for the toll to be halved. The Harlow Council rejected the call.",
        "toll to be halved",
        "Harlow Council",
        "declined",
    ),
    (
        "The Harlow Council put off a vote on the harbour toll.",
        "put off a vote on the harbour toll",
        None,
        "taken",
    ),
    # who refuses to rule out a course leaves it open; who refuses to block one does not block it
    ("Mayor Anna Marr refused to rule out a harbour toll.", "harbour toll", "Anna Marr", "proposed"),
    ("Mayor Anna Marr refused to block the harbour sale.", "block the harbour sale", "Anna Marr", "declined"),
    # questions and their answers
    (
        "Asked if Holt Lines would support a curfew on the docks, Reed said it would not.",
        "support a curfew on the docks",
        "Holt Lines",
        "declined",
    ),
    ("Asked whether she would resign, Mayor Anna Marr said no.", "resign", "Anna Marr", "declined"),
    (
        "Asked if he would sell the old ferry, Tom Reed said: “No.”",
        "sell the old ferry",
        "Tom Reed",
        "declined",
    ),
    (
        "Asked whether he would sign the harbour deal, Tom Reed said he would.",
        "sign the harbour deal",
        "Tom Reed",
        "proposed",
    ),
    (
        "Mayor Anna Marr said no when asked if she would close the quarry.",
        "close the quarry",
        None,
        "declined",
    ),
    # nobody, no longer, no plans; what ought to have been otherwise
    ("No party in Harlow wants to close the old quarry.", "close the old quarry", None, "declined"),
    (
        "The Harlow Council is no longer considering a harbour loan.",
        "harbour loan",
        "Harlow Council",
        "declined",
    ),
    ("Mayor Anna Marr has no plans for a harbour toll.", "harbour toll", "Anna Marr", "declined"),
    (
        "Judge Anna Marr did not recommend that the Harlow Council halve the toll.",
        "halve the toll",
        None,
        "declined",
    ),
    ("Mayor Anna Marr should have fired the harbour pilot.", "fired the harbour pilot", None, "declined"),
    ("Mayor Anna Marr should not have fired the harbour pilot.", "fired the harbour pilot", None, "taken"),
    ("Mayor Anna Marr ignored the Ferry Union’s demand for a new lock.", "new lock", "Anna Marr", "declined"),
    # what is but threatened, unsure, or yet to be reached
    (
        "Mayor Anna Marr threatened not to sign the harbour deal.",
        "not to sign the harbour deal",
        "Anna Marr",
        "proposed",
    ),
    ("Any decision to sell the old pier would take years.", "sell the old pier", None, "proposed"),
    (
        "The mayor saw the Ferry Union’s pending endorsement.",
        "pending endorsement",
        "Ferry Union",
        "proposed",
    ),
    (
        "Holt Lines hopes to broker a deal with the Ferry Union.",
        "deal with the Ferry Union",
        None,
        "proposed",
    ),
    # words between a verb and its "to"
    ("Mayor Anna Marr refused, however, to close the quarry.", "close the quarry", "Anna Marr", "declined"),
    (
        "The Harlow Council agreed late last year to extend the harbour cuts.",
        "extend the harbour cuts",
        "Harlow Council",
        "taken",
    ),
    # what is but looked into
    ("The Harlow Council is exploring a sale of the old ferry.", "sale of the old ferry", None, "proposed"),
    # labels: adjectives, asides, compounds, lone verbs and what they lack
    ("Mayor Anna Marr proposed new, deep harbour cuts.", "new, deep harbour cuts", "Anna Marr", "proposed"),
    (
        "Mayor Anna Marr vowed to ban all nets — hundreds of them — from the bay.",
        "ban all nets — hundreds of them — from the bay",
        "Anna Marr",
        "proposed",
    ),
    (
        "The Harlow Council rejected a plan for a four-day week.",
        "plan for a four-day week",
        None,
        "declined",
    ),
    ("The Harlow Council agreed to shorten its hours.", "shorten its hours", "Harlow Council", "taken"),
    (
        "The Harlow Council agreed to close the old pier for two weeks.",
        "close the old pier for two weeks",
        None,
        "taken",
    ),
    (
        "The Harlow Council agreed to close the old pier three weeks ago.",
        "close the old pier",
        None,
        "taken",
    ),
    (
        "The Ferry Union vowed to rally around its leader.",
        "rally around its leader",
        "Ferry Union",
        "proposed",
    ),
    ("Mayor Anna Marr refused to weigh in, however, on the toll.", "weigh in", "Anna Marr", "declined"),
    (
        "The court heard of harbour claims, which Anna Marr has vowed to ignore.",
        "ignore harbour claims",
        "Anna Marr",
        "proposed",
    ),
    ("Mayor Anna Marr vowed to make Harlow safe.", "make Harlow safe", "Anna Marr", "proposed"),
    ("Mayor Anna Marr made a bid for the harbour seat.", "bid for the harbour seat", "Anna Marr", "proposed"),
    (
        "The Ferry Union urged Anna Marr not to sign the harbour deal.",
        "not to sign the harbour deal",
        "Anna Marr",
        "proposed",
    ),
    (
        "Anna Marr, 58, was found guilty last month of fraud.",
        "found guilty last month of fraud",
        None,
        "taken",
    ),
    # headlines
    (
        "Holt Lines scraps harbour dividend as tide bites",
        "scraps harbour dividend",
        "Holt Lines",
        "taken",
    ),
    (
        "Harlow Reds reject second bid for Osei as manager insists he stays",
        "second bid for Osei",
        "Harlow Reds",
        "declined",
    ),
    # a list's items are the doing of whom its first line names
    (
        "Also on Monday, the Harlow Council:\n\n- Rejected a request from the Reds to sell beer at the pier.",
        "sell beer at the pier",
        "Harlow Council",
        "declined",
    ),
    # "and that it …" goes on from the clause before
    (
        "Tom Reed said the Harlow Council backed him and that it had rejected an offer for the ferry.",
        "offer for the ferry",
        "Harlow Council",
        "declined",
    ),
    (
        "The Harlow Fund said the Harlow Council had met, and that it had agreed to sell the ferry.",
        "sell the ferry",
        "Harlow Council",
        "taken",
    ),
    # voters, too, decide where they have voted
    ("Voters rejected the harbour levy.", "harbour levy", "Voters", "declined"),
]


def decisions_of(opening: str) -> tuple[Decision, ...]:
    return parse(opening + FILLER).decisions


def test_an_editors_note_tells_nothing() -> None:
    opening = "Mayor Anna Marr vowed to close the quarry.\n\nEditor’s note: Tom Reed has pledged to sell the old pier."
    assert [decision.actor for decision in decisions_of(opening)] == ["Anna Marr"]


def test_what_is_turned_down_is_no_part_of_more_that_is_chosen() -> None:
    opening = (
        "Mayor Anna Marr refused to endorse Tom Reed. On Friday she endorsed the pilot Tom Reed"
        " and the engineer Ida Holt."
    )
    assert {decision.status for decision in decisions_of(opening)} == {Status.DECLINED, Status.TAKEN}


@pytest.mark.parametrize(
    ("opening", "action"),
    [
        (
            "Mayor Anna Marr vowed to ban nets — all of them, she said — from the bay on Monday.",
            "vowed to ban nets — all of them, she said — from the bay on Monday",
        ),
        (
            "Mayor Anna Marr vowed to close the quarry, the docks and the old pier, which leaks.",
            "vowed to close the quarry, the docks and the old pier, which leaks",
        ),
        ("Mayor Anna Marr vowed to close the quarry, saying it leaks.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry, but the council did not.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry, and she kept her word.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry — a day too late.", "vowed to close the quarry"),
    ],
)
def test_an_action_goes_on_over_lists_and_asides_but_not_into_another_clause(
    opening: str, action: str
) -> None:
    assert decisions_of(opening)[0].action == action


@pytest.mark.parametrize(("opening", "label", "actor", "status"), CASES)
def test_a_choice_has_a_label_an_actor_and_a_status(
    opening: str, label: str, actor: str | None, status: str
) -> None:
    decision = decisions_of(opening)[0]
    assert (decision.label, decision.status) == (label, status)
    assert actor is None or decision.actor == actor


@pytest.mark.parametrize(
    ("opening", "label", "actor"),
    [
        # whom a verb of asking, a noun of asking or a verb of blame names, also in the passive
        (
            "Anna Marr led with a call for the Ferry Union to widen the bridge.",
            "widen the bridge",
            "Ferry Union",
        ),
        (
            "Anna Marr faulted Tom Reed for repeated votes against the bridge tax.",
            "votes against the bridge tax",
            "Tom Reed",
        ),
        (
            "Anna Marr accused Tom Reed of raising his pay in secret, and for advocating a toll road.",
            "toll road",
            "Tom Reed",
        ),
        (
            "Anna Marr blasted Holt Lines for its practices in closing the docks.",
            "closing the docks",
            "Holt Lines",
        ),
        (
            "At the pier, Anna Marr was scolded by her sister for closing the old docks.",
            "closing the old docks",
            "Anna Marr",
        ),
        # who acts in the clause of a noun with no owner of its own
        (
            "As the year ends, Anna Marr is looking to put restrictions on harbour fishing.",
            "restrictions on harbour fishing",
            "Anna Marr",
        ),
        (
            "Anna Marr has also been a leader of her town in supporting an overhaul of the old docks.",
            "overhaul of the old docks",
            "Anna Marr",
        ),
        (
            "The town re-elected Tom Reed last year, who vowed to close the docks.",
            "close the docks",
            "Tom Reed",
        ),
        # who is linked to a choice, or makes one
        ("Anna Marr remains committed to closing the old docks.", "closing the old docks", "Anna Marr"),
        (
            "The Ferry Union appeared to make a firm decision to close the old docks.",
            "close the old docks",
            "Ferry Union",
        ),
        (
            "Anna Marr made ferries her cause, announcing the appointment of Tom Reed as ferry master.",
            "appointment of Tom Reed as ferry master",
            "Anna Marr",
        ),
        (
            "That approach has failed: By refusing to close the docks, Anna Marr angered the town.",
            "close the docks",
            "Anna Marr",
        ),
        ("Anna Marr worked with Tom Reed to reject the dock tax.", "reject the dock tax", "Anna Marr"),
        # whose a joined thing is
        (
            "Tom Reed spoke of Marr’s stance on the docks and her promise to build a sea wall. Anna Marr sat still.",
            "sea wall",
            "Anna Marr",
        ),
        # of many, those who are counted; of a body, its arm; several by the head of the phrase
        ("A number of council members have vowed to close the docks.", "close the docks", "council members"),
        (
            "The guild, whose political arm has endorsed Anna Marr, met on Monday.",
            "endorsed Anna Marr",
            "political arm",
        ),
        (
            "Members of the Panel on Harlow plan to release a slew of letters.",
            "release a slew of letters",
            "Members of the Panel on Harlow",
        ),
        # who tells somebody what he will do; for whom somebody speaks
        (
            "Anna Marr informed Tom Reed that she would sell the old docks.",
            "sell the old docks",
            "Anna Marr",
        ),
        ("A spokesman for Holt Lines decided to close the old docks.", "close the old docks", "Holt Lines"),
        # who is named before what describes them, or after it
        ("Anna Marr, a lawyer who sued the ferry line, spoke on Monday.", "sued the ferry line", "Anna Marr"),
        (
            "The letter came from the director of Holt Lines, a firm that bought the old pier.",
            "bought the old pier",
            "Holt Lines",
        ),
        (
            "Anna Marr won an endorsement from a former rival, Tom Reed.",
            "endorsement from a former rival",
            "Tom Reed",
        ),
        (
            "“It is late,” said a friend of Tom Reed, who refused to sell the old pier.",
            "sell the old pier",
            "friend of Tom Reed",
        ),
        (
            "The families of those hurt in the fire at Holt Mill, in Arra, have filed a lawsuit against the owner.",
            "filed a lawsuit against the owner",
            "families of those hurt in the fire at Holt Mill",
        ),
        # whose a choice is
        (
            "Readers saw the cost of Anna Marr’s plan to close the old pier.",
            "close the old pier",
            "Anna Marr",
        ),
        (
            "Papers told of the release of secret letters by Holt Lines.",
            "release of secret letters by Holt Lines",
            "Holt Lines",
        ),
        (
            "The rule, the guild said, is that Anna Marr cheated by meeting with the ferry line.",
            "meeting with the ferry line",
            "Anna Marr",
        ),
        # the subject of a verb that has none beside it
        (
            "The owners were upset after Anna Marr called them greedy and proposed raising harbour fees.",
            "raising harbour fees",
            "Anna Marr",
        ),
        (
            "By voting to sell the old pier, the Harlow Council ended a long row.",
            "sell the old pier",
            "Harlow Council",
        ),
        (
            "With a debt that grew, the Harlow Council is under pressure to sell the old pier.",
            "sell the old pier",
            "Harlow Council",
        ),
        (
            "Anna Marr hopes this forces the Harlow Council to close the old pier.",
            "close the old pier",
            "Harlow Council",
        ),
        # only somebody chooses: the owner of a thing, nobody where it has none
        ("Anna Marr’s lawsuit demands a halt to the ferry line.", "halt to the ferry line", "Anna Marr"),
        ("The ministers of Arra all agreed to sell the old pier.", "sell the old pier", "ministers of Arra"),
        (
            "Two-thirds of the voters in Arra would sell the old pier.",
            "sell the old pier",
            "Two-thirds of the voters in Arra",
        ),
        (
            "Key to Anna Marr’s hopes for the bay is to sell the old pier.",
            "sell the old pier",
            "Anna Marr",
        ),
        ("The city of Arra agreed to sell the old pier.", "sell the old pier", "Arra"),
        (
            "Anna Marr won the endorsement of most of the ferry unions.",
            "endorsement of most of the ferry unions",
            "most of the ferry unions",
        ),
        ("It is late, and the law bans fireworks on the docks.", "bans fireworks on the docks", None),
        (
            "Only the new law allows the Harlow Council to sell the old pier.",
            "sell the old pier",
            "Harlow Council",
        ),
        ("Anna Marr invited Tom Reed to run the ferry line.", "run the ferry line", "Anna Marr"),
        ("Tom Reed said on Monday that the GOP sold the old pier.", "sold the old pier", "Republican Party"),
        (
            "The Senate agreed to sell the old pier.\n\nSenate Clerk Office moved.",
            "sell the old pier",
            "Senate",
        ),
        # who asks is not who is asked
        (
            "Anna Marr, urged by Tom Reed to sell the old pier, spoke on Monday.",
            "sell the old pier",
            "Anna Marr",
        ),
        (
            "Tom Marr was asked by Paul Reed whether his plan to sell the old pier was wise.",
            "sell the old pier",
            "Tom Marr",
        ),
        (
            "Anna Marr was praised for persuading the Harlow Council to sell the old pier.",
            "sell the old pier",
            "Harlow Council",
        ),
        # nor is who does it whom it is done to
        (
            "Ann Reed praised Mary Marr’s record, crediting her with widening the bridge.",
            "widening the bridge",
            "Mary Marr",
        ),
        # whose the things are that a clause is about
        (
            "Readers saw Anna Marr’s first ad promising to sell the old pier.",
            "sell the old pier",
            "Anna Marr",
        ),
        (
            "Tom Reed said one of Paul Marr’s faults is his refusal to sell the old pier.",
            "sell the old pier",
            "Paul Marr",
        ),
        (
            "Tom Reed said his study shows that Anna Marr’s record of backing a ban on fireworks is long.",
            "ban on fireworks",
            "Anna Marr",
        ),
        (
            "With the harbour closed, 20 members of the guild cast their votes for the old pier.",
            "votes for the old pier",
            "20 members of the guild",
        ),
        # whom "who" stands for, and whose verb comes after it
        ("The rival who beat the mayor vowed to sell the old pier.", "sell the old pier", "rival"),
        (
            "Anna Marr compared Tom Reed to Paul Holt, who voted to sell the old pier.",
            "sell the old pier",
            "Paul Holt",
        ),
        (
            "With the help of Anna Marr, who voted to sell the old pier, it grew.",
            "sell the old pier",
            "Anna Marr",
        ),
        (
            "Tom Reed was praised by a member of the guild who refused to sell the old pier.",
            "sell the old pier",
            "member of the guild",
        ),
        # where the place, the news agency and the seat are no part of who chooses
        ("HARLOW (Reuters) - Anna Marr voted to sell the old pier.", "sell the old pier", "Anna Marr"),
        ("HARLOW — The Ferry Union voted to sell the old pier.", "sell the old pier", "Ferry Union"),
        (
            "Rep. Anna Marr, D-Ohio, who spoke at noon, refused to sell the old pier.",
            "sell the old pier",
            "Anna Marr",
        ),
        ("Ferry Guild Lodge 12 voted to sell the old pier.", "sell the old pier", "Ferry Guild Lodge 12"),
        ("The White House waited. The House voted to sell the old pier.", "sell the old pier", "House"),
        # spoken of, whoever does it
        (
            "Tom Reed said that expelling the ferry pilots from the guild in May would be hard.",
            "expelling the ferry pilots from the guild",
            None,
        ),
        # nobody is told to choose: not who speaks of it, but who asks for it
        ("Tom Reed said that the decision to sell the old pier was wrong.", "sell the old pier", None),
        (
            "Tom Reed called for the secret letters to be released.",
            "secret letters to be released",
            "Tom Reed",
        ),
    ],
)
def test_who_chooses(opening: str, label: str, actor: str | None) -> None:
    decision = decisions_of(opening)[0]
    assert (decision.label, decision.actor) == (label, actor)


@pytest.mark.parametrize(
    "opening",
    [
        "The ferry pilots declined to be named.",
        "Mayor Anna Marr urged people to avoid the old pier.",
        "Mayor Anna Marr declined to comment.",
        "A clerk requested anonymity.",
        "The river would rise by spring.",
        "The storm will end well.",
        "The proposed dam is old.",
        "Voters think the plan is dull.",
        "Mayor Anna Marr suggested that the road is old.",
        "A wider pier would mean closing the docks.",
        "Mayor Anna Marr hoped to win the race.",
        "The Harlow Council wants access to files.",
        "Mayor Anna Marr will decide whether the pier is safe.",
        "Mayor Anna Marr raised questions about the pier.",
        "The pier holds the harbour together.",
        "Many sailors have to deal with the fog.",
        "The lighthouse would outweigh the pier.",
        "Mayor Anna Marr did not share his anger.",
        "If the Harlow Council sells the old pier, the ferry will end.",
        "Mayor Anna Marr dismissed the story about the pier.",
        "The pier has a boat funding plan.",
        "Had the Harlow Council rejected the old pier, the ferry would be slow.",
        "Rumours that the harbour master has resigned are false.",
        "Mayor Anna Marr denied that she had approved the dam on the river.",
        "Mayor Anna Marr opposed it.",
        "The Harlow Council would have approved the harbour toll.",
        "Tom Reed ended up in the harbour.",
        "The Ferry Union was allowed to widen the bridge.",
        "Surveys suggest that some sailors find the pier dull.",
        "They found the pilot asleep.",
        "Anna Marr moved to the coast of Arra.",
        "Anna Marr answered the call to arms of the union.",
        "About 43% of the sailors support the harbour toll.",
        "Most people would close the pier.",
        "Opposition to a harbour toll was strong.",
        "A meeting with the sailors was long.",
        "The island of Holt is home to 271 pledged delegates.",
        "Peace does not mean that the Harlow Council sells the old pier.",
        "The storm killed a sailor on the old pier.",
        "A wall was raised for the sailors killed by the storm.",
        "Privacy advocates marched on the pier.",
        "Mayor Anna Marr denied that she had threatened to veto the harbour toll.",
        "Peace doesn’t mean Marr sells the old pier.",
        # reactions, effects of things, and what says not what for
        "Tom Reed later apologized for raising his voice.",
        "The director, Anna Marr, dismissed the report as a political exercise.",
        "Tom Reed said he accepted the decision.",
        "Tom Reed and Ida Holt voted against the delay.",
        "Two storms forced the evacuation of the harbour homes.",
        "The Ferry Union waited for Anna Marr’s latest request.",
        # how something is, by nobody and at no time
        "The museum is closed on Sundays.",
        "The chapel was closed.",
        "The ferry office was shut for lunch.",
        # no office
        "Thomas Reed was named as the attacker.",
        "Anna Marr was named player of the season.",
        # a way, a state, a manner of speaking
        "The bus backed down the hill.",
        "The council remained committed to the treaty.",
        "The crew will not be losing heart.",
        "The sailors will not be wearing green.",
        "“We will fight for every seat,” Anna Marr said.",
        # a name alone is no course
        "The sailors asked for Anna Marr.",
        # a subject that a quotation cuts
        "A man who “fooled” old sailors to pay for a boat has been jailed for two years.",
        "The storm threatens harbour jobs.",
        # what is named as something it holds no office by; in his bid for an office
        "Anna Marr named “The Pier” as her favourite film.",
        "Anna Marr lost a debate in her bid for the presidency.",
        "The long winter would replace the old ferries.",
        "The treatment of sailors enters the harbour race.",
        "Tom Reed was sure that Anna Marr would sign.",
        "Tom Reed, a neighbour, refused to leave.",
        "The strike at the docks ended more than three weeks ago.",
        # a purpose, what somebody happens to miss, a way, what is thought, what obeys nobody
        "Tom Reed lied in order to land a better post in Arra.",
        "Tom Reed will miss the rest of the winter.",
        "Tom Reed walked out to the end of the pier.",
        "The spill was considered by inspectors to be harmless.",
        "The heat allowed the fire to spread to the pier.",
        # participles before a noun or "by" are no verbs
        "A recently approved vaccine was old.",
        "The report asks that all letters read by clerks be burned.",
        # what is found, earned or eaten
        "Holt Lines Announces Record Results From Its Ferries",
        "Tom Reed sat down and ordered soup and beer.",
        "Tom Reed had built a career on deals.",
        # what is held, opened, fired, written or weighed; what acts by itself
        "Holt Lines, which holds the lease, was silent.",
        "The guard fired two shots at the boat.",
        "The clerks opened accounts for the drowned.",
        "The lab published a study of old nets.",
        "Tom Reed considered the advice.",
        "Storm closes schools in Harlow",
        "The team is going back on the road.",
        "The Harlow Council cleared the road.",
        "Anna Marr never pressured anybody to change a ruling.",
        # votes that are lacking, or that a condition supposes
        "The Ferry Union lacks the votes to override the veto.",
        "The Ferry Union does not have the votes to strike.",
        "It will rain if the board votes to close the school.",
        # no deeds: what is called something, a part of a name, none at all
        "Anna Marr called the lockdown a mistake.",
        "Anna Marr made no apology for the noise.",
        "Holt Lines kept its boats in the harbour.",
        "Tom Reed stopped the car by the pier.",
        "Tom Reed ordered the fish and laughed.",
        "The weather office said it would rain on Friday.",
        # what somebody denied, or did not say
        "Tom Reed rejected reports that he planned to sell the pier.",
        "Anna Marr did not say the Harlow Council would raise the levy.",
        "Tom Reed dismissed the pilot’s version of events.",
        # what he had done, as likely as what he would do
        "Tom Reed said he’d read the report.",
        # how somebody takes what others said
        "Tom Reed welcomed the mayor’s statement.",
        # a question that nobody answers
        "Mayor Anna Marr was asked if the Harlow Council would close the docks.",
        "Asked whether Holt Lines would sell the pier, Tom Reed smiled.",
        "Asked by reporters whether he would quit, Tom Reed laughed.",
    ],
)
def test_what_nobody_chose_is_no_decision(opening: str) -> None:
    assert decisions_of(opening) == ()


def test_a_headlines_choice_is_the_one_that_the_article_then_tells_in_other_words() -> None:
    told = "Harlow spurns renewed Holt bid\n\nThe Harlow Council rejected an offer for the ferry from Holt Lines."
    assert [d.label for d in decisions_of(told)] == ["offer for the ferry from Holt Lines"]


def test_an_action_goes_on_over_a_name_beside_it() -> None:
    (decision,) = decisions_of("The Harlow Council sold its old ferry to a rival, Holt Lines.")
    assert decision.action == "sold its old ferry to a rival, Holt Lines"


def test_the_action_of_a_noun_opens_with_whose_it_is() -> None:
    (decision,) = decisions_of("The union applauded Anna Marr’s endorsement of the wider bridge at Holt.")
    assert decision.action == "Anna Marr’s endorsement of the wider bridge at Holt"


@pytest.mark.parametrize(
    "passing",
    ["Tom Reed, who closed the old pier, sang.", "Tom Reed sang when the council closed the old pier."],
)
def test_what_but_tells_who_or_when_weighs_less(passing: str) -> None:
    article = parse(f"The tide rose.{FILLER}\n\n{passing}\n\nHolt Lines sold the quarry.{FILLER}")
    assert article.decisions[0].label == "sold the quarry"


def test_a_list_of_what_is_planned_is_planned_throughout() -> None:
    decisions = decisions_of("Mayor Anna Marr vowed to close the docks, sell the pier and go home.")
    assert [(d.label, d.status) for d in decisions] == [
        ("close the docks", Status.PROPOSED),
        ("sell the pier and go home", Status.PROPOSED),
    ]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        (
            "The Harlow Council approved a dam on the upper river, and in 1999 it refused to sell the pier.",
            None,
        ),
        (
            "In 1981 the Harlow Council approved a dam on the river, and in 1999 it sold the old pier.",
            "1981",
        ),
        ("The Harlow Council approved a dam on the upper river in 1998.", "1998"),
        ("On Tuesday the Harlow Council approved a dam on the upper river.", "Tuesday"),
        ("The Harlow Council last week approved a dam on the upper river.", "last week"),
        ("The Harlow Council approved a dam on the upper river.", None),
        ("The Harlow Council approved a dam on the upper river on Friday, 9-4.", "Friday"),
        ("The Harlow Council said on Monday that it would close the docks.", None),
        ("The Harlow Council approved a dam on the upper river that was drawn in 1998.", None),
        ("The Harlow Council decided to keep the upper docks open until June.", None),
        ("The Harlow Council put off a vote on the old pier until its March session.", None),
    ],
)
def test_the_date_is_the_articles_own(sentence: str, when: str | None) -> None:
    assert decisions_of(sentence)[0].when == when


def test_an_article_leads_with_an_everyday_act_after_its_headline() -> None:
    article = parse("A Night in Harlow\n\nThe Harlow Council raised the bridge toll on Monday." + FILLER * 3)
    assert [(d.label, d.when) for d in article.decisions] == [("raised the bridge toll", "Monday")]


def test_it_is_a_body_that_turns_something_down() -> None:
    article = parse(
        "The Harlow Council met." + FILLER * 3 + " It turned down a request for a deeper harbour."
    )
    assert [(d.label, d.status) for d in article.decisions] == [
        ("request for a deeper harbour", Status.DECLINED)
    ]


FERRY = """Harlow Council Rejects Night Ferry to Holt

The Harlow Council on Monday refused to allow a night ferry to Holt, saying the pier was unsafe.
The islanders had requested a night ferry for years. “This was a painful decision,” Mayor Anna Marr said.

“A night ferry would have cost lives,” she said.

“I would vote the same way again,” Marr said.

The union hall has a new roof. “The slates are from Wales,” said Tom Reed, a roofer."""


def claim_with(article: Article, words: str) -> Claim:
    return next(claim for claim in article.claims if words in claim.text)


def test_what_was_asked_for_and_then_refused_is_one_decision() -> None:
    (decision,) = parse(FERRY).decisions
    assert decision.label == "night ferry to Holt"
    assert (decision.actor, decision.status, decision.when) == ("Harlow Council", Status.DECLINED, "Monday")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("painful decision", "about: refers to the decision"),
        ("would have cost lives", "about: same words"),
        ("the pier was unsafe", "about: stands where the decision is told"),
        ("the same way again", "about: goes on from a claim that is"),
    ],
)
def test_a_claim_says_why_it_is_about_a_decision(words: str, why: str) -> None:
    article = parse(FERRY)
    claim = claim_with(article, words)
    assert claim.about == (article.decisions[0].id,)
    assert why in claim.because


def test_a_claim_on_other_matters_is_about_no_decision() -> None:
    assert claim_with(parse(FERRY), "slates").about == ()


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Such a ban is cruel", "banning fireworks on the beach"),
        ("This decision is cruel", "widen the quarry road"),
        ("The law is cruel", None),
    ],
)
def test_a_claim_points_to_a_decision_by_a_noun_of_it_or_one_for_any(said: str, label: str | None) -> None:
    article = parse(
        "The Harlow Council voted to widen the quarry road."
        + FILLER
        + "\n\nThe Ferry Union called for banning fireworks on the beach."
        + FILLER
        + f"\n\n“{said},” said Tom Reed, a roofer."
    )
    linked = claim_with(article, said).about
    assert [d.label for d in article.decisions if d.id in linked] == ([label] if label else [])


def test_a_name_in_a_label_alone_makes_no_claim_about_it() -> None:
    article = parse(
        "Mayor Anna Marr endorsed Tim Holt." + FILLER + "\n\n“I like Holt,” said Tom Reed, a roofer."
    )
    assert len(article.decisions) == 1
    assert claim_with(article, "like Holt").about == ()


def test_a_claim_that_tells_a_decision_is_about_it() -> None:
    article = parse("Anna Marr vowed to close the quarry road." + FILLER)
    assert article.claims[0].about == (article.decisions[0].id,)
    assert "about: tells the decision" in article.claims[0].because


def test_an_answer_belongs_to_what_was_asked_last_and_not_to_what_was_left_open() -> None:
    opening = (
        "Mayor Anna Marr refused to rule out a harbour toll. Tom Reed had asked the Harlow Council in May"
        " to scrap the ferry fee, but it declined."
    )
    status = {decision.label: decision.status for decision in decisions_of(opening)}
    assert status["harbour toll"] is Status.PROPOSED


def test_a_word_that_opens_a_sentence_and_is_new_answers_nothing() -> None:
    asked = "The Harlow Council offered Reed a meeting. "
    assert decisions_of(asked + "Turnout declined.")[0].status is Status.PROPOSED
    assert decisions_of(asked + "Reed declined.")[0].status is Status.DECLINED


@pytest.mark.parametrize(
    ("text", "label", "actor"),
    [
        (
            "The lawyer Tom Reed told sailors it was late. He said they would sue the port.",
            "sue the port",
            None,
        ),
        ("Anna Marr told the pilot of Arra that he must quit.", "quit", "pilot of Arra"),
        ("My sister thinks I should sell the boat.", "sell the boat", None),
        (
            "The broker Tom Reed said Holt Lines would seek a loan and had no plans to cut wages.",
            "cut wages",
            "Holt Lines",
        ),
    ],
)
def test_a_pronoun_is_neither_an_audience_nor_who_reports(text: str, label: str, actor: str | None) -> None:
    (decision,) = [each for each in decisions_of(text) if each.label == label]
    assert decision.actor == actor


def test_a_body_and_a_person_who_do_the_same_have_each_chosen() -> None:
    decisions = decisions_of("The mayor backed down on Friday. The union backed down from its threat to sue.")
    assert {decision.actor for decision in decisions} == {"mayor", "union"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The council approved the tower plan. The planning panel rejected the tower plan in May.",
            {("council", Status.TAKEN), ("planning panel", Status.DECLINED)},
        ),
        (
            "The mayor closed the library on Elm Street. The board refused to close the library.",
            {("mayor", Status.TAKEN), ("board", Status.DECLINED)},
        ),
        (
            "The builder plans to open 312 flats. The council rejected an amendment that would have capped them.",
            {("builder", Status.PROPOSED), ("council", Status.DECLINED)},
        ),
    ],
)
def test_two_who_choose_have_each_chosen(text: str, told: set[tuple[str, Status]]) -> None:
    assert {(d.actor, d.status) for d in parse(text + FILLER).decisions} == told


def test_whoever_takes_an_offer_does_not_do_what_was_offered() -> None:
    decisions = parse("The mayor has offered to resign. The council declined the offer." + FILLER).decisions
    assert {(d.label, d.actor, d.status) for d in decisions} == {
        ("resign", "mayor", Status.PROPOSED),
        ("declined the offer", "council", Status.DECLINED),
    }


def test_both_bodies_are_not_the_two_people_who_spoke() -> None:
    voices = "“It rains,” Anna Marr said. “It does not,” Thomas Reed said. "
    decision = decisions_of(f"{voices}The mayor urged both firms to settle the suit.")[0]
    assert decision.actor == "both firms"


def test_an_answer_belongs_to_what_was_asked() -> None:
    (decision,) = decisions_of(
        "The fishers called on the prosecutor to open an inquiry into the harbour fire. "
        "The prosecutor refused on Friday."
    )
    assert decision.label == "inquiry into the harbour fire"
    assert (decision.status, decision.when) == (Status.DECLINED, "Friday")


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (" The mayor vetoed it.", Status.DECLINED),
        (" Fog came in. The mayor vetoed it.", Status.PROPOSED),
        (" The Harlow Council banned fireworks on the beach. The mayor vetoed it.", Status.PROPOSED),
        (" “Tom Reed wants a spa. It is dear. I would veto it,” the mayor said.", Status.PROPOSED),
        (" Tom Reed opposes it.", Status.PROPOSED),
    ],
)
def test_it_is_what_the_sentence_before_tells_and_no_other_choice(after: str, status: Status) -> None:
    decisions = decisions_of("The fishers called for a toll on the harbour road." + after)
    assert decisions[0].label == "toll on the harbour road"
    assert decisions[0].status == status


def test_we_in_a_quotation_is_the_body_that_the_speakers_role_names() -> None:
    article = parse(
        "Former OPEC Secretary General Jan Holt spoke in Vienna.\n\n"
        "“We would not sell our fields to strangers,” Holt said." + FILLER
    )
    decision = next(d for d in article.decisions if "fields" in d.label)
    assert (decision.actor, decision.status) == ("OPEC", Status.DECLINED)


def test_what_the_opening_tells_comes_first() -> None:
    article = parse(
        "The Harlow Council voted to sell the old pier."
        + FILLER * 5
        + "\n\nAnna Marr said that the Ferry Union refused to repair the lighthouse lamp."
    )
    assert [d.label for d in article.decisions] == ["sell the old pier", "repair the lighthouse lamp"]


def test_ids_are_the_articles_own_and_stable() -> None:
    one, again, other = parse(FERRY), parse(FERRY), parse(FERRY + " It rains.")
    assert [d.id for d in one.decisions] == [d.id for d in again.decisions]
    assert not {d.id for d in one.decisions} & {d.id for d in other.decisions}


VOCABULARY = """Marr Harlow the council voted to sell reject not would will refused plan ban on of by that and
, . “ ” urged Holt turned down it her decision praised for cutting we I in 2020 Tuesday going is was should"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_give_decisions_within_the_text(text: str) -> None:
    article = parse(text)
    known = {decision.id for decision in article.decisions}
    for decision in article.decisions:
        assert 0 <= decision.evidence.start < decision.evidence.end <= len(text)
        assert decision.label in text
        assert decision.action in text
    assert all(set(claim.about) <= known for claim in article.claims)


# Which decisions a claim is about: what speaks for it, weighed.

PIER = "The Harlow Council voted on Monday to sell the old pier."
ROAD = "The Ferry Union called for closing the quarry road."


def labels_of(article: Article, words: str) -> list[str]:
    linked = claim_with(article, words).about
    return [d.label for d in article.decisions if d.id in linked]


@pytest.mark.parametrize(
    ("after", "words", "labels"),
    [
        # it tells the choice, repeats its words, or points to it
        (FILLER + "\n\nAnna Marr said that to sell the pier was mad.", "mad", ["sell the old pier"]),
        (FILLER + "\n\nAnna Marr said that the move was a mistake.", "mistake", ["sell the old pier"]),
        # by another noun of its verb, too
        (FILLER + "\n\nAnna Marr said that the sale was a mistake.", "mistake", ["sell the old pier"]),
        (FILLER + "\n\nAnna Marr said that the purchase was a mistake.", "mistake", []),
        # but a verb points to nothing
        (FILLER + "\n\nAnna Marr said that the fishers will vote in May.", "in May", []),
        # a part of its label is too little by itself
        (FILLER + "\n\nAnna Marr said that the pier was long.", "was long", []),
        # it stands beside it, or goes on from a claim that does
        (" Mayor Anna Marr said that the town was broke.", "broke", ["sell the old pier"]),
        (
            " Mayor Anna Marr called it a relief. “We sleep at last,” she said.",
            "sleep",
            ["sell the old pier"],
        ),
        (" Marr called it a relief.\n\n“We sleep at last,” Tom Reed said.", "sleep", ["sell the old pier"]),
        # another speaker after words of the article's own goes on to another matter
        (" Marr called it a relief.\n\nThe inn has a roof. “It leaks,” Tom Reed said.", "leaks", []),
        (FILLER + "\n\n“I like the sea,” Tom Reed said.", "like the sea", []),
        # a quotation that opens the next paragraph goes on from it; what is told sentences later does not
        ("\n\n“My boat lay there,” Tom Reed said.", "boat", ["sell the old pier"]),
        (" It rained. The inn was full. Tom Reed said that the soup was cold.", "soup", []),
    ],
)
def test_a_claim_is_about_what_enough_speaks_for(after: str, words: str, labels: list[str]) -> None:
    assert labels_of(parse(PIER + after), words) == labels


def test_a_claim_that_plainly_speaks_of_one_decision_needs_more_for_another() -> None:
    article = parse(f"{PIER}{FILLER}\n\n{ROAD}{FILLER}\n\n“Closing the quarry road is mad,” Tom Reed said.")
    assert labels_of(article, "is mad") == ["closing the quarry road"]


def test_a_noun_for_any_decision_means_the_one_just_told() -> None:
    article = parse(f"{PIER}{FILLER}\n\n{ROAD} Tom Reed said that the move was a mistake.")
    assert labels_of(article, "mistake") == ["closing the quarry road"]


@pytest.mark.parametrize(
    ("told", "said", "label"),
    [
        ("Holt Lines will lay off forty sailors.", "The layoffs are cruel", "lay off forty sailors"),
        ("Holt Lines shut down the night ferry.", "The closure is cruel", "shut down the night ferry"),
        ("The Harlow Council expelled two members.", "Their expulsion was rigged", "expelled two members"),
        ("The ministry imposed a tariff on rum.", "The tariffs are mad", "tariff on rum"),
        ("Holt Lines suspended the captain.", "An expulsion is a grave matter", None),
    ],
)
def test_a_claim_is_about_what_it_calls_by_a_noun_of_its_verb(
    told: str, said: str, label: str | None
) -> None:
    article = parse(f"{told}{FILLER}\n\n{said}, Tom Reed said.")
    assert labels_of(article, said) == ([label] if label else [])


def test_a_noun_for_any_decision_means_none_told_later() -> None:
    article = parse(
        "Holt Lines is closing its office in Arra.\n\nThe decision was made on Sunday, said Tom Reed.\n\n"
        "In May, Mayor Anna Marr refused to close the quarry road."
    )
    assert labels_of(article, "on Sunday") == ["closing its office in Arra"]


def test_what_is_called_by_name_outweighs_what_was_just_told() -> None:
    article = parse(
        "The Harlow Council voted to ban drones." + FILLER + f"\n\n{PIER} Tom Reed said the ban was silly."
    )
    assert labels_of(article, "silly") == ["ban drones"]


def test_a_word_of_its_label_is_enough_for_what_is_quoted_on_the_main_decision() -> None:
    article = parse("“The planks are rotten,” Tom Reed said.\n\n" + PIER + FILLER)
    assert labels_of(article, "rotten") == []
    article = parse("“The pier is rotten,” Tom Reed said.\n\n" + PIER + FILLER)
    assert labels_of(article, "rotten") == ["sell the old pier"]


def test_the_plainest_reasons_that_are_enough_are_told() -> None:
    article = parse(PIER + " “Such a decision to sell the old pier is mad,” Tom Reed said.")
    because = claim_with(article, "is mad").because
    assert [why for why in because if why.startswith("about: ")] == ["about: same words"]


NEWS = "The Senate approved the harbour bill on Monday. The mayor of Arra vetoed the bed tax on Friday. "


@pytest.mark.parametrize(
    ("told", "label", "actor", "status"),
    [
        ("Norland said it would build a plant in Arra.", "plant in Arra", "Norland", Status.PROPOSED),
        ("Holt Lines said it will not raise its fares.", "raise its fares", "Holt Lines", Status.DECLINED),
        ("The ministry said it would appoint two pilots.", "appoint two pilots", "ministry", Status.PROPOSED),
    ],
)
def test_what_a_body_said_it_would_do_is_told_beside_other_decisions(
    told: str, label: str, actor: str, status: Status
) -> None:
    last = next(d for d in parse(NEWS + told).decisions if d.label == label)
    assert (last.actor, last.status) == (actor, status)


def test_a_person_who_says_that_it_would_do_something_does_nothing() -> None:
    said = "President Marr said it would hurt the trade."
    assert [d.label for d in parse(NEWS + said).decisions] == ["harbour bill", "bed tax"]


def test_a_particle_makes_no_two_choices_one() -> None:
    article = parse(
        "Tom Reed had no intention of stepping down." + FILLER + "\n\nAnna Marr turned the job down."
    )
    assert [(d.label, d.actor) for d in article.decisions] == [
        ("intention of stepping down", "Tom Reed"),
        ("turned the job down", "Anna Marr"),
    ]


def test_whoever_was_asked_is_who_refuses() -> None:
    article = parse("The governor asked the mayor to resign. She refused.")
    assert [(d.label, d.actor, d.status) for d in article.decisions] == [("resign", "mayor", Status.DECLINED)]


def test_a_lists_item_may_open_with_what_was_denied() -> None:
    article = parse(
        "In other business, the board:\n\n• Hired a pilot.\n\n• Denied a request by Tom Reed to build a pier."
    )
    assert ("build a pier", "board", Status.DECLINED) in [
        (d.label, d.actor, d.status) for d in article.decisions
    ]


def test_to_go_to_at_the_end_of_a_text_is_a_course() -> None:
    assert parse("Anna Marr refused to go to").decisions == ()


def test_a_list_goes_on_behind_an_item_of_several_sentences() -> None:
    items = "• Hired a pilot. Reed said he is keen.\n\n• Rejected a request by the Reed Club to sell beer at games."
    article = parse(f"In other business, the board:\n\n{items}")
    assert ("sell beer at games", "board") in [(d.label, d.actor) for d in article.decisions]
