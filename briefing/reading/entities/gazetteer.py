"""Small tables of words about names; written for this project, from general knowledge.

They are no lists of who and what there is: the model finds names it has never seen. They say
what certain words in a name, or beside it, tell about it. Keys are in small letters.
"""

from __future__ import annotations


def table(words: str) -> frozenset[str]:
    """The words, parted by white space, as a set."""
    return frozenset(words.split())


def names(listed: str) -> frozenset[str]:
    """The names of a list that is parted by ``|`` and broken into lines anywhere, as a set."""
    return frozenset(" ".join(name.split()) for name in listed.split("|"))


ORGANISATION_HEADS = table(
    """academy administration agency association authority bank board bureau center centre chamber
    church college commission committee confederation council court department division embassy
    federation foundation government house institute institution league library ministry
    movement museum office organisation organization parliament party school society union
    university"""
)
"""Words that an organisation's name may open with, before ``of`` or ``for``."""

ORGANISATION_TAILS = table(
    """academy administration agency air airlines airport airways alliance army assembly
    association authority bank board broadcasting bureau cabinet chamber church city club
    coalition college commission committee communications company confederation congress
    cooperative corp corporation council court daily department district division electric
    energy exchange express fc federation fleet force forces foundation front fund gazette
    government group guard herald holdings hospital inc industries initiative institute
    institution insurance journal laboratories laboratory league limited lines ltd mail ministry
    mission mobile morning motor motors movement museum navy network news observatory office
    orchestra organisation organization parliament partners partnership party petroleum plc
    police post press project radio railway railways relations review school schools securities
    senate service services society star steel studios systems team technologies telecom
    telegraph telephone television theatre times tribune trust union united university ventures"""
)
"""Words that an organisation's name may end with, after a place or a nationality."""

ORGANISATION_MIDDLES = table(
    """agricultural air armed atomic aviation central chinese civil communist conservative
    constitutional cricket daily data defence defense democratic democrats development economic
    education election electoral energy evening export federal film finance financial fire first
    football foreign general global green health high human import independent industrial
    information insider intelligence international investment islamic joint justice labor labour
    liberal maritime medical military morning muslim national natural nuclear olympic people's
    petroleum police political popular public red republican research revolutionary rights royal
    rugby rural science scientific security social socialist space sports state stock student
    students sunday supreme swimming technical technology tennis tobacco tourism trade transport
    urban women's workers world youth"""
)
"""Words that may stand between a place and an organisation's last word."""

CLUBS = table(
    """albion athletic city county dynamo hotspur orient palace rangers rovers town united villa
    wanderers"""
)
"""Last words of clubs' names by which alone a report calls them."""

COMPANY_ENDINGS = table(
    """ab ag asa bhd co company corp corporation gmbh group holding holdings inc incorporated kk
    limited llc llp ltd nv oyj plc pty sa se spa"""
)
"""What a company is called besides its name; left out when names are compared."""

PERSONAL_TITLES = table(
    """adm admiral ambassador archbishop attorney ayatollah bishop capt captain cardinal ceo
    chairman chairperson chairwoman chancellor chief chief-justice coach col colonel commander
    congressman congresswoman constable corporal cpl crown dame deputy detective dr emir emperor
    ex father first former gen general gov governor imam inspector judge justice king lady
    lieutenant lord lt maj major mayor minister miss mr mrs ms mx officer pope premier president
    prime prince princess prof professor queen rabbi rep representative rev reverend saint
    secretary sen senator sergeant sgt sheik sheikh sir st sultan vice"""
)
"""Words before a person's name that are not part of it."""

RANKS = PERSONAL_TITLES - table(
    """emperor father first imam king lady lord pope prince princess queen saint sheik sheikh sir st
    sultan"""
)
"""Titles that are left out of a person's name; the others are what they are known by."""

OWN_POSSESSIVES = table(
    """arby's bloomingdale's christie's debenham's denny's
    dillard's domino's dunkin's harrod's hardee's hershey's kellogg's kinko's kohl's
    land's levi's lloyd's lowe's macy's mcdonald's men's moody's morrison's nando's
    people's poor's reader's sainsbury's sotheby's wendy's women's"""
)
"""Words of organisations' names that end in a possessive of their own."""

GENERIC_ORGANISATIONS = table(
    """academy agency american army association bank board british bureau cabinet central chamber
    chinese church college commission committee congress constitution council court department
    east european federal federation first foreign general government house institute
    international league legislature ministry movement national navy new north office opposition
    parliament party police president royal school security senate society south state supreme
    treasury union united university west world"""
)
"""Words that name no particular organisation by themselves."""

EVENT_WORDS = table(
    """accord accords agreement airshow attack attacks award awards battle biennale bombing brexit
    campaign championship championships christmas conference congress convention crash crisis
    cup day depression derby diwali earthquake easter eid election elections emmy emmys
    exhibition expo fair festival final finals flood games genocide grammy grammys grand-prix
    hanukkah hearing holocaust hurricane intifada invasion marathon massacre match olympic
    olympics open oscar oscars pandemic paralympics passover primary prix qualifiers race rally
    ramadan referendum renaissance revolution riots season series session storm summit
    super-bowl superbowl survey talks thanksgiving tour tournament treaty trial trophy tsunami
    typhoon uprising vuelta war wars week wimbledon xmas year"""
)
"""Words that show that a name is an event's."""

COUNTRY_FORMS = {
    "us": "united states",
    "u.s": "united states",
    "usa": "united states",
    "u.s.a": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "u.k": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "eu": "european union",
    "e.u": "european union",
    "un": "united nations",
    "u.n": "united nations",
    "prc": "china",
    "people's republic of china": "china",
    "dprk": "north korea",
    "republic of korea": "south korea",
    "uae": "united arab emirates",
    "u.a.e": "united arab emirates",
    "drc": "democratic republic of congo",
    "democratic republic of the congo": "democratic republic of congo",
    "russian federation": "russia",
    "czechia": "czech republic",
    "holland": "netherlands",
    "burma": "myanmar",
    "türkiye": "turkey",
    "turkiye": "turkey",
}
"""Other names of a country, or of a union of countries, as they are written in news."""

COUNTRIES = names(
    """afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|
    bangladesh|belarus|belgium|bolivia|bosnia|botswana|brazil|britain|bulgaria|burma|burundi|
    cambodia|cameroon|canada|chile|china|colombia|congo|croatia|cuba|cyprus|denmark|ecuador|egypt|
    england|eritrea|estonia|ethiopia|finland|france|gabon|georgia|germany|ghana|greece|guatemala|
    guinea|guyana|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|
    jamaica|japan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|
    libya|lithuania|luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|
    mauritius|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|
    netherlands|new zealand|nicaragua|niger|nigeria|north korea|norway|oman|pakistan|palestine|
    panama|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|
    scotland|senegal|serbia|singapore|slovakia|slovenia|somalia|south africa|south korea|
    south sudan|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|
    togo|tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|
    united states|uruguay|uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe|
    africa|asia|europe|antarctica|north america|south america|latin america|middle east|
    u.s|u.s.a|usa|us|uk|u.k|hong kong|soviet union|yugoslavia|czech republic|czechoslovakia|
    american samoa|puerto rico|gaza|west bank|balkans|caribbean"""
)
"""Countries and continents, which are seldom anybody's surname."""

NATIONAL_ENDINGS = (
    "ese",
    "ians",
    "ian",
    "ish",
    "eans",
    "ean",
    "ani",
    "anis",
    "qi",
    "qis",
    "elis",
    "eli",
)
"""How words for peoples end."""
