"""Pages that list articles: a site's front page is headlines with a sentence each, not a story.

An extractor looks for prose, and so keeps the sentences and lets the headlines go. Where what was
found is mostly sentences that stand below linked headlines, the page is told as such a list: each
headline with its link, and the words below it, beside what else was found.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.article import BlockKind
from briefing.sources.html_blocks import Draft
from briefing.sources.html_story import letters

_FEWEST = 6
"""Headlines of a list; a story has fewer of others beside it, or more words of its own."""
_HEADLINE = 12
"""Letters of a headline; the name of a section is shorter."""
_SENTENCE = 40
"""Letters of what counts as words of a story."""
_BELOW = 2
"""Blocks below a headline that belong to it."""
_SHARE = 0.6
"""The part of what was found that has to stand below headlines."""


def listed(page: Sequence[Draft], found: Sequence[Draft]) -> list[Draft]:
    """What was found in a page that lists articles, with all headlines and the words below them.

    Nothing for a page that tells a story.

    Args:
        page: all blocks of the page, in order.
        found: those that were taken for the story.
    """
    headlines = [at for at, draft in enumerate(page) if _is_headline(draft)]
    if len(headlines) < _FEWEST:
        return []
    keys = [letters(draft.words) for draft in page]
    story = {key for draft in found if (key := letters(draft.words))}
    if not story <= set(keys):
        return []  # the two do not agree about where a block ends
    below = {
        at: [each for each in range(at + 1, min(at + 1 + _BELOW, end)) if _may_follow(page[each])]
        for at, end in zip(headlines, [*headlines[1:], len(page)], strict=True)
    }
    # Only the list that the words found are of: there are others, of what is beside it.
    told = [at for at in headlines if any(keys[each] in story for each in below[at])]
    headlines = [at for at in headlines if told and told[0] <= at <= told[-1]]
    kept = {each for at in headlines for each in (at, *below[at])}
    sentences = [
        at
        for at, draft in enumerate(page)
        if keys[at] in story and draft.kind is not BlockKind.HEADING and len(keys[at]) >= _SENTENCE
    ]
    if len(told) < _FEWEST or sum(at in kept for at in sentences) < _SHARE * max(len(sentences), 1):
        return []
    return [
        draft._replace(level=2) if at in headlines else draft
        for at, draft in enumerate(page)
        if at in kept or keys[at] in story
    ]


def _may_follow(draft: Draft) -> bool:
    """Whether a block can be the words below a headline."""
    return draft.kind not in (BlockKind.HEADING, BlockKind.RULE, BlockKind.TABLE)


def _is_headline(draft: Draft) -> bool:
    """Whether a block is a heading that is a link and nothing else."""
    if draft.kind is not BlockKind.HEADING or len(letters(draft.words)) < _HEADLINE:
        return False
    return all(run.url or not letters(run.text) for run in draft.runs)
