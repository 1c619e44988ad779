"""The tables: facts, which only grow, and indexes, which can be built again from them.

Only what every database has is used here; what one database does its own way is in that database's file.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    func,
)

from clearway.ledger.columns import NEVER, RECORD, WORDS, code

SCHEMA = 1
"""Number of the newest migration of the facts."""

INDEX = 12
"""Raised by one whenever an index table, or what is written into it, changes; the indexes are then built again."""

GENERATION = SCHEMA * 1000 + INDEX
"""What a ledger file is stamped with; a higher stamp was written by a newer Clearway."""

facts = MetaData()
indexes = MetaData()

text = Table(
    "text",
    facts,
    Column("id", code(64), primary_key=True),  # sha256 of the text in UTF-8
    Column("body", WORDS, nullable=False),
)

report = Table(
    "report",
    facts,
    Column("id", code(16), primary_key=True),
    Column("text_id", ForeignKey("text.id"), nullable=False),
    Column("sha256", code(64), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("url", WORDS),
    Column("published", Date),
    Column("record", RECORD, nullable=False),  # canonical JSON without the text
    Index("report_by_document", "sha256", "ordinal"),
    Index("report_by_url", "url", postgresql_using="hash"),  # a url may be longer than a key of a btree
)

reading = Table(
    "reading",
    facts,
    Column("id", code(16), primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False),
    Column("extractor", WORDS, nullable=False),
    Column("version", WORDS, nullable=False),
    Column("gazetteer", WORDS, nullable=False),
    Column("at", code(32), nullable=False),  # ISO 8601 in UTC
    Column("turn", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    UniqueConstraint("report_id", "at", "turn", name="reading_in_order"),
)

claim = Table(
    "claim",
    facts,
    Column("id", code(16), primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False),
    Column("kind", WORDS, nullable=False),
)

made = Table(
    "made",  # which claims a reading made, and how they stood then
    facts,
    Column("reading_id", ForeignKey("reading.id"), primary_key=True),
    Column("claim_id", ForeignKey("claim.id"), primary_key=True),
    Column("record", RECORD, nullable=False),  # canonical JSON
)

judgement = Table(
    "judgement",
    facts,
    Column("id", code(16), primary_key=True),
    Column("at", code(32), nullable=False),
    Column("record", RECORD, nullable=False),  # canonical JSON
)

edition = Table(
    "edition",  # a report among the versions of the same work; the highest place is the current one
    indexes,
    Column("report_id", code(16), primary_key=True),
    Column("work", code(16), nullable=False),
    Column("place", Integer, nullable=False),
    Column("published", Date),
    Column("day", Date, nullable=False),  # the same for sorting, the last of all days where it is not known
    Column("reading_id", code(16), nullable=False),  # the report's current reading
    Index("edition_by_work", "work", "place"),
    Index("edition_by_day", "day", "report_id"),
)

finder = Table(
    "finder",  # a claim as it is looked for, from the newest reading that made it
    indexes,
    Column("number", Integer, primary_key=True),
    Column("claim_id", code(16), nullable=False, unique=True),
    Column("report_id", code(16), nullable=False),
    Column("reading_id", code(16), nullable=False),
    Column("live", Boolean, nullable=False),  # whether that reading is the report's current one
    Column("kind", WORDS, nullable=False),
    Column("published", Date),
    Column("day", Date, nullable=False),  # as in an edition
    Column("start", Integer, nullable=False),
    Column("first", Date),  # of the period, or the day of publication
    Column("last", Date),
    Column("voices", WORDS, nullable=False),  # speakers and publisher, folded, one a line
    Column("priority", Integer, nullable=False),  # of review, the least first
    Index("finder_in_order", "day", "report_id", "start", "claim_id"),
    Index("finder_by_report", "report_id"),
    Index("finder_by_kind_and_days", "kind", "last", "first"),
    Index("finder_by_priority", "priority", "claim_id"),
)

whereabouts = Table(
    "whereabouts",  # the names and codes of a claim's places, folded
    indexes,
    Column("number", Integer, nullable=False),
    Column("word", WORDS, nullable=False),
    Column("code", Boolean, nullable=False),  # a code is asked for whole, a name in part
    Index("whereabouts_by_claim", "number"),
    Index("whereabouts_by_word", "word", postgresql_using="hash"),
)

place = Table(
    "place",  # a place on the map that some claim names, or named once
    indexes,
    Column("number", Integer, primary_key=True),
    Column("id", code(16), nullable=False, unique=True),
    Column("record", RECORD, nullable=False),  # canonical JSON
)

sited = Table(
    "sited",  # at which places current claims are counted, and each once at EVERYWHERE
    indexes,
    Column("number", Integer, primary_key=True, autoincrement=False),  # that of the claim
    Column("place", Integer, primary_key=True, autoincrement=False),  # that of the place
    Column("kind", WORDS, nullable=False),
    Column("spoken", Date, nullable=False),  # the last day of which it speaks, the last of all where nobody knows it
    Column("day", Date, nullable=False),  # as in an edition
    # all that counting looks at, and the claims of a place in the order of their days
    Index("sited_in_order", "place", "kind", "spoken", "day", "number"),
    sqlite_with_rowid=False,
)

EVERYWHERE = 0
"""The number of no place, under which every claim stands."""

judged = Table(
    "judged",  # of which claims a judgement speaks
    indexes,
    Column("claim_id", code(16), primary_key=True),
    Column("judgement_id", code(16), primary_key=True),
    Index("judged_by_judgement", "judgement_id"),
)

unfolded = Table(
    "unfolded",  # reports whose claims, or the days on which they count, changed since they were folded
    indexes,
    Column("report_id", code(16), primary_key=True),
)

rejudged = Table(
    "rejudged",  # claims of which other judgements hold than when they were folded
    indexes,
    Column("claim_id", code(16), primary_key=True),
    Column("report_id", code(16), nullable=False),
)

key = Table(
    "key",  # under which keys claims are folded
    indexes,
    Column("id", code(16), primary_key=True),
    Column("kind", WORDS, nullable=False),
    Column("area", WORDS, nullable=False),
    Column("month", WORDS, nullable=False),
)

keyed = Table(
    "keyed",  # the key of each current claim
    indexes,
    Column("claim_id", code(16), primary_key=True),
    Column("report_id", code(16), nullable=False),
    Column("key_id", code(16), nullable=False),
    Column("home", WORDS, nullable=False),  # empty for a claim that may have to do with all of its key
    Index("keyed_by_key", "key_id", "home"),
    Index("keyed_by_report", "report_id"),
)

stale = Table(
    "stale",  # keys that are to be folded again, or what is told of one home in them
    indexes,
    Column("key_id", code(16), primary_key=True),
    Column("home", WORDS, primary_key=True),  # empty for all of the key
    Column("day", Date, nullable=False),  # nothing that stood before it has changed
)

sketch = Table(
    "sketch",  # what is kept of a text so that its copies are found
    indexes,
    Column("text_id", code(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

standing = Table(
    "standing",  # a finding just as it stood from one day until another
    indexes,
    Column("number", Integer, primary_key=True),
    Column("key_id", code(16), nullable=False),
    Column("home", WORDS, nullable=False),  # that of all its claims, empty where they have no such one
    Column("finding_id", code(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("topic", WORDS, nullable=False),
    Column("line", WORDS, nullable=False),  # sorts as the picture lists
    Column("series", code(16)),
    Column("as_of", Date),
    Column("record", RECORD, nullable=False),  # canonical JSON
    Index("standing_by_key", "key_id"),
    Index("standing_in_line", "topic", "line", "since", "until").ddl_if(dialect="sqlite"),
    # with the days, so that no row is read that did not stand then
    Index("standing_in_series", "series", "line", "since", "until"),
    Index("standing_of_series", "series", "finding_id", "as_of", "since"),  # how often each is told, and when last
    Index("standing_by_finding", "finding_id"),
    Index("standing_by_since", "since", "until", "topic"),  # all that counting looks at
    Index("standing_by_until", "until"),
)

superseded = Table(
    "superseded",  # in which days a newer finding of its series had a finding's place
    indexes,
    Column("number", Integer, primary_key=True, autoincrement=False),  # that of what stood
    Column("since", Date, primary_key=True),
    Column("until", Date),
    sqlite_with_rowid=False,
)

moved = Table(
    "moved",  # series whose findings came or went since it was noted which are superseded
    indexes,
    Column("series", code(16), primary_key=True),
)

stood = Table(
    "stood",  # how many findings of a topic began to stand on a day, less those that ended
    indexes,
    Column("topic", WORDS, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("number", Integer, nullable=False),
)

occasion = Table(
    "occasion",  # a current claim that may be of an event, or deny one
    indexes,
    Column("number", Integer, primary_key=True),
    Column("claim_id", code(16), nullable=False, unique=True),
    Column("report_id", code(16), nullable=False),
    Column("day", Date, nullable=False),  # as in an edition
    Column("heap", code(16), nullable=False),  # the first claim of its event; empty while it waits to be joined
    Column("denies", Boolean, nullable=False),
    Column("marks", LargeBinary),  # the numbers under which it is kept, nothing before it was looked at
    Index("occasion_by_heap", "heap", "day", "report_id", "claim_id"),
    Index("occasion_by_report", "report_id"),
)

mark = Table(
    "mark",  # under which numbers claims are found that have to do with one another
    indexes,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),  # that of the claim
    sqlite_with_rowid=False,
)

happened = Table(
    "happened",  # an incident as all claims tell it
    indexes,
    Column("heap", code(16), primary_key=True),  # the first of its claims that is no denial
    Column("place_days", code(16), nullable=False),  # its id by its place and days alone
    Column("claims", Integer, nullable=False),
    Column("incident_id", code(16), nullable=False),
    Column("line", WORDS, nullable=False),  # sorts as incidents are listed
    Column("first", Date, nullable=False),  # its days, or the one on which it was last told
    Column("last", Date, nullable=False),
    Column("kinds", WORDS, nullable=False),  # with a line break before and behind each
    Column("areas", WORDS, nullable=False),  # likewise, as in keys
    Column("place", WORDS, nullable=False),  # folded by case
    Column("grade", WORDS, nullable=False),
    Column("record", RECORD, nullable=False),  # canonical JSON
    Index("happened_by_place_days", "place_days"),
    Index("happened_by_id", "incident_id"),
    Index("happened_by_first", "first"),
    # all that is chosen by; PostgreSQL's index holds no row of more than a third of a page
    Index("happened_in_line", "line", "first", "last", "kinds", "areas", "place", "grade").ddl_if(dialect="sqlite"),
    Index("happened_in_line_and_days", "line", "first", "last").ddl_if(dialect="postgresql"),
)

denied = Table(
    "denied",  # which denials mean which incidents
    indexes,
    Column("claim_id", code(16), primary_key=True),
    Column("heap", code(16), primary_key=True),
    Index("denied_by_heap", "heap"),
)

swayed = Table(
    "swayed",  # what held of each judged claim when claims were last joined
    indexes,
    Column("claim_id", code(16), primary_key=True),
    Column("ruled", code(16), nullable=False),
)

Index(
    "standing_in_line_and_days",
    *(standing.c.topic, standing.c.line, standing.c.since, func.coalesce(standing.c.until, NEVER)),
    postgresql_include=["until", "number"],
).ddl_if(dialect="postgresql")  # no row is read there but those that are told: PostgreSQL looks for no "or" in an index

_over_days = happened.c.last > happened.c.first
Index(
    "happened_over_days", happened.c.last, happened.c.first, sqlite_where=_over_days, postgresql_where=_over_days
)  # those of one day are found in line

folded_by = Table(
    "folded_by",  # which way of folding the standing findings come from
    indexes,
    Column("version", WORDS, primary_key=True),
)

ADDED = (
    "standing_in_series",
    "happened_over_days",
    "finder_by_kind_and_days",
    "happened_by_first",
    "standing_of_series",
)
"""Indexes that a ledger of this generation may lack, since it was made before there were any: they are added to it."""

JOINED = (rejudged, superseded, moved)
"""Tables that such a ledger may lack: they are filled when it is folded in the next time."""

ADDED_ON = {"postgresql": ("standing_in_line_and_days",)}
"""The same of indexes that one database has."""

REMOVED = ("standing_by_series", "standing_newest_of_series", "finder_by_kind")
"""Indexes that others have taken the place of."""

REMOVED_ON = {"postgresql": ("standing_in_line",)}
"""The same of indexes that one database had."""
