"""Rendering plain blocks by ourselves must give what Python-Markdown gives, for every text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from seasontracker.pages.markdown import Prose, render_prose
from seasontracker.pages.markdown.assembly import with_tokens
from seasontracker.pages.markdown.clean import clean, make_cleaner, prepare_for_cleaning
from seasontracker.pages.markdown.directives import read_directives
from seasontracker.pages.markdown.extensions import every_extension
from seasontracker.pages.markdown.footnotes import FootnoteNumbers, split_notes
from seasontracker.pages.markdown.headings import HeadingList
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.places import with_places
from seasontracker.pages.markdown.prose import html_of
from seasontracker.pages.markdown.quick import QuickText, render_quickly, shows_numbers

PATH = PurePosixPath("content/shows/a/season-2/index.md")
CONTENT = Path(__file__).parents[3] / "content"
SHIPPED = tuple(
    file.read_text(encoding="utf-8").partition("\n---\n")[2]
    for file in sorted(CONTENT.rglob("*.md"))
)
LANGUAGES = ("en", "de", "fr", "pl-PL", "ko")

# What an editor writes inside a line, in all the company that it may meet there.
PLAIN = (
    "season", "Hyosan", "지금", "우리 학교는", "가\u1161", "e\u0301", "2026", "3.5", "1", "s", "O",
    "it's", "actors'", "'90s", "don't", '"word"', "'word'", "“so”", "AT&T", "a & b", "x -- y",
    "...", "a – b", "a—b", "?!", "wow!", "C#", "a>b", "*a*", "**a**", "(*a*)", "*(a)*", "*a*b",
    '*"a"*', "*'a'*", "*a **b** c*", "**a *b* c**", "`code`", "`a *b* c`", "[@a]", "[@a; @b-c.d]",
    "[@a;\n@b]", "[!official]", "[!on-record]", "[^1]", "[^2]", "[a](show:b)", "[*a*](b.md#c)",
    "[a b](https://a.org/b_c?d=e&f=g)", "*[a](b)*", "[a **b** c's](d)", "[이재규]{lang=ko}",
    "[*a*]{lang=ar dir=rtl}", "<https://a.org/b_c#d>", "a[@b]c", '"[@a]"', "'[a](b)'", "😀", "ß",
)  # fmt: skip
ODD = (
    "`a | b`", "<https://a.org/'b'>", "<http://>", "<https://a>", "<ftp://a.org>", "<a@b.org>",
    "&amp;", "&nbsp;", "&T;", "&#8217;", "&#65 ", "&copy", "a_b", "_a_", "__a__", "rock 'n' roll",
    "x*y", "2 * 3", "*", "**", "***a***", "*a*b*", "**a**b", "a--b", "a---b", "a...b", "!", "![",
    "#", "<b>", "<br>", "<div>", "</div>", "<!--", "-->", "a < b", "</", "\\*", "\\", "``", "`",
    "|", "{", "}", "~", "~~~", "^", "[sic]", "[x]", "[x][y]", "[x] [y]", "]", "[", "]:", "[^none]",
    "[^1]:", "[@a b]", "[@]", "[@`a`]", "[@a](b)", "[!nonsense]", "[!official](b)", "[a](b",
    "[a](https://a.org/b_(c))", '[a](b.md "T")', "[a](<b c.md>)", "[a](javascript:x)", "[a](/b)",
    "[a b]( c )", "[ ](b)", "[a]()", "![a](b.svg)", "[a]{b}", "[a]{", "[a](b)(c)", "[a](b)[c](d)",
    "[a](b&amp;c)", "[a](b&copy=1)", "\u00a0", "\u200b", "\u3000", "\u2028", "\ufeff", "\x02",
    "\ue000", "﷽", "İ", "\\\n", "a  \nb", "a\t\nb",
)  # fmt: skip
GAPS = ("\n", ", ", ". ", ": ", "", "'", '"', "*", "-", "--", "  ", "  \n", " \n")
PLAIN_STARTS = ("", "", "", "", "## ", "- ", "1. ", "3. ", "> ", "::: dates\n")
ODD_STARTS = (
    "# ", "##", "####### ", "* ", "+ ", "-", "2. ", "1) ", "1.", "٣. ", ">", "> - ", "> # ", "> > ",
    " ", "   ", "    ", "\t", ": ", "::: ", "::: spoiler S01\n", ":::\n", "::: nonsense\n", "[^1]:",
    "[^1]: ", "[^2]: ", "[x]: ", "[x]:\n", "| ", "|", "```\n", "---\n", "===\n", "***\n",
    "- - -\n", "- [^1]: ", "- \n", "-   ", "1.  ", "* * ", "- # ", "- > ", "> [^2]: ", "    - ",
    "  - ", "[^3]:\n", "[^3]: : ", ">\n> ", "  > ",
)  # fmt: skip
BREAKS = ("\n\n", "\n", "\n", "\n \n", "\n\n\n", "\n\n\n\n", "\n  ", "\n    ", "\n>\n", "\r\n")
RULES = ("|--|--|", "--|:-:", "|:-|-:|--|", "|--|", "| | |", "|---|---|---|\n")


def some_words(chance: Random, odd: float) -> str:
    """Return a line or two."""
    return "".join(
        chance.choice(ODD if chance.random() < odd else PLAIN)
        + (chance.choice(GAPS) if chance.random() < odd + 0.1 else " ")
        for _ in range(chance.randint(1, 6))
    )


def a_table(chance: Random, odd: float) -> str:
    """Return a table, or what is nearly one."""
    columns = chance.randint(1, 3)

    def row() -> str:
        count = chance.randint(1, 3) if chance.random() < odd + 0.1 else columns
        line = " | ".join(some_words(chance, odd) for _ in range(count)).replace("\n", " ")
        return line if chance.random() < odd else f"| {line} |"

    rule = chance.choice(RULES) if chance.random() < odd + 0.1 else f"|{':-:|' * columns}"
    return "\n".join([row(), rule, *(row() for _ in range(chance.randint(0, 3)))])


def composed(chance: Random) -> str:
    """Return a text of blocks that lie beside each other by chance."""
    odd = chance.choice((0.0, 0.0, 0.0, 0.02, 0.1, 0.4))
    text = chance.choice(("", "\n", " \n", "\n\n  ")) if chance.random() < odd else ""
    for _ in range(chance.randint(1, 7)):
        if chance.random() < 0.1:
            text += a_table(chance, odd)
        else:
            text += chance.choice(ODD_STARTS if chance.random() < odd else PLAIN_STARTS)
            text += some_words(chance, odd)
        text += chance.choice(BREAKS) if chance.random() < odd + 0.1 else "\n\n"
    if chance.random() > odd:
        text += f"\n\n[^1]: {some_words(chance, odd)}\n[^2]: {some_words(chance, odd)}"
    return text


def mutated(chance: Random) -> str:
    """Return a piece of a shipped text in which signs were lost, doubled, moved and put in."""
    lines = chance.choice(SHIPPED).split("\n")
    start = chance.randrange(len(lines))
    lines = lines[start : start + chance.randint(3, 40)]
    for _ in range(chance.randint(0, 6)):
        index, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        place = chance.randint(0, len(lines[index]))
        before, after = lines[index][:place], lines[index][place:]
        match chance.randrange(7):
            case 0:
                lines[index] = before + after[1:]
            case 1:
                lines[index] = before + chance.choice(ODD) + after
            case 2:
                lines[index] = before + chance.choice(PLAIN + GAPS) + after
            case 3:
                lines[index] = chance.choice(ODD_STARTS + PLAIN_STARTS) + lines[index]
            case 4:
                lines[index], lines[other] = lines[other], lines[index]
            case 5:
                lines.insert(index, lines[other])
            case 6:
                lines.insert(index, "")
    return "\n".join(lines)


def noise(chance: Random) -> str:
    """Return signs in no order."""
    signs = "aZ9 \n\n*'\"-.!&[]()>#|:@^`{}_<\\\t가\u00a0\u2028"
    return "".join(chance.choice(signs) for _ in range(chance.randint(0, 60)))


def rendered(text: str, language: str, *, quick: bool) -> Prose:
    return render_prose(
        text, path=PATH, first_line=7, language=language, id_prefix="x-", quick=quick
    )


def assert_same(text: str, language: str = "en") -> None:
    """Assert that the text gives the same whichever way it goes."""
    assert rendered(text, language, quick=True) == rendered(text, language, quick=False)


def started(text: str) -> QuickText:
    """Return how far a text comes without Python-Markdown."""
    manuscript = Manuscript(text, PATH, 1)
    return render_quickly(with_tokens(manuscript, read_directives(manuscript)), manuscript, "en")


@pytest.mark.parametrize("make", [composed, mutated, noise])
@given(chance=st.randoms(use_true_random=False), language=st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_any_text_is_the_same_both_ways(
    make: Callable[[Random], str], chance: Random, language: str
) -> None:
    """Nothing that can be written, in any language, comes out differently."""
    assert_same(make(chance), language)


@pytest.mark.parametrize("text", SHIPPED, ids=range(len(SHIPPED)))
def test_shipped_text_is_the_same_both_ways(text: str) -> None:
    """The articles that we ship come out the same."""
    assert_same(text)


def test_shipped_text_is_plain() -> None:
    """All but a few of the articles that we ship do without Python-Markdown."""
    plain = [text for text in SHIPPED if started(text).html is not None]

    assert len(plain) >= 0.9 * len(SHIPPED)


@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_slow_way_is_the_library_alone(chance: Random) -> None:
    """Without the quick way, a text goes through the library with all extensions, and no other."""
    text = composed(chance).replace(":::", "").replace("![", "[")
    manuscript = Manuscript(text, PATH, 7)
    marked = with_places(manuscript, 0, len(manuscript.text))
    markdown = Markdown(extensions=every_extension(manuscript, "en"), output_format="html")
    body, _ = split_notes(prepare_for_cleaning(markdown.convert(marked)))
    numbers = FootnoteNumbers("x-")
    html = numbers.number(HeadingList("x-").number(clean(body, make_cleaner()), ""))

    slow = rendered(text, "en", quick=False)
    assert "".join(html_of(slow.segments)) == html


@pytest.mark.parametrize(
    "text",
    [
        'Words, *emphasis*, **more *of* it** and `code` -- "quoted"...',
        "# A heading\nand its text [@a; @b] [!official]",
        "- a\n- b\n  goes on\n\n1. c\n2. d\n\n3. e",
        "> A *quotation*\n>\n> - of two\n> - blocks\n\n> and more",
        "| a | b |\n|---|--:|\n| *c* | [d](show:e) |\n| f |",
        "[Here](show:a#b), [there](https://a.org/?b=c&d=e) and <https://a.org>",
        "A[^a] b[^b] c[^a]\n\n[^b]: One [@c]\n[^a]: Two\n    goes on",
        "[지금 우리 학교는]{lang=ko} AT&T R & D 3 > 2",
        "::: spoiler S01\nA\n:::\n\n::: dates\nB",
    ],
)
def test_plain_text_does_without_the_library(text: str) -> None:
    """What editors mostly write is rendered without Python-Markdown."""
    assert started(text).html is not None
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a_b_ c", "\\*a*", "a ``b`` c", "a <b>b</b>", "a &amp; b", "![a](b.svg)", "[a][b]", "[sic]",
        "*a", "**a*", "***a***", "a * b", "*a *b* c*", "a  \nb", "a\tb", "[a](/b)",
        "[a](javascript:b)", '[a](b "c")', "[a](b&amp;c)", "[@a b]", "[!nonsense]", "[^none]",
        "[a]{b}", "[@a](b)", "    code", "a\n- b", "a\n# b", "a\n---", "a\n===", "a\n> b",
        "a\n***\nb", "a\n| b", "a | b\n--|--",
        "- a\n    - b", "- a\n-", "- # a", "- - a", "1. a\n- b", "- a\n 1. b", "> a\nb", "> a\n>",
        "a\n[^b]: c", "[^a]: b\n[^a]: c", "[^a]:\nb", "[a]: b", "```\na\n```", "## a # b", "#",
    ],
)  # fmt: skip
def test_whatever_else_is_left_to_the_library(text: str) -> None:
    """What might be read in two ways is no plain text."""
    assert started(text).html is None
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n    b",  # code, or more of a list
        "- a\n\n    b",
        "- a\n\n- b\n\nc\n\n- d",
        "- a\n\n[^n]: b\n\n- c[^n]",
        "- a\n\n[^n]: b\n\n    - c[^n]\n\nd _e_",
        "- a\n\n[r]: b\n\n    c",
        "- a\n\n* b\n\n1. c",
        "- a\n\n- b `c` ``d``",
        "> a\n\n> b _c_\n\n> d",
        "[^n]: a\n> b\n\n> c",
        "Term\n\n: Meaning",
        "## Term\n\n: Meaning",
        "- Term\n\n[^n]: x\n\n: Meaning[^n]",
        "<div>\n\na\n\n</div>",
        "<!-- a\n\nb -->",
        "```\na\n\nb\n```",
        "~~~\n\na\n\n~~~",
        "[a](b), [c][]\n\n[c]: show:d",
        "    a\n\n\n\nb\n\n\n    c\n\n\n    d",
        "a _b_\n\n## c\n\nd\n\n\ne[^f]\n\n[^f]: g",
        "## a\nb _c_",
        "| a |\n\n| b | c |\n|--|--|\n| d | _e_ |",
        "a\n::: nonsense\nb",
        "- a\n::: nonsense\n- b",
        "- a\n::: dates\n- b",
        "\n \n  \na\n   \nb\n",
        "a\r\n\r\n- b\r- c",
        "[a](b)\n\n[]('([@c] ",  # where the library shows its own numbers
        "[a](b)\n\n[](/([@c] ",
        "[@a]\n\n[@`b`]",
        "*a*\n\n**(*(**[]()*b*",
    ],
)
def test_neighbours_are_the_same_both_ways(text: str) -> None:
    """A block that changes what stands beside it does so both ways."""
    assert_same(text)


def test_rest_keeps_only_what_is_not_plain() -> None:
    """Beside one odd block all others are still rendered without the library."""
    text = "a\n\nb\n\n_c_\n\nd"

    assert re.sub("[\ue000\ue001]", "", started(text).rest) == "q0\n\n_c_\n\nq1"
    assert started(text).kept == ["<p>a</p>\n<p>b</p>\n", "<p>d</p>\n"]


def test_lost_stand_in_is_noticed() -> None:
    """A text whose blocks did not all come back is rendered once more."""
    assert shows_numbers("<p>\x02kl</p>")
    assert shows_numbers("<p>", "`(klzzwxh:0001`")
    assert QuickText(None, kept=["<p>a</p>"]).complete("<p>b</p>") is None
