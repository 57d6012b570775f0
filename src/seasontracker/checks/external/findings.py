"""What an editor is told about outside addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from seasontracker.checks.external.addresses import Address, Mention
from seasontracker.checks.external.answers import Answer, Fate
from seasontracker.diagnostics import Code, Diagnostic, quoted

_CODES = {
    Fate.DEAD: Code.DEAD_ADDRESS,
    Fate.MOVED: Code.MOVED_ADDRESS,
    Fate.PRIVATE: Code.PRIVATE_ADDRESS,
}
# What stands in a value of YAML and in a link of Markdown alike without meaning anything there.
_PLAIN = re.compile(
    r"https?://[\w-]+(?:\.[\w-]+)*(?::[0-9]{1,5})?(?:[/?#][\w/?#.~%&=+,;:@!$-]*)?", re.A
)
_ORDER = (Fate.ALIVE, Fate.MOVED, Fate.DEAD, Fate.PRIVATE, Fate.UNCERTAIN)
_NAMES = {Fate.UNCERTAIN: "could not be checked"}


def findings(addresses: Iterable[Address], answers: Mapping[str, Answer]) -> Iterator[Diagnostic]:
    """Yield a finding for every place where an address stands that does not lead on.

    What could not be checked is no finding, since nobody could mend it.
    """
    for address in addresses:
        answer = answers[address.asked]
        code = _CODES.get(answer.fate)
        if code is None:
            continue
        for mention in address.mentions:
            message, hint = _words(address, mention, answer)
            yield Diagnostic(code, mention.location, message, hint, mention.excerpt)


def report_lines(addresses: Iterable[Address], answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield a plain report: what has moved, what is dead, what could not be checked, and sums."""
    listed = list(addresses)
    fates = Counter(answers[address.asked].fate for address in listed)
    for fate in (Fate.MOVED, Fate.DEAD, Fate.PRIVATE, Fate.UNCERTAIN):
        for address in listed:
            answer = answers[address.asked]
            if answer.fate is fate:
                told = (
                    f"-> {address.moved_to(answer.target)}"
                    if answer.target
                    else f"({answer.reason})"
                )
                yield f"{_NAMES.get(fate, fate.value)}: {address.url} {told}"
    sums = [f"{fates[fate]} {_NAMES.get(fate, fate.value)}" for fate in _ORDER if fates[fate]]
    number = len(listed)
    noun = "address" if number == 1 else "addresses"
    yield f"{number} outside {noun}{': ' if sums else ''}{', '.join(sums)}"


def leads_to_front_page(url: str, target: str) -> bool:
    """Return whether a page was sent to the front of a site, as is done with what is gone."""
    return urlsplit(url).path.strip("/") != "" and urlsplit(target).path.strip("/") == ""


def is_mended(address: Address, answer: Answer) -> bool:
    """Return whether `check --fix` writes the new address; else that is left to the editor.

    It must not lead to a site's front page or away from encryption, nor mean anything else in
    YAML or Markdown than it says.
    """
    target = address.moved_to(answer.target)
    is_plain = _PLAIN.fullmatch(target) and not target.endswith((":", ".", ",", ";", "!"))
    is_weaker = address.url.startswith("https:") and target.startswith("http:")
    is_gone = leads_to_front_page(address.url, target)
    return bool(is_plain) and address.is_written and not is_weaker and not is_gone


def _words(address: Address, mention: Mention, answer: Answer) -> tuple[str, str]:
    url = quoted(address.url)
    if answer.fate is Fate.MOVED:
        if leads_to_front_page(address.url, answer.target):
            hint = "it may be gone; look for the page, or link to an archived copy"
            return f"{url} has moved to the front page {quoted(answer.target)}", hint
        # Whole, so that it can be copied.
        target = address.moved_to(answer.target)
        fix = ", or run `seasontracker check --fix`" if is_mended(address, answer) else ""
        return f"{url} has moved for good", f"write `{target}`{fix}"
    if answer.fate is Fate.PRIVATE:
        hint = "readers cannot follow it; link to a public page, or use --allow-private"
        return f"{url} leads into a private network", hint
    if mention.archived_url:
        hint = f"write the archived copy `{mention.archived_url}` as `url`"
    elif mention.can_have_archive:
        hint = "look for a copy, such as on web.archive.org, and name it as `archived_url`"
    elif not address.is_written:
        hint = "look for the video elsewhere, or remove it"
    else:
        hint = "correct it, link to an archived copy, or remove it"
    return f"{url} is dead: {answer.reason}", hint
