"""The forms of words that English names a time with, as patterns over lower-case text."""

from clearway.languages.en.timewords import MONTH, WEEKDAY

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
_MONTH = rf"(?:(?:{MONTH})(?![a-z])(?:(?<=[^a-z][a-z]{{3}})(?<!may)\.|(?<=sept)\.)?)"
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d|-\d\d-)"
_UNIT = r"(?:seconds|minute|hour|day|night|week|fortnight|month|quarters|year|decade|centur(?:y|ies))s?(?![a-z])"
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"(?:\d[\d,]{{0,14}}(?:\.\d{{1,3}})?|(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_TEENS}|(?:{_ONES})(?:\s+hundred)?"
    rf"|(?:a|two|three)\s+(?:dozen|hundred))(?![a-z])"
)
_SOME = r"(?:several|(?:a\s+)?(?:few|couple\s+of)|many|some)"
_HEDGE = (
    r"(?:(?:nearly|almost|about|around|roughly|approximately|some|just|exactly|at\s+least|at\s+most|up\s+to|no\s+more\s+than"
    r"|more\s+than|less\s+than|fewer\s+than|just\s+over|just\s+under|well\s+over)\s+)"
)
_PART = (
    r"(?:(?:the\s+)?(?:beginning|start|middle|end|early\s+part|last\s+days)\s+of\s+(?:the\s+)?"
    r"|(?:early|earlier|late|later|mid|end)(?:\s+in)?[\s-]+)"
)
_TO = r"(?:-|–|—|to|and|&|or|until|till|through)"
_HOURS = r"(?:\s+(?:morning|afternoon|evening|night))"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"

FORMS: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[t\s]\d\d:\d\d(?::\d\d)?)?(?!\d)",
    "slashed": r"(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\d/.]\d|\d)",
    "week_of": (
        rf"(?:the\s+)?week\s+(?P<edge>of|ending|beginning|starting|from|commencing)\s+(?:on\s+)?(?:(?:{WEEKDAY}),?\s+)?"
        rf"(?:(?P<day>{_DAY})\s+(?P<month>{_MONTH})|(?P<month2>{_MONTH})\s+(?P<day2>{_DAY}))(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "days": (
        rf"(?P<first>{_DAY})(?:\s+(?P<month1>{_MONTH})(?:,?\s+(?P<year1>{_YEAR}))?)?\s*{_TO}\s*(?P<last>{_DAY})"
        rf"\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "day": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>{_DAY})[\s-]+(?:of\s+)?(?P<month>{_MONTH})(?:,?[\s-]+(?P<year>{_YEAR}))?"
    ),
    "month_days": (
        rf"(?P<month1>{_MONTH})\s+(?P<first>{_DAY})\s*{_TO}\s*(?:(?P<month>{_MONTH})\s+)?(?P<last>{_DAY})"
        rf"(?:,?\s+(?P<year>{_YEAR})|(?!\s+[a-z])|(?=\s+(?:in|at|and|when|after|as)\s))"
    ),
    "month_day": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?"
    ),
    "months": (
        rf"(?P<month1>{_MONTH})(?:\s+(?P<year1>{_YEAR}))?\s*{_TO}\s*(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
        r"(?:\s+(?P<near>last|this|next)\s+year)?"
    ),
    "month": (
        rf"(?P<part>{_PART})?(?:(?P<which>last|this|next|past)\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})|(?:\s+of)?\s+(?P<near>last|this|next)\s+year)?"
    ),
    "weekday": (
        rf"(?P<part>(?:early|earlier|late|later)\s+(?:on\s+)?)?(?:(?P<which>last|this|next|past|coming|following)\s+)?(?P<weekday>{WEEKDAY})(?![a-z]){_HOURS}?"
    ),
    "near": (
        rf"(?:(?:early|earlier|late|later)\s+)?(?P<near>the\s+day\s+before\s+yesterday|yesterday|today|tomorrow|tonight|overnight)(?![a-z]){_HOURS}?"
        r"|(?:(?:early|earlier|late|later)\s+)?(?P<night>last\s+night|this\s+(?:morning|afternoon|evening))(?![a-z])"
    ),
    "relative": (
        rf"(?P<part>{_PART}|so\s+far\s+)?(?P<which>last|this|next|current|the\s+(?:current|coming|present|following|previous|same))\s+"
        rf"(?P<unit>week|month|year|quarter|weekend|decade|century|day|{_SEASON})(?![a-z-])"
    ),
    "past": (
        rf"{_HEDGE}?(?:the\s+)?(?P<which>past|last|previous|preceding|next|coming|following|first|latest)\s+"
        rf"(?:(?P<amount>{_NUMBER})[\s-]+|(?P<some>{_SOME})\s+)?(?P<unit>{_UNIT})"
    ),
    "recent": (
        r"(?:the\s+)?(?:most\s+)?(?:recent|coming)\s+(?:hours|days|weeks|months|quarters|years|decades|times)(?![a-z])"
    ),
    "ago": (
        rf"(?P<hedge>{_HEDGE}|over\s+)?(?:(?P<amount>{_NUMBER}|an?)|(?P<some>{_SOME}))[\s-]+(?P<unit>{_UNIT})(?P<half>\s+and\s+a\s+half)?"
        r"(?:\s+or\s+(?:so|more))?\s+(?P<which>ago|earlier|later)(?![a-z])"
    ),
    "length": (
        rf"(?:{_HEDGE}|the\s+(?={_NUMBER}\s))?(?:(?P<amount>{_NUMBER}|half\s+an?|an?)|(?P<some>{_SOME}))[\s-]+(?:straight\s+|consecutive\s+|full\s+|long\s+|more\s+)?(?P<unit>{_UNIT})"
        r"(?P<half>\s+and\s+a\s+half)?(?!-?\s*-?\s*old|-olds|\s+of\s+age)"
    ),
    "decade": r"(?:the\s+)?(?P<part>(?:early|mid|late)[\s-]+)?(?P<year>(?:19|20)\d0)['’]?s(?![a-z])",
    "quarter": (
        rf"(?:the\s+)?(?:(?P<number>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter(?![a-z])(?:\s+of)?(?:\s+(?P<year>{_YEAR}))?"
        rf"|q(?P<figure>[1-4])(?:\s+(?:of\s+)?(?P<year2>{_YEAR}))?(?!\w))"
    ),
    "season": rf"(?:the\s+)?(?:{_PART})?(?:the\s+)?{_SEASON}(?:\s+of)?\s+(?P<year>{_YEAR})",
    "year": (
        rf"(?P<part>{_PART})?(?:fiscal\s+|year\s+)?(?P<year>{_YEAR})"
        r"(?:\s*[-–/]\s*(?P<last>(?:19|20)\d\d(?!\d)|\d\d(?!\d)))?(?![\w-])"
    ),
    "weekend": r"the\s+weekend(?![a-z])",
    "vague": (
        r"(?:right\s+now|now|currently|recently|nowadays|(?:that|the\s+same)\s+(?:day|week|month|year)"
        r"|the\s+(?:next|following|previous)\s+(?:day|morning|night)|the\s+day\s+before)(?![a-z])"
    ),
}
"""The forms by name."""

_UNITS = r"seconds|minutes?|hours?|days?|nights?|weeks?|fortnight|months?|quarters|years?|decades?|centur"
_NUMBERS = rf"(?:{_ONES}|{_TEENS}|{_TENS})"
_LENGTHY = rf"(?:\d|{_NUMBERS}|several|few|couple|many|half|an?\s|dozen|hundred|(?:the\s+)?(?:past|last|previous|next))"
_LATELY = r"past|last|previous|preceding|next|coming|following|first|latest"

STARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "digit": (r"\d", ("iso", "slashed", "days", "day", "ago", "length", "quarter", "decade", "year")),
    "month": (rf"(?:{MONTH})(?![a-z])", ("month_days", "month_day", "months", "month")),
    "weekday": (rf"(?:{WEEKDAY})(?![a-z])", ("day", "month_day", "weekday")),
    "the": (
        rf"the(?=\s+(?:{_LATELY}|{_NUMBERS}|current|present|same|recent|most\s+recent|weekend|week\s+\w+|day\s+before|beginning|start"
        rf"|middle|end|early|late|mid|second|third|fourth|\d|{_SEASON})(?![a-z]))",
        (
            *(
                "week_of",
                "day",
                "near",
                "relative",
                "past",
                "recent",
                "decade",
                "quarter",
                "season",
                "weekend",
                "vague",
            ),
            *("month", "year", "length"),
        ),
    ),
    "article": (
        rf"an?(?=\s+(?:{_UNITS}|few|couple|dozen|hundred|full|long)|-(?:day|week|month|year|hour))",
        ("ago", "length"),
    ),
    "number": (rf"(?:{_NUMBERS}|several|few|couple|many|some|half)(?=[\s-]+)", ("ago", "length")),
    "hedge": (
        r"(?:nearly|almost|about|around|roughly|approximately|exactly|at\s+least|at\s+most|up\s+to|no\s+more\s+than|more\s+than"
        rf"|less\s+than|fewer\s+than|just\s+over|just\s+under|just|over|well\s+over)(?=\s+{_LENGTHY})",
        ("past", "ago", "length"),
    ),
    "part": (
        r"(?:early|earlier|late|later|mid|end|beginning|start|middle)(?=[\s-])",
        ("month", "weekday", "near", "relative", "decade", "season", "year"),
    ),
    "lately": (
        rf"(?:this|current|{_LATELY})(?=[\s-])",
        ("month", "weekday", "near", "relative", "past", "quarter"),
    ),
    "near": (r"(?:yesterday|today|tomorrow|tonight|overnight)(?![a-z])", ("near",)),
    "recent": (r"(?:recent|most\s+recent)(?=\s)", ("recent",)),
    "so": (r"so\s+far(?=\s)", ("relative",)),
    "season": (rf"{_SEASON}(?=\s+(?:of|19|20))", ("season",)),
    "quarter": (r"(?:second|third|fourth)(?=[\s-]quarter)|q(?=[1-4])", ("quarter",)),
    "week": (r"week(?=\s)", ("week_of",)),
    "year": (r"(?:fiscal|year)(?=\s+(?:19|20)\d)", ("year",)),
    "vague": (r"(?:right\s+now|now|currently|recently|nowadays|that)(?![a-z])", ("vague",)),
}
"""What the forms begin with, and which, in the order in which they are tried: a quick sieve before the patterns."""
