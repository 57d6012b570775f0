"""The grammar of the invented prose: what an article says under each kind of heading."""

from __future__ import annotations

import words

HEADINGS: dict[str, tuple[str, ...]] = {
    "release": ("Release date", "When does {season} come out?", "The date, as far as it is known"),
    "renewal": ("Has {season} been ordered?", "Renewal", "How {season} came about"),
    "production": ("Production", "Filming in {place}", "How far the making has come"),
    "cast": ("Cast", "Who is in {season}", "Faces old and new"),
    "plot": ("Plot", "Where the story stands", "What {season} is about", "The {adj} {noun}"),
    "episodes": ("Episodes", "How many episodes?", "How the episodes come out"),
    "watch": ("Where to watch", "On {network}, and elsewhere"),
    "music": ("Music", "The sound of *{title}*", "Score and songs"),
    "origin": ("Where it comes from", "The {noun} behind the series", "Source and adaptation"),
    "places": ("Locations", "From {place} to {place}", "Where it was shot"),
    "reception": ("Reception", "What {plural} made of it", "Numbers and notices"),
    "theories": ("Fan theories", "What viewers suspect"),
    "unknown": ("What is not known", "Open questions", "What we are waiting for"),
    "timeline": ("Timeline", "How it has gone so far"),
}
"""Headings by topic, in their usual order."""

SUBHEADINGS = (
    "The {adj} {noun}",
    "{person} and the {noun}",
    "A note on the {noun}",
    "What {publisher} says",
    "After the {noun} in {place}",
    "From {year} to {year}",
    "Why {plural} disagree",
)

TOPICS: dict[str, tuple[str, ...]] = {
    "release": (
        "{network} has {adverb} named {window} for {season}, and {np} does not contradict it",
        "a date in {month} {year} was {verb} {adverb}, but {np} has since {verb} it",
        "the gap between two seasons of *{title}* has {adverb} been {number} months or more",
        "anybody who counts back from {month} {year} arrives at {np}, which is **not** a promise",
        "{publisher} expects it in {window}; {publisher} would rather wait for {np}",
    ),
    "renewal": (
        "{network} ordered {season} {time}, {number} weeks after {np}",
        "a decision was {adverb} put off until {np} had been {verb}",
        '{person} called the renewal "{quote}" and {verb} {np}',
        "neither {network} nor {person} has {verb} how many seasons {np} could carry",
        "the order came with {np}, and with a budget that {plural} call {adj}",
    ),
    "production": (
        "filming began in {place} {time} and moved to {place} after {number} weeks",
        "the crew {verb} {np} on a stage near {place}, where {plural} had {verb} {np}",
        "{person} {adverb} {verb} the {noun} for {number} days when {np} was {verb}",
        "post-production is said to take {number} months, since {np} needs {adj} {plural}",
        "a permit for {place} names {month} {year} and {number} {plural}, *nothing else*",
    ),
    "cast": (
        "{person} returns as {character}, whose {noun} was left {adj} by {np}",
        "{character} is played by {person}, who {adverb} {verb} the part after {np}",
        "of {person} it is only known that {np} was {verb} {time}",
        "whether {character} survives {np} is {adverb} not said, and {person} {verb} the question",
        "the part of {character} was {verb} with {person} in mind, {publisher} writes",
        "{person}, known from [{other_title}]({other_link}), plays {np}",
    ),
    "plot": (
        "{character} {verb} {np}, and {character} pays for it with {np}",
        "the {noun} in {place} has {adverb} {verb} everybody but {character}",
        "after {np}, {character} and {character} share {np} that neither of them {verb}",
        "at its heart stands {np}: who {verb} it, and why did {character} keep silent?",
        "the {adj} {noun} at the end of the last episode {verb} {np}",
        "{character} has {number} days to find {np} before {np} is {verb}",
    ),
    "episodes": (
        "there are {number} episodes of {number} to fifty minutes, {publisher} {adverb} counts",
        'the opening episode is called "{Noun} and {Noun}" and was directed by {person}',
        "episodes come out on {weekday}s, with a pause after {np}",
        "a double episode was {verb} so that {np} would not be split",
    ),
    "watch": (
        "{network} shows it in most countries; in {place} {np} holds the rights",
        "the earlier episodes can be watched there too, with {number} sets of subtitles",
        "{plural} in {place} report {np}, which {network} has {adverb} {verb}",
        "a disc edition with {np} was {verb} {time}",
    ),
    "music": (
        "the score was recorded in {place} with {number} players and {np}",
        "{person} wrote {number} songs, of which {np} is the {adj} one",
        "its theme {adverb} quotes a {noun} from {place} that {plural} {verb} in {year}",
        "the title song is sung by {person}, {adverb} and with {np}",
    ),
    "origin": (
        "it goes back to a {noun} of {year} by {person}, who {verb} {np}",
        "the {adj} original ends with {np}; the series {adverb} {verb} that",
        "{hangul} is the working title that {plural} use in Korean texts",
        "what the {noun} tells in one {noun} the series spreads over {number} episodes",
    ),
    "places": (
        "{place} stands in for {place}, and {np} was built in {number} weeks",
        "the {noun} by the water is in {place}; tourists have {verb} it since {year}",
        "for {np} the crew {verb} a {noun} above {place}",
        "an old {noun} near {place} became the {noun} of {character}",
    ),
    "reception": (
        '{publisher} called it "{quote}", {publisher} found the {noun} {adj}',
        "{number} million households are said to have {verb} it by {month} {year}",
        "{plural} praised {person} and {verb} {np}",
        "its {noun} was {verb} for {number} prizes, among them one for {np}",
    ),
    "theories": (
        "one theory holds that {character} {verb} {np} long before {np}",
        "a scene in {place} shows {np}, and {plural} take it for {np}",
        "others {adverb} point at the {adj} {noun} in the opening titles",
        "{person} has {verb} the idea {adverb}, with a laugh",
    ),
    "unknown": (
        "nobody has said what becomes of {np}",
        "open is {adverb} who {verb} {np}, and whether {character} knows",
        "there is **no trailer**, no poster and no {noun} that could be {verb}",
        "we do not know whether {person} comes back; {np} speaks against it",
    ),
    "timeline": (
        "the log below starts with {np} and is {adverb} kept",
        "between {month} and {month} {year} almost nothing was {verb}",
    ),
}
"""Sentences by topic."""

SENTENCES = (
    "{plural} {adverb} {verb} {np}, and {np} was {verb} {time}",
    "{time}, {publisher} {verb} {np} and named {person} as its source",
    "{np} has {adverb} been {verb}, which {plural} call {adj}",
    '{person} said "{quote}", {adverb} and without {np}',
    "that {np} was {verb} is {adj}, but it isn't {np}",
    "what {plural} {verb} in {place} was {np}; what they {verb} later was {np}",
    "unlike {np}, {np} was {adverb} {verb} by {plural} in {place}",
    "since {year}, {np} has been {verb} more often than {np}",
    "*{title}* owes its {noun} to {np}, {publisher} wrote {time}",
    "in [{publisher}'s {noun}]({news_link}) {person} {adverb} {verb} {np}",
    "{plural} who {verb} {np} in {year} don't expect {np} now",
    "it's {adj} that {plural} {verb} the {noun} and not the {noun}",
    "for {character} the {noun} means {np}, for {character} it means *{np}*",
    "nothing about {np} was {verb}, although {plural} {adverb} {verb} {np}",
    "the {noun}'s {adj} {noun} and its {adj} {noun} were {verb} by {person}",
    "compared with [{other_title}]({other_link}), {np} is {adj} and {adj}",
    "if {np} is {verb} before {month}, {plural} will have {number} weeks for {np}",
    "**{person}** {verb} {np} {time}",
    "{person} and {person} have {adverb} {verb} {np} for {number} years",
    "how {np} was {verb} is told differently by {plural} and by {plural}",
)
"""Sentences that fit anywhere."""

PHRASES: dict[str, tuple[str, ...]] = {
    "np": (
        "the {adj} {noun}",
        "a {adj} {noun}",
        "the {noun} in {place}",
        "the {noun} of {person}",
        "a {noun} of {number} {plural}",
        "the {noun} between {character} and the {noun}",
        "{character}'s {noun}",
        "an {noun} without a {noun}",
        "the {adj} {noun} of {month} {year}",
        "every {noun} since {year}",
        "one {adj} {noun} after another",
        "the {noun} that {plural} {verb}",
        "what {plural} call a {adj} {noun}",
    ),
    "time": (
        "in {month} {year}",
        "on {day} {month} {year}",
        "early in {year}",
        "on a {weekday} in {month}",
        "{number} months later",
        "after the {noun}",
        "in the {adj} {noun} of {year}",
    ),
    "window": (
        "the first half of {year}",
        "the autumn of {year}",
        "{month} {year}",
        "late {year}",
        "{year}, perhaps {year}",
    ),
    "quote": (
        "a {adj} {noun}, and that's all I will say",
        "the {noun} I had in mind since {year}",
        "more {noun} than {noun}",
        "we {verb} it, and then we {verb} it again",
        "it's the {adj} {noun} that matters",
        "{adj}, {adj} and a little {adj}",
        "there was no {noun} left in {place}",
    ),
    "day": tuple(str(day) for day in range(1, 29)),
    "adj": words.ADJECTIVES,
    "noun": words.NOUNS,
    "Noun": tuple(word.capitalize() for word in words.NOUNS),
    "plural": words.PLURALS,
    "verb": tuple(word.replace("-", " ") for word in words.VERBS_PAST),
    "adverb": tuple(word.replace("-", " ") for word in words.ADVERBS),
    "place": words.PLACES,
    "month": words.MONTHS,
    "weekday": words.WEEKDAYS,
    "number": words.NUMBERS,
    "hangul": tuple(f"[{word}]{{{{lang=ko}}}}" for word in words.HANGUL),
}
"""Parts of sentences; `{{` stands for a brace."""
