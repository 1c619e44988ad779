"""The forms of words that English names a time with, as patterns over lower-case text."""

import re

from clearway.languages.en.timewords import FEAST, MONTH, WEEKDAY

ONES = r"one|two|three|four|five|six|seven|eight|nine"
TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SEASON = r"(?:spring|summer|autumn|fall|winter)"

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
_MONTH = rf"(?:(?:{MONTH})(?![a-z])(?:(?<![a-z][a-z]{{3}})(?<!may)\.|(?<=sept)\.)?)"
_SPELLED = rf"(?:(?:nineteen|twenty)[\s-]+(?:(?:{TENS})(?:[\s-](?:{ONES}))?|{TEENS})(?![a-z]))"
_YEAR = rf"(?:(?:19|20)\d\d(?![\d%]|[.,]\d|-\d\d-)|{_SPELLED})"
_UNIT = r"(?:seconds|minute|hour|hr|day|night|week|fortnight|month|quarters|year|decade|centur(?:y|ies))s?(?![a-z])"
_NUMBER = (
    rf"(?:\d{{1,3}}\s[1-9]/[1-9]|\d[\d,]{{0,14}}(?:\.\d{{1,3}})?|(?:{TENS})(?:[\s-](?:{ONES}))?|{TEENS}"
    rf"|(?:{ONES})(?:\s+hundred)?|(?:a|two|three)\s+(?:dozen|hundred))(?![a-z])"
)
_UPPER = rf"(?:[\s-]*(?:to|or|-|–)[\s-]*(?P<upper>{_NUMBER}))?"
_SOME = r"(?:several|(?:a\s+)?(?:few|couple\s+of)|many|some)"
_HEDGE = (
    r"(?:(?:nearly|almost|about|around|roughly|approximately|some|exactly|at\s+least|at\s+most|up\s+to|no\s+more\s+than"
    r"|more\s+than|less\s+than|fewer\s+than|just\s+over|just\s+under|well\s+over|over(?=\s+an?\s))\s+)"
)
_PART = (
    r"(?:(?:the\s+)?(?:beginning|start|middle|end|early\s+part|last\s+days)\s+of\s+(?:the\s+)?"
    r"|(?:early|earlier|late|later|mid|end)(?:\s+in)?[\s-]+)"
)
_NAMED = rf"(?:\s\((?:{WEEKDAY})\))?"
_TO = r"(?:-|–|—|to|and|&|or|until|till|through)"
_HOURS = r"(?:\s+(?:morning|afternoon|evening|night)(?![a-z]))"
_ZONE = r"(?:\s+(?:gmt|utc|bst|cet|cest|e[ds]t|c[ds]t|m[ds]t|p[ds]t|local\s+time|local|time)(?![a-z]))"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_YEAR_AGO = r"(?:year|month)-(?:ago|earlier)"
_OF_YEAR = (
    rf"(?:(?:\s+of)?\s+(?:fiscal\s+)?(?P<year>{_YEAR})|(?:\s+of)?\s+(?P<near>last|this|next)\s+year(?![a-z]|['’]))"
)

FORMS: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[t\s]\d\d:\d\d(?::\d\d)?)?(?!\d)",
    "slashed": (
        r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|(?<![-])\d\d)(?![\d/.-]\d|\d)"
    ),
    "clock": (
        r"(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m(?![a-z])\.?"
        rf"|(?P<word>noon|midday|midnight)(?![a-z])){_ZONE}?"
        rf"(?:,?\s+(?:(?:(?:{WEEKDAY}),?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?"
        rf"|(?P<weekday>{WEEKDAY})(?![a-z]){_HOURS}?|(?P<near>today|yesterday|tomorrow)(?![a-z])))?"
    ),
    "week_of": (
        rf"(?:the\s+)?week\s+(?P<edge>of|ending|beginning|starting|from|commencing)\s+(?:on\s+)?(?:(?:{WEEKDAY}),?\s+)?"
        rf"(?:(?P<day>{_DAY})\s+(?P<month>{_MONTH})|(?P<month2>{_MONTH})\s+(?P<day2>{_DAY}))(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "week_number": (
        rf"(?:the\s+)?(?P<epi>epi(?:demiological)?\s+)?week\s+(?:no\.?\s*|\#)?(?P<number>[1-5]?\d)(?!\d)(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
    ),
    "week_in": (
        rf"the\s+(?P<number>first|second|third|fourth|last)\s+(?:full\s+)?week\s+of\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "days": (
        rf"(?:(?:{WEEKDAY}),?\s+)?(?:the\s+)?(?P<first>{_DAY})(?:,\s+{_DAY}){{0,5}}(?:\s+(?:of\s+)?(?P<month1>{_MONTH})(?:,?\s+(?P<year1>{_YEAR}))?)?\s*{_TO}\s*"
        rf"(?:the\s+)?(?:(?:{WEEKDAY}),?\s+)?(?P<last>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "day": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:the\s+(?=\d+(?:st|nd|rd|th)))?"
        rf"(?P<day>{_DAY})[\s-]+(?:of\s+)?(?P<month>{_MONTH})(?:,?[\s-]+(?P<year>{_YEAR}))?{_NAMED}"
    ),
    "month_days": (
        rf"(?:(?:{WEEKDAY}),?\s+)?(?P<month1>{_MONTH})\s+(?P<first>{_DAY})(?:,?\s+(?P<year1>{_YEAR}),?)?\s*{_TO}\s*"
        rf"(?:(?:{WEEKDAY}),?\s+)?(?:(?P<month>{_MONTH})\s+)?(?P<last>{_DAY})"
        rf"(?:,?\s+(?P<year>{_YEAR})|(?!\s+[a-z])|(?=\s+(?:in|at|and|when|after|as)\s))"
    ),
    "month_day": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?{_NAMED}"
    ),
    "months": (
        rf"(?P<month1>{_MONTH})(?:\s+(?P<year1>{_YEAR}))?\s*{_TO}\s*(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
        r"(?:\s+(?P<near>last|this|next)\s+year)?"
    ),
    "month": (
        rf"(?P<part>{_PART})?(?:(?P<which>last|this|next|past)\s+(?!{_MONTH}\s+\d{{1,2}}(?!\d)))?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})|(?:\s+of)?\s+(?P<near>last|this|next)\s+year)?"
    ),
    "weekday": (
        rf"(?P<part>(?:early|late)\s+(?:on\s+)?)?(?:(?P<which>last|this(?:\s+(?:past|coming))?|next|past|coming|(?:the\s+)?(?:following|previous))\s+)?"
        rf"(?P<weekday>{WEEKDAY})(?![a-z]){_HOURS}?"
    ),
    "near": (
        rf"(?:(?:early|late)\s+)?(?P<near>the\s+day\s+before\s+yesterday|yesterday|today|tomorrow|tonight|overnight)(?![a-z]){_HOURS}?"
        r"|(?:(?:early|late)\s+)?(?P<night>last\s+night|this\s+(?:morning|afternoon|evening))(?![a-z])"
    ),
    "feast": rf"(?:(?P<which>last|this|next)\s+)?(?P<feast>{FEAST})(?![a-z])",
    "relative": (
        r"(?P<part>(?:early|earlier|late|later|mid|end)(?:\s+in)?[\s-]+|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)?"
        rf"(?P<which>last|this(?:\s+coming|\s+past(?=\s+(?:weekend|{SEASON})))?|next|current|(?:the\s+)?(?:current|coming|present)|the\s+(?:following|previous|next|latest))"
        rf"\s+(?P<fiscal>fiscal\s+)?(?P<unit>week|month|year|weekend|decade|century|quarter|day|{SEASON})(?![a-z-]|['’]s\s+{_ORDINAL}[\s-])"
    ),
    "part_of": (
        r"(?P<part>(?:the\s+)?(?:beginning|start|middle|end|rest|remainder)\s+of\s+(?:the\s+)?|(?:early|earlier|late|later)\s+in\s+the\s+)"
        r"(?P<unit>week|month|year|decade|century)(?![a-z-])"
    ),
    "unit_end": r"(?:the\s+)?(?:(?P<unit>year|month|week)(?:['’]s)?[\s-]end)(?![a-z])",
    "half": (
        r"(?:the\s+)?(?P<number>first|second|last|latter|other|1st|2nd)\s+half\s+of\s+"
        rf"(?:(?:(?P<month>{_MONTH})(?:\s+(?P<year1>{_YEAR}))?|(?P<year>{_YEAR})|(?P<near>last|this|next|the)\s+year)(?![a-z])"
        r"|the\s+(?P<decade>(?:19|20)\d0)['’]?s(?![a-z]))"
    ),
    "past": (
        rf"{_HEDGE}?(?:the\s+|this\s+)?(?P<which>past|last|previous|preceding|next|coming|following|first|latest)\s+"
        rf"(?:(?P<amount>{_NUMBER}){_UPPER}[\s-]+|(?P<some>{_SOME})\s+)?(?P<unit>{_UNIT})(?P<half>\s+and\s+a\s+half)?"
    ),
    "recent": (
        r"(?:the\s+)?(?:most\s+)?(?P<which>recent|coming)\s+(?P<unit>hours|days|weeks|months|quarters|years|decades)(?![a-z])"
        r"(?:\s+(?:and|or)\s+(?:days|weeks|months|years)(?![a-z]))?"
    ),
    "ago": (
        rf"(?P<hedge>{_HEDGE}|over\s+)?(?:(?P<amount>{_NUMBER}|an?)|(?P<some>{_SOME}))[\s-]+(?P<unit>{_UNIT})(?P<half>\s+and\s+a\s+half)?"
        r"(?:\s+or\s+(?:so|more))?\s+(?P<which>ago|earlier|later)(?![a-z])"
    ),
    "length": (
        rf"(?:{_HEDGE}|the\s+(?={_NUMBER}\s))?(?:(?P<amount>{_NUMBER}|half\s+an?|an?){_UPPER}|(?P<some>{_SOME}))[\s-]+"
        rf"(?:straight\s+|consecutive\s+|full\s+|long\s+|more\s+)?(?P<unit>{_UNIT})"
        r"(?P<half>\s+and\s+a\s+half)?(?:\s+or\s+two)?(?!-?\s*-?\s*old|-olds|\s+of\s+age|-(?:ago|earlier)|\s+a\s+(?:day|week|month|year)(?![a-z]))"
    ),
    "many": (
        r"(?P<unit>hours|days|weeks|months|years|decades|centuries)(?:\s+(?:or|and)\s+(?:days|weeks|months|years))?"
        r"(?P<ago>\s+ago)?(?![a-z-])"
    ),
    "every": (
        rf"(?:every|each)\s+(?:other\s+|(?P<amount>{_NUMBER})\s+)?(?P<unit>{_UNIT}|quarter(?![a-z])|(?:{WEEKDAY}|{MONTH}|morning|evening)(?![a-z]))"
    ),
    "often": r"(?P<often>hourly|daily|nightly|weekly|monthly)(?![a-z-])",
    "decade": (
        r"(?:the\s+)?(?P<part>(?:early|mid|late)[\s-]+)?"
        r"(?:(?P<year>(?:19|20)\d0)['’]?s|['’](?P<short>\d0)s|(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)(?![a-z])"
    ),
    "century": r"(?:the\s+)?(?P<part>(?:early|mid|late)[\s-]+)?(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century(?![a-z])",
    "quarter": (
        rf"(?:the\s+)?(?P<fiscal>fiscal[\s-]+)?(?:(?P<year2>{_YEAR})\s+|(?P<back>{_YEAR_AGO})\s+|(?P<near2>last|this|next)\s+year['’]s\s+)?"
        rf"(?:fiscal[\s-]+)?(?:(?P<number>{_ORDINAL})[\s-]quarter(?![a-z])"
        rf"|(?P<final>last|final)\s+quarter(?=\s+of\s+(?:{_YEAR}|last\s+year))|q(?P<figure>[1-4])(?!\w)){_OF_YEAR}?"
    ),
    "period": (
        r"(?:the\s+)?(?P<told>(?:(?:latest|most\s+recent|current|same|comparable|corresponding|fiscal|full)\s+)*)"
        rf"(?:(?P<year>{_YEAR})\s+|(?P<back>{_YEAR_AGO})\s+|(?P<near>last|this|next)\s+year['’]s\s+)?"
        r"(?:time\s+)?(?P<unit>quarter|period|year|week|month)(?![a-z-]|['’]s\s+end)(?!\s+(?:of(?!\s+(?:19|20|last))|when|that|in\s+which|before|after|ahead|long|to\s+come)\s)"
        rf"(?:\s+(?P<shift>(?:of\s+)?last\s+year|a\s+year\s+(?:ago|earlier|before))(?![a-z])|\s+(?:of|in)\s+(?P<year2>{_YEAR}))?"
    ),
    "year_ago": rf"(?P<back>{_YEAR_AGO})(?:\s+(?P<unit>quarter|period)(?![a-z]))?",
    "season": rf"(?:the\s+)?(?:{_PART})?(?:the\s+)?{SEASON}(?:\s+of)?\s+(?P<year>{_YEAR})",
    "this_season": rf"the\s+(?:{_PART})?(?P<season>{SEASON})(?![a-z])(?!\s+of\s)",
    "year": (
        rf"(?P<part>{_PART})?(?:the\s+year\s+|fiscal\s+|year\s+)?(?P<year>{_YEAR}|(?<=year\s)two\s+thousand(?:\s+(?:and\s+)?(?:{ONES}|{TEENS}|{TENS}(?:[\s-](?:{ONES}))?))?(?![a-z]))"
        r"(?:\s*[-–/]\s*(?P<last>(?:19|20)\d\d(?!\d)|\d\d(?!\d)))?(?![\w-])"
    ),
    "weekend": r"the\s+weekend(?![a-z])",
    "anaphor": (
        r"(?:(?P<same>(?:that|(?:that|the)\s+(?:very\s+)?same)\s+(?P<unit>day|week|month|year|quarter))"
        r"|(?P<next>(?:the\s+)?(?:next|following)\s+(?:day|morning|afternoon|evening|night))"
        r"|the\s+previous\s+(?:day|night)|the\s+day\s+before(?=\s*(?:[.,;:)]|$)))(?![a-z])"
    ),
    "reference": (
        r"(?P<present>now(?:adays)?|currently|these\s+days|current|presently)(?![a-z-])"
        rf"|(?P<past>(?:(?:more|most)\s+)?recently|the\s+(?:recent\s+)?past(?!\s+(?:\d|(?:[a-z-]+\s+){{0,2}}(?:day|week|month|year|hour|decade|centur|season|{SEASON}))))(?![a-z-])"
        r"|(?P<future>the\s+(?:near\s+|foreseeable\s+)?future)(?![a-z-]|\s+of\s)"
    ),
}
"""The forms by name."""

ENDED = re.compile(
    rf"\s+(?:that\s+)?(?:ended|ending|through|(?P<to>to|up\s+to))\s+(?:on\s+)?"
    rf"(?:(?P<month>{_MONTH})\s+(?P<day>{_DAY})|(?P<day2>{_DAY})\s+(?P<month2>{_MONTH})|(?P<month3>{_MONTH}))(?:,?\s+(?P<year>{_YEAR}))?"
)
"""The day on which a length of time ended, behind it: "the year to March"."""
