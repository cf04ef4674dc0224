"""Lines a page puts around a story: links to others, buttons and invitations.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import LABELLED, NARRATIVE, reads_on

# -- links to other stories --------------------------------------------------------------------

_RELATED = lazily(
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|links?|posts?|reading|reads?|"
    r"features?|headlines?|columns?|reports?|explainers?|opinions?|video))?"
    r"|(?:also |must |please )?(?:read|see|check)(?: (?:also|more|next|this|the|our|all|full|too"
    r"|now|on|"
    r"further|here)(?: [\w’'-]+){0,3})?"
    r"|(?:read |see )?more(?: (?:on|from|about|in) .{2,30}| (?:\w+ )?(?:stor(?:y|ies)|articles?"
    r"|news|"
    r"coverage|headlines|reading|to read|like this))?"
    r"|(?:the |our )?(?:full|previous|earlier|latest) (?:story|stories|coverage|report|text"
    r"|article|"
    r"interview|transcript|news)|also (?:on|in|from) .{2,25}|in other news|must[ -]reads?"
    r"|don[’']?t miss(?: it| this)?|(?:stories )?you (?:might|may) (?:also )?(?:be |have )?"
    r"(?:like|enjoy|interested in|missed)|(?:what to )?read next"
    r"|recommended(?: (?:reading|stories|articles?|for you|reads))?|editor[s’']{0,2} (?:picks?"
    r"|choice)"
    r"|(?:up )?next(?: up| story| article)?|previous(?:ly| story| article)?|earlier|background"
    r"|further reading|from (?:the|our) archives?|(?:keep|continue) reading|top (?:stories|story"
    r"|news)"
    r"|trending(?: now| stories)?|most (?:read|popular|viewed|shared)|popular(?: now| stories)?"
    r"|live updates?|latest|catch up|in case you missed it|icymi"
    r"|(?:go|dig) deeper|also|explained|explainer|in depth|in pictures|(?:the )?long read"
    r"|deep dive"
    r"|check out|(?:similar|suggested|other)(?: stories| articles| reading| news)?"
    r"|for more(?: on .{3,40})?|(?:click|tap)(?: here)? (?:to|for) (?:read|more)(?: our .{3,30})?"
    r"|(?:read|see|check out)(?: also)? our (?:[\w’'-]+ ){0,3}(?:with|on|of) .{2,30}"
    r"|(?:previous|next|older|newer) posts?|find out more|learn more|explore(?: the series| more)?",
    re.I,
)
# The same in other languages of newspapers: French, German, Spanish, Italian, Portuguese, Dutch,
# Swedish, Danish, Norwegian, Polish, Russian.
_RELATED_ABROAD = lazily(
    r"(?:à )?lire(?: aussi| également)?|voir aussi|articles? liés?|sur le même sujet"
    r"|lesen sie (?:auch|mehr|dazu)|mehr (?:dazu|zum thema)|siehe auch|verwandte artikel"
    r"|auch interessant|(?:lee|lea|leer|ver|vea) (?:también|más)|te puede interesar"
    r"|(?:noticias|artículos?|notas?) relacionad[ao]s?|leggi anche|articoli correlati"
    r"|lei?a (?:também|mais)|veja também|lees ook|zie ook|läs (?:också|även|mer)|les også|læs også"
    r"|(?:czytaj|zobacz) (?:także|też|również)|читайте также|по теме",
    re.I,
)
_ANNOUNCING = lazily(
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|(?:internet )?links|posts"
    r"|reading|reads)(?: from .{2,30})?)?"
    r"|read more(?: about .{3,40}[^.!?])?|see also|also read|read also|read next|up next"
    r"|(?:read |see )?more (?:[\w’'-]+ )?(?:stories|news|articles|headlines"
    r"|like this)(?: from .{2,30})?"
    r"|more on this(?: story)?|more (?:on|about) [\w’' -]{3,30}"
    r"|more from (?:the )?.{2,30}|(?:stories )?you (?:might|may) also (?:like|be interested in)"
    r"|recommended(?: for you| stories| articles| reading)?|what to read next|further reading"
    r"|editor[s’']{0,2} picks|most (?:read|popular|viewed)(?: \w+)?|top stories|trending stories"
    r"|don[’']t miss|(?:similar|other|popular) (?:stories|articles)|latest (?:news|stories)",
    re.I,
)
_SHOUTED = lazily(
    r"(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|MUST READ|DON[’']T MISS|RELATED"
    r"(?: STOR(?:Y|IES)| ARTICLES?)?)\s+[\"“‘']?[A-Z\d]"
)


def related(line: str) -> str:
    """Why a line links to other stories, or announces links to them."""
    if match := LABELLED.match(line):
        label, rest = match["label"].strip(), match["rest"] or ""
        known = _RELATED.fullmatch(label) or _RELATED_ABROAD.fullmatch(label)
        if known and rest and not rest[0].islower() and not reads_on(rest):
            return f"opens with “{label}”"
    if announces(line):
        return "announces other stories"
    shouted = line[:4].isupper() and _SHOUTED.match(line)
    return "opens in capitals as links do" if shouted else ""


def announces(line: str) -> bool:
    """Whether a line says that links to other stories follow it, and names none itself."""
    bare = line.strip(" :…>»")
    return bool(_ANNOUNCING.fullmatch(bare)) or (
        line.rstrip().endswith(":") and bool(_RELATED_ABROAD.fullmatch(bare))
    )


# -- buttons and invitations -------------------------------------------------------------------

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
    r"|manage|report|read|play|get|download|expand|collapse|add|leave|browse|return to|go to)"
)
_THING = (
    r"(?:(?:all|more|less|the|this|these|an?|your|our|full|next|previous|latest|free|other"
    r"|related)\s)*"
    r"(?:all|more|less|url|links?|cookies|preferences|settings|ads?|advert\w*|stor(?:y|ies)|news"
    r"|articles?|comments?|photos?|pictures?|images?|videos?|galler(?:y|ies)|repl(?:y|ies)|app"
    r"|newsletters?|transcripts?|maps?|options|menu|issue|typo|error|page|posts?|podcasts?|alerts?"
    r"|notifications?|profile|thread|homepage|home page|episodes?|audio|bio|list|edition)"
)
_PRESSED = lazily(
    rf"{_DEED} {_THING}(?: \(\d+\))?"
    r"|(?:listen|watch|read|play)\s?[·•|(–-]\s?\d+.{0,12}"
    r"|(?:privacy|cookie|editorial|comment) policy|terms (?:of (?:use|service)|(?:and"
    r"|&) conditions)"
    r"|(?:contact|about) us|tags|menu|search|sign me up|stay in the (?:know|loop)"
    r"|newsletter sign[ -]?up|this is an? (?:developing|breaking)(?: news)? story.*"
    r"|comment(?:s|ing)(?: (?:on|for) this \w+)? (?:are|is|has|have)(?: now| been)*"
    r" (?:closed|open|off|disabled)"
    r"|already (?:have an account|an? (?:\w+ )?(?:member|subscriber)|registered"
    r"|subscribed)\?.{0,30}",
    re.I,
)
"""Buttons that say what they do and to what."""
_INVITING = lazily(
    r"(?:please |to )?(?:sign ?up|subscribe|follow|click|tap|download|join|get|share|like"
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
_PLAIN = lazily(
    r"(?:click|tap) to (?:view|see|share|read|enlarge|play|open|watch)\b"
    r"|sign ?up (?:to|for) (?:get|receive|be)\b"
    r"|(?:sign ?up (?:for|to)|subscribe (?:to|for)|support the|donate to) (?-i:[A-Z])",
    re.I,
)
_FINITE = lazily(r"[-’']\w|(?: [\w’'-]+){0,2} (?:is|are|can|will|may|must|should|grew|remain)\b")
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
    r" (?:\w+ )?\w+(?:ed|old|ote|ang|oke)\.\Z"
)
"""Who called what stands before: ``Send us home, the soldiers pleaded.``"""
_SHOWN = lazily(r"\band (?:you|we|they) \w+")
"""What follows when one does: ``Listen to any driver and you hear the same.``"""
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
        return False
    cued = _CUE.search(line, match.end()) or _PLAIN.match(line) or _FOLLOW.match(line)
    told = (
        NARRATIVE.search(line, match.end())
        or _SHOWN.search(line, match.end())
        or _CALLED.search(line, match.end())
    )
    return bool(cued) and not told
