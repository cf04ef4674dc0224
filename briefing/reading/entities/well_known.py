"""Organisations that the news names daily; written for this project, from general knowledge.

The model was taught on newspapers of 1996 and of 2022 and takes some firms of today for people.
A name in this table counts as one more voice that says organisation, where the model has found a
name; it finds none by itself. Names that are as well a person's or a word's are left out.
"""

from __future__ import annotations

from briefing.reading.entities.gazetteer import names

ORGANISATIONS = names(
    """3m|abb|abbvie|accenture|activision|adidas|adobe|aig|air china|air france|air india|airbnb|
    airbus|aldi|alibaba|allianz|alphabet|alstom|amazon|amazon.com|amd|american airlines|
    american express|amgen|anglo american|ant group|anthropic|aol|apple|arcelormittal|arsenal|
    asml|associated press|aston villa|astrazeneca|at&t|audi|aviva|axa|bae systems|baidu|barclays|
    basf|bayer|bayern munich|bbc|berkshire hathaway|bhp|biogen|biontech|blackberry|blackrock|
    blackstone|bloomberg|bmw|bnp paribas|
    boko haram|boeing|bosch|bp|british airways|broadcom|bt|burberry|byd|
    bytedance|canon|carrefour|caterpillar|cbs|cern|chelsea|chevron|cia|cisco|citigroup|cnbc|cnn|
    coca-cola|coinbase|comcast|commerzbank|costco|credit suisse|daimler|danone|darpa|deepmind|
    dell|deloitte|delta air lines|deutsche bank|deutsche telekom|dhl|diageo|didi|dow jones|
    dropbox|dyson|easyjet|ebay|ecb|electronic arts|eli lilly|enron|ericsson|esa|espn|eurostat|
    evergrande|everton|expedia|exxon|exxon mobil|exxonmobil|facebook|fannie mae|fbi|fda|
    federal reserve|fedex|fiat|fifa|finra|fitch|fortescue|foxconn|freddie mac|fujitsu|gap inc|
    gazprom|geely|general electric|general motors|gilead|glaxosmithkline|glencore|goldman sachs|
    google|greenpeace|groupon|gsk|h&m|haaretz|hamas|hewlett-packard|hezbollah|hitachi|hmrc|honda|
    honeywell|hsbc|huawei|hulu|hyundai|iaea|iata|ibm|ikea|imf|infosys|instacart|instagram|intel|
    interpol|isis|islamic state|j.p. morgan|jaguar land rover|jd.com|johnson & johnson|
    jpmorgan|jpmorgan chase|
    juventus|kfc|kia|kpmg|kroger|l'oreal|lego|lehman brothers|lenovo|lg|lidl|linkedin|lloyds|
    lockheed martin|lufthansa|lukoil|lvmh|lyft|maersk|manchester city|manchester united|
    mastercard|mcdonald|mckinsey|medtronic|meituan|mercedes-benz|merck|microsoft|
    mitsubishi|moderna|moody|morgan stanley|motorola|nasa|nasdaq|nato|nbc|nestle|netease|
    netflix|new york times|newcastle united|nhs|nike|nintendo|nissan|nokia|northrop grumman|
    novartis|novavax|novo nordisk|nvidia|oecd|opec|openai|oracle|oxfam|panasonic|paramount|paypal|
    pepsico|petrobras|petrochina|peugeot|pfizer|philips|pinduoduo|pinterest|pixar|porsche|
    procter & gamble|pwc|qantas|qualcomm|rabobank|raytheon|real madrid|red cross|reddit|reuters|
    rio tinto|roblox|roche|rolls-royce|rosneft|ryanair|saab|salesforce|samsung|
    samsung electronics|sanofi|santander|sap|saudi aramco|sberbank|siemens|sinopec|snapchat|
    societe generale|softbank|sony|southwest airlines|spacex|spotify|standard chartered|starbucks|
    stellantis|stripe|supreme court|swissair|taliban|tata motors|telefonica|tencent|tesco|tesla|
    texas instruments|tiktok|toshiba|total energies|totalenergies|toyota|trip.com|tsmc|twitter|
    uber|ubs|uefa|unesco|unhcr|unicef|unilever|united airlines|united nations|ups|vale|verizon|
    virgin atlantic|vodafone|volkswagen|volvo|wal-mart|walmart|warner bros|washington post|
    wayfair|wells fargo|westpac|wework|whatsapp|whirlpool|who|wikipedia|wipro|world bank|
    world health organization|xerox|xiaomi|xinhua|usa today|yahoo|yandex|youtube|zara|zoom video|
    zte"""
)
"""In normal form."""
