"""Lines a page puts around a story: links to others, picture credits, buttons and invitations.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import LABELLED, NARRATIVE, is_name, reads_on

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
    r"|live updates?|catch up|also|explained|explainer|in depth|in pictures|(?:the )?long read"
    r"|deep dive"
    r"|check out|(?:similar|suggested|other)(?: stories| articles| reading| news)?"
    r"|for more(?: on .{3,40})?",
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
    r"|reading|reads))?"
    r"|read more(?: about this)?|see also|also read|read also|read next|up next"
    r"|(?:read |see )?more (?:[\w’'-]+ )?(?:stories|news|articles|headlines"
    r"|like this)(?: from .{2,30})?"
    r"|more on this(?: story)?"
    r"|more from (?:the )?.{2,30}|(?:stories )?you (?:might|may) also (?:like|be interested in)"
    r"|recommended(?: for you| stories| articles| reading)?|what to read next|further reading"
    r"|editor[s’']{0,2} picks|most (?:read|popular|viewed)|top stories|trending stories"
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


# -- picture credits ---------------------------------------------------------------------------

_PICTURE = (
    r"(?:(?:[\w.-]+|representati(?:ve|onal)) )?(?:photo(?:s|graphs?|graphers?|graphy)?|images?|"
    r"pictures?|pics?|illustrations?|graphics?|infographics?|cartoons?|charts?|maps?|artwork|art|"
    r"screen ?(?:grab|shot)|thumbnail|video|footage|photo illustration|still)"
)
_CREDITING = lazily(
    _PICTURE + r"(?: (?:credits?|sources?|caption|copyright|courtesy|by|from))?"
    r"|(?:mandatory )?credits?|caption|courtesy|photo courtesy|pictured|file"
    r"|fotos?|fotografie|bild(?:er|nachweis|quelle)?|crédits?(?: photos?)?|imagen|immagine|imagem"
    r"|фото",
    re.I,
)
_TAKEN = lazily(
    _PICTURE + r"(?: (?:courtesy(?: of)?|by|via|from|credit|copyright|source|caption),?:?|/| \(c\))"
    r"\s?(?P<who>\S.*)|courtesy(?: of)? (?P<lender>[A-Z].*|the [\w ]+)",
    re.I,
)
_HOUSES = (
    r"(?:Getty(?: Images)?|AFP|AP|AP Photo|Associated Press|Reuters|Bloomberg|EPA|EPA-EFE|EFE|PA"
    r"|PA Media|PA Wire|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy(?: Stock Photo| Live News)?"
    r"|Rex(?: Features)?|Zuma(?: Press)?|Corbis|SIPA|Anadolu(?: Agency)?|NurPhoto|Xinhua|TASS|PTI"
    r"|ANI"
    r"|Kyodo|Yonhap|Unsplash|Pexels|Pixabay|Flickr|Wikimedia(?: Commons)?|Creative Commons"
    r"|Wire ?Image"
    r"|FilmMagic|SWNS|MEGA|Backgrid|Action Images|Imago|dpa|NASA|ESA|NOAA|USGS|Handout|Pool|Newscom"
    r"|Adobe Stock|Dreamstime|Splash|Depositphotos|Photodisc|Digital Vision|Moodboard|Polaris"
    r"|Magnum"
    r"|CQ Roll Call|USA TODAY Sports|Twitter|Instagram|YouTube|Facebook|TikTok)"
)
_NAMED = r"@?\w[\w.'’ -]{1,40}"
_TAIL = lazily(
    rf"(?:\A|[\s.(\[|/,•©])(?:{_NAMED}?\s?[/|]\s?{_HOUSES}|{_HOUSES}\s?/\s?{_NAMED}"
    rf"|via {_HOUSES}|{_HOUSES} via {_HOUSES}|AP Photo"
    r"|(?:getty images|shutterstock(?:\.com)?|alamy stock photo|wikimedia commons|istock(?:photo)?)"
    r"|(?:photo(?:graph(?:er)?)?|picture|image|pic)s?(?: credits?)?: ?\w[\w.'’/ ,&-]{1,60})"
    r"(?:[/,]\s?\w[\w ]{1,20}){0,2}[)\]]?\.?\Z"
    rf"|[(\[](?:\w+ )?(?:photo|image|picture|illustration|graphic)s? by {_NAMED}[)\]]\Z",
    re.I,
)
# What every such tail holds; most lines are spared the longer search.
_CREDITED = lazily(r"[/|©]|via |hoto|icture|mage|pic|tock", re.I)
_ALONE = lazily(
    rf"{_HOUSES}(?: (?:photo|via {_HOUSES}|images|file|handout))*"
    r"|(?:file|stock|handout|supplied|contributed|submitted|courtesy|staff|pti|ht|ap|afp|express"
    r"|reuters"
    r"|representati(?:ve|onal)|archive) ?(?:photo|image|picture|pic)(?:graph)?s?(?: only)?|supplied"
    r"|handout|screen ?(?:grab|shot)(?: (?:from|via) .{2,40})?|provided by .{2,30}"
    r"|(?:enlarge )?(?:this )?(?:images?|photos?|photographs?|pictures?|pics?|captions?|credits?)"
    r"(?: (?:captions?|credits?))?",
    re.I,
)
_FILE = lazily(
    r"FILES?(?: PHOTO| PIC| IMAGE)?\s?[-–—:)]|File (?:photo|picture|image)(?:\s?[-–—:,]| of [A-Z])"
    r"|\(FILES?\)|Representati(?:ve|onal) (?:image|picture|photo)\b"
)
_CAPTION = lazily(r"(?:image|media|photo|video) (?:caption|copyright|source)[,:]? [A-Z©]", re.I)
_SHARED = lazily(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,4}"
    r"(?:/[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}){1,3}"
)
_FILMED = ("video", "pictured", "footage", "map", "maps", "chart", "charts", "art")


# What such lines hold, so that most others need not be matched at all.
_PICTURING = (
    "photo", "image", "picture", "pic", "illustrat", "graphic", "cartoon", "chart", "map", "art",
    "screen", "thumb", "video", "footage", "still", "courtesy",
)  # fmt: skip


def credit(line: str) -> str:
    """Why a line is a picture's caption or says whose picture it is."""
    lower = line.lower()
    if line[:1] in "Ff(Rr" and _FILE.match(line):
        return "is a picture’s caption"
    pictured = lower.startswith(("image", "media", "photo", "video"))
    if pictured and _CAPTION.match(line) and not reads_on(line[:60]):
        return "is a picture’s caption"
    match = LABELLED.match(line)
    if match and match["rest"] and _CREDITING.fullmatch(match["label"].strip()):
        label, rest = match["label"].strip(), match["rest"]
        named = is_name(rest, 1, 4) and not (label == "VIDEO" and len(rest.split()) > 3)
        if not rest[0].islower() and not reads_on(rest):
            return (
                f"opens with “{label}”" if named or label.lower().split()[-1] not in _FILMED else ""
            )
    match = _TAKEN.match(line) if any(word in lower for word in _PICTURING) else None
    if match and not reads_on(line) and len(line.split()) <= 16:
        who = match["who"] or match["lender"]
        if match["lender"] or who[0] in "©@" or who[0].isupper() or who.startswith("the "):
            return "says whose picture it is"
    if _ALONE.fullmatch(line.lstrip("© ")) and len(line.split()) <= 8:
        return "names a picture agency"
    if "/" in line and _SHARED.fullmatch(line.lstrip("© ")) and not NARRATIVE.search(line):
        return "names a photographer and an agency"
    # A caption with its credit: the credit stands at the end, in a form no sentence ends with.
    tail = line[-120:]
    if (
        _CREDITED.search(tail)
        and _TAIL.search(tail)
        and (len(line) <= 120 or re.search(r"[)\]/]", tail[-60:]))
    ):
        return "ends with a picture credit"
    return ""


# -- buttons and invitations -------------------------------------------------------------------

_ARTICLE = r"(?:this|(?:this |the )?(?:article|story|post|page|link|episode|video))"
_BUTTON = lazily(
    r"advertis(?:ement|ing)|ad|(?:sponsor(?:ed)?|promoted|paid"
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
    r"|newsletters?|e-?paper|podcasts?|live|premium|members only|trending now"
    rf"|(?:gift|give|report) (?:an? )?(?:{_ARTICLE}|feedback|typo|error)|text size|font size"
    r"|(?:about )?\d+ ?-? ?min(?:ute)?s?(?: to)? read"
    r"|(?:est(?:imated)?\.? )?read(?:ing)? time:? .{1,20}"
    r"|(?:story|article|interview|content) continues(?: below| after)?.*"
    r"|purchase licensing rights.*"
    r"|open(?:s|ing)? (?:in )?(?:a )?new (?:tab|window)|view this post on \w+|a post shared by .*"
    r"|thank(?:s| you) for (?:reading|subscribing|watching|visiting|signing up|your (?:support"
    r"|feedback)).{0,60}"
    r"|(?:#\w+[\s,]*){2,}",
    re.I,
)
_INVITING = lazily(
    r"(?:please |to )?(?:sign ?up|subscribe|follow|click|tap|download|join|get|share|like"
    r"|register|listen|"
    r"watch|read|support|donate|send|e-?mail|contact|stay|keep|catch|check out|visit|find"
    r"|discover|become|"
    r"start|try|buy|shop|book|help us|tell|let us|write to|have your say|have (?:a|you)"
    r"|do you have|"
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
    r"sign(?:ed|ing)? up|log in|here|today|now|free|members?(?:hip)?|supporter|unlimited|readers"
    r"|friends|"
    r"web ?site|breaking news|latest|updates|comments?|below|above|journalism|this (?:article"
    r"|story|page|"
    r"site|video|episode|post|series)|tips?\b.*@|privacy policy|terms of|cookies|javascript"
    r"|recaptcha|"
    r"external (?:sites|links)|edition|standards|in your area|account|stor(?:y|ies)|poll|series"
    r"|live|"
    r"conversation|the (?:author|writer|reporter)s?|more (?:news|videos)|news like this|you think"
    r"|full (?:interview|video|story)|"
    r"one month|daily|weekly)\b|[$£€]\d|@\w|\w\.(?:com|co\.uk|org|net|in)\b",
    re.I,
)
_PLAIN = lazily(r"(?:sign ?up (?:for|to)|subscribe (?:to|for)|support the) [A-Z]", re.I)
_FINITE = lazily(r"[-’']\w|(?: [\w’'-]+){0,2} (?:is|are|can|will|may|must|should|grew|remain)\b")
_FILED = lazily(
    r"(?:tags?|tagged|topics?|related topics?|filed under|categor(?:y|ies)|sections?|keywords?"
    r"|hashtags?|"
    r"labels?|in this (?:article|story)|more (?:about|on)|posted in|share|follow|companies)",
    re.I,
)
_SCREENED = lazily(
    r"(?:watch|listen)(?: (?:live|now|also|here|the moment))?|videos?|podcast|live(?: blog)?|quiz"
    r"|poll"
    r"|(?:photo )?gallery|sign up",
    re.I,
)
_FOLLOW = lazily(r"Follow (?:@|[A-Z]).{0,80} on [A-Z]\w+")


def promo(line: str) -> str:
    """Why a line is a button, an advertisement or an invitation to the reader."""
    if _BUTTON.fullmatch(line.rstrip(".!…: ")):
        return "is a button of the page"
    if match := LABELLED.match(line):
        label, rest = match["label"].strip(), match["rest"] or ""
        if _BUTTON.fullmatch(label) and _BUTTON.fullmatch(rest):
            return "is a button of the page"
        screened = bool(_SCREENED.fullmatch(label)) and not rest[:1].islower()
        filed = bool(_FILED.fullmatch(label)) and len(rest.split()) <= 25
        if rest and (screened or filed) and not reads_on(rest):
            return f"opens with “{label}”"
    return "invites the reader" if _invites(line) else ""


def _invites(line: str) -> bool:
    """Whether a line asks the reader to do something on the page, and tells no story."""
    match = _INVITING.match(line)
    if match is None or len(line.split()) > 45 or _FINITE.match(line, match.end()):
        return False
    cued = _CUE.search(line, match.end()) or _PLAIN.match(line) or _FOLLOW.match(line)
    return bool(cued) and not NARRATIVE.search(line, match.end())
