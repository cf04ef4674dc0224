"""Lines a page puts around a story: buttons, advertisements and invitations to the reader.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import LABELLED, NARRATIVE, reads_on

_ARTICLE = r"(?:this|(?:this |the )?(?:article|story|post|page|link|episode|video))"
_BUTTON = lazily(
    r"advert(?:is(?:ement|ing))?(?: continue reading.{0,30})?|ad|(?:sponsor(?:ed)?|promoted|paid"
    r"|partner)(?: (?:partner )?(?:content|post|"
    r"message|stories|links?))?(?: (?:for )?(?:by|from) .{2,40})?|recommended for you by .{2,30}"
    r"|affiliate links?|(?:subscribe|sign ?up|sign in|log ?in|log ?out|register|donate|join"
    r"|follow|listen|"
    r"watch|play|pause|save|print|share|tweet|retweet|e-?mail|bookmark|whatsapp|copy link|comment"
    r"|vote)"
    r"(?: (?:now|today|here|free|live|video|audio|for later|or \w+(?: \w+)?|on \w+|via \w+"
    r"|with .{2,30}|"
    rf"options|us|to comment|{_ARTICLE}|the video|above|below))*"
    r"|facebook|twitter|telegram|instagram|linkedin|reddit|pinterest|flipboard"
    r"|(?:\d+ )?comments?(?: \(\d+\))?"
    r"|comments (?:are|is) (?:now )?(?:closed|open|off|disabled)|(?:view|read|show|leave|post|add"
    r"|see|join|"
    r"make|write|submit) (?:an? |all |the |your |\d+ )*(?:comments?(?: below| here)?|reply|review"
    r"|donation|conversation|"
    r"discussion|debate|more|full (?:story|article|profile))|load(?:ing| more)|show (?:more|less)"
    r"|(?:continue|keep) reading(?: below| here| the (?:main )?story(?: below)?)?"
    r"|(?:skip|scroll)(?: down)? (?:to|past|for) .{3,40}|back to (?:top|home(?: ?page)?)"
    r"|top of page"
    r"|(?:open|read|view|listen) in (?:the |our )?app|view (?:the )?(?:gallery|photos|slideshow"
    r"|original)"
    r"|(?:photo |image |picture |video )?gallery|slideshow|photos?: \d+|\d+ of \d+|next|previous"
    r"|enlarge|zoom|full ?screen|forgot(?:ten)? password|dismiss|dislike|unfollow|site ?map"
    r"|(?:un)?mute|replay|permalink|(?:ping|track)backs?|blogroll|advertorial|export citation"
    r"|(?:(?:share|tweet|pin|e?mail|print|facebook|twitter|whatsapp|linkedin|reddit)\d{0,4}){2,8}"
    r"|printer[- ]friendly(?: version)?"
    r"|for immediate release|notes? (?:to|for) (?:the )?editors?"
    r"|newsletters?|e-?paper|podcasts?|live|premium|members only|trending now"
    rf"|(?:gift|give|report) (?:an? )?(?:{_ARTICLE}|feedback|typo|error)|text size|font size"
    r"|(?:about )?\d+ ?-? ?min(?:ute)?s?(?: to)? read"
    r"|(?:est(?:imated)?\.? )?read(?:ing)? time:? .{1,20}"
    r"|(?:story|article|interview|content) continues(?: below| after)?.*"
    r"|purchase licensing rights.*|(?:next|previous) (?:article|story|post|page)"
    r"|(?:hide|show|toggle) captions?"
    r"|(?:click|tap) (?:on )?(?:the )?(?:image|photo|picture|map|chart|graphic)s?"
    r" (?:to|for) .{3,30}"
    r"|open(?:s|ing)? (?:in )?(?:a )?new (?:tab|window)|view this post on \w+|a post shared by .*"
    r"|thank(?:s| you) for (?:reading|subscribing|watching|visiting|signing up|your (?:support"
    r"|feedback)).{0,60}"
    r"|terms (?:and|&) conditions apply|(?:#\w+[\s,]*){2,}",
    re.I,
)
_DEED = (
    r"(?:view|show|hide|see|load|watch|listen to|open|close|copy|save|share|print|skip|accept"
    r"|reject"
    r"|manage|report|read|play|get|download|expand|collapse|add|leave|browse|return to|go to"
    r"|change|update|edit|adjust|reset|customi[sz]e|withdraw"
    r"|(?:review|choose|set)(?= (?:your|my) ))"
)
_THING = (
    r"(?:(?:all|more|less|the|this|these|an?|my|your|our|full|next|previous|latest|free|other"
    r"|related|cookies?|privacy|e-?mail|newsletter|notification|account|consent|subscription|alert"
    r"|ad|news)\s)*"
    r"(?:all|choices|consent|browser|password|region|language|subscriptions?|account"
    r"|more|less|url|links?|cookies|preferences|settings"
    r"|ads?|advert\w*|stor(?:y|ies)|news"
    r"|articles?|comments?|photos?|pictures?|images?|videos?|galler(?:y|ies)|repl(?:y|ies)|app"
    r"|newsletters?|transcripts?|maps?|options|menu|issue|typo|error|page|posts?|podcasts?|alerts?"
    r"|notifications?|profile|thread|homepage|home page|episodes?|audio|bio|list|edition)"
)
_PRESSED = lazily(
    rf"{_DEED} {_THING}(?: here| \(\d+\))?"
    r"|do not sell(?: or share)? my (?:personal )?(?:information|data|info)"
    r"|(?:your )?(?:privacy|cookies?|consent|ad) (?:choices|settings|preferences)|opt[- ]out"
    r"|(?:listen|watch|read|play)\s?[·•|(–-]\s?\d+.{0,12}"
    r"|(?:privacy|cookie|editorial|comment) policy|terms (?:of (?:use|service)|(?:and"
    r"|&) conditions)"
    r"|(?:contact|about) us|tags|menu|search|home|sign me up|stay in the (?:know|loop)"
    r"|newsletter sign[ -]?up|this is an? (?:developing|breaking)(?: news)? story.*"
    r"|comment(?:s|ing)(?: (?:on|for) this \w+)? (?:are|is|has|have)(?: now| been)*"
    r" (?:closed|open|off|disabled)"
    r"|already (?:have an account|an? (?:\w+ )?(?:member|subscriber)|registered"
    r"|subscribed)\?.{0,30}",
    re.I,
)
"""Buttons that say what they do and to what."""
_INVITING = lazily(
    r"(?:please |to )?(?:sign ?up|subscribe|follow|click|tap|download|join|get|like"
    r"|share(?! (?:options?|prices?|buy-?backs?|dealings?|capital|issues?|sales?)\b)"
    r"|register|listen|"
    r"watch|read|support|donate|send|e-?mail|contact|stay|keep|catch|check out|visit|find"
    r"|discover|become|"
    r"start|try|buy|shop|book|help us|tell|let us|write to|have your say|have (?:an?|you"
    r"|information)"
    r"|reach|do you (?:have|know)|this is an? (?:developing|breaking)"
    r"|we (?:may|might) (?:earn|receive)"
    r"|make an? (?:contribution|donation|gift)|your (?:support|donation|contribution"
    r"|subscription|generosity)"
    r"|"
    r"got (?:a|any)|never miss|don[’']t (?:miss|have|forget)|miss out|want (?:more|to)|enjoy(?:ed"
    r"|ing)?|love"
    r"|like this|"
    r"for (?:more|the latest|all the|breaking|full|further)|interested in|already|not a|you have"
    r"|you[’']ve|"
    r"our|what do you|save|see|explore|access|unlock|continue|log ?in|add|connect|install"
    r"|create|"
    r"comment on|turn on|enable|be the first|take (?:our|the)|vote|enter|thanks|this (?:site"
    r"|article is|"
    r"story is|content|email)|the .{2,30} is not responsible|we (?:use|want|welcome)|by (?:signing|"
    r"clicking|subscribing|submitting)|(?:all )?(?:the )?latest|if you (?:have|want|would|like"
    r"|enjoyed?))\b",
    re.I,
)
_CUE = lazily(
    r"\b(?:our|us|newsletters?|inbox|e-?mails?|apps?|subscri\w+|alerts?|notifications?|whatsapp"
    r"|telegram|"
    r"twitter|facebook|instagram|youtube|tiktok|linkedin|google(?: news)?|podcasts?|spotify"
    r"|channel|"
    r"sign(?:ed|ing)? (?:up|in)|headlines|delivered|log in|here|today|now|free|members?(?:hip)?"
    r"|supporter|unlimited|readers"
    r"|friends|"
    r"web ?site|breaking news|latest|updates|comments?|below|above|journalism|this (?:article"
    r"|story|page|"
    r"site|video|episode|post|series)|tips?\b.*@|privacy policy|terms of|cookies|javascript"
    r"|recaptcha|"
    r"external (?:sites|links)|commission|feedback|possible|bring(?:ing)? you"
    r"|newsdesk|edition|standards|in your area|account|stor(?:y|ies)|poll|series"
    r"|live|"
    r"conversation|the (?:author|writer|reporter)s?|more (?:news|videos)|news like this|you think"
    r"|full (?:interview|video|story|article)|reporting|"
    r"one month|daily|weekly)\b|[$£€]\d|@\w|\w\.(?:com|co\.uk|org|net|in)\b",
    re.I,
)
_ICON = (
    r"(?:hit|tap|press|ring|smash|click)(?: on)? (?:the |that )?(?:[\w-]+ )?(?:(?:bell|like|star"
    r"|subscribe|follow|notifications?|heart|plus|share) (?:icon|button|symbol|bell)"
    r"|bell (?:to|for|so|if)\b|(?:bell|like|subscribe)\Z|(?:like|subscribe) (?:and|if|to)\b)"
)
_PRESS = lazily(rf"(?:(?:please|and|don[’']?t forget to) )*{_ICON}", re.I)
"""``Hit the bell icon to hear of new films``."""
_PLAIN = lazily(
    r"(?:click|tap) to (?:view|see|share|read|enlarge|play|open|watch)\b"
    r"|sign ?up (?:to|for) (?:get|receive|be)\b"
    r"|(?:sign ?up (?:for|to)|subscribe (?:to|for)|support the|donate to) (?-i:[A-Z])",
    re.I,
)
_FINITE = lazily(
    r"[-’']\w|(?: [\w’'-]+){0,2} (?:is|are|can|will|may|must|should|grew|remain|begins?)\b"
)
_FILED = lazily(
    r"(?:tags?|tagged|topics?|related topics?|filed under|categor(?:y|ies)|sections?|keywords?"
    r"|hashtags?|"
    r"labels?|in this (?:article|story)|more (?:about|on)|posted in|share|follow|companies)",
    re.I,
)
_SCREENED = lazily(
    r"(?:watch|listen)(?: (?:live|now|also|here|the moment))?|videos?|audio|podcast"
    r"|live(?: blog)?|quiz"
    r"|poll"
    r"|(?:photo )?gallery|sign up",
    re.I,
)
_CALLED = lazily(
    r",[\"”’]? (?:the|an?|he|she|they|his|her|their|one|[A-Z]\w+)"
    r" (?:\w+ )?\w+(?:ed|old|ote|ang|oke)(?:\.\Z|,)"
    r"|,[\"”’]? (?:[\w’'-]+ ){1,3}(?:say|advise|warn|suggest)s?(?:\.\Z|,)"
)
"""Who called what stands before: ``Send us home, the soldiers pleaded.``"""
_SHOWN = lazily(r"\band (?:you|we|they) \w+|, I (?!agree|accept|consent|want)\w+")
"""What follows when one does: ``Listen to any driver and you hear the same.``"""
_MEASURED = lazily(
    r"(?:read|set|put|cut)\b(?:,? \w+)? (?:alongside|together|with|against|as|by|in|from|over"
    r"|through|beside)\b[^.!?]*?, (?P<clause>[^.!?]+\.)"
    r"|(?:read|set|put|cut)(?: \w+ly| aloud)\b[^.!?,]*, (?P<other>[^.!?]+\.)"
    r"|like (?:an?|the|most|many|all|every|any|some|so|other|much) [^.!?]*?, (?P<alike>[^.!?]+\.)",
    re.I,
)
"""A participle or a likeness, and what it is said of: ``Read in that light, it is kind.``"""
_STATES = lazily(
    r"(?:the|an?|this|that|these|those|it|he|she|they|his|her|its|their|there|most|many|one"
    r"|[A-Z]\w+)\b(?:(?! (?:you|your|our|us)\b) [\w’'-]+){0,9}?"
    r" (?:(?!us|this|news)[a-z]{2,}s|[a-z]{2,}ed|are|was|were|can|could|may|might"
    r"|must|will|would|should|have|had|do|did|form|show|look|point|tell|give|become"
    r"|became|remain|sound|read|make|made|seem|suggest)\b"
)
_FOLLOW = lazily(r"Follow (?:@|[A-Z]).{0,80} on [A-Z]\w+")


def promo(line: str) -> str:
    """Why a line is a button, an advertisement or an invitation to the reader."""
    bare = line.rstrip(".!…: ")
    if _BUTTON.fullmatch(bare) or (len(bare) <= 60 and _PRESSED.fullmatch(bare)):
        return "is a button of the page"
    if match := LABELLED.match(line):
        label, rest = match["label"].strip(), match["rest"] or ""
        if _BUTTON.fullmatch(label) and _BUTTON.fullmatch(rest):
            return "is a button of the page"
        screened = bool(_SCREENED.fullmatch(label)) and not rest[:1].islower()
        filed = bool(_FILED.fullmatch(label)) and len(rest.split()) <= 25
        if rest and (screened or filed) and not reads_on(rest):
            return f"opens with “{label}”"
        if label.lower().endswith("note") and _invites(rest):
            return "invites the reader"
    return "invites the reader" if _invites(line) else ""


def _invites(line: str) -> bool:
    """Whether a line asks the reader to do something on the page, and tells no story."""
    match = _INVITING.match(line)
    if match is None or len(line.split()) > 45 or _FINITE.match(line, match.end()):
        return bool(_PRESS.match(line)) and not _told_after(line, 0)
    if _measured(line):
        return False
    cued = _cue(line, match) or _PLAIN.match(line) or _FOLLOW.match(line) or _PRESS.match(line)
    return bool(cued) and not _told_after(line, match.end())


def _cue(line: str, opener: re.Match[str]) -> bool:
    """Whether a line speaks of the page; what opens with “our” needs more than “us” for it."""
    found = _CUE.search(line, opener.end())
    while found and opener.group().lower() == "our" and found.group().lower() in ("us", "our"):
        found = _CUE.search(line, found.end())
    return found is not None


def _measured(line: str) -> bool:
    """Whether what looks like a request measures or likens what the main clause speaks of."""
    match = _MEASURED.fullmatch(line)
    clause = match and (match["clause"] or match["other"] or match["alike"])
    return bool(clause and _STATES.match(clause))


def _told_after(line: str, start: int) -> bool:
    """Whether a story is told from some place of a line on."""
    told = NARRATIVE.search(line, start) or _SHOWN.search(line, start)
    return bool(told or _CALLED.search(line, start))
