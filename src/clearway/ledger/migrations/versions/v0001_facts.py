"""Texts, reports, readings, claims, what a reading made, and judgements."""

import sqlalchemy as sa
from alembic import op

from clearway.ledger.columns import RECORD, WORDS, code

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables of facts."""
    op.create_table(
        "text",
        sa.Column("id", code(64), primary_key=True),
        sa.Column("body", WORDS, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", code(16), primary_key=True),
        sa.Column("text_id", code(64), sa.ForeignKey("text.id"), nullable=False),
        sa.Column("sha256", code(64), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("url", WORDS),
        sa.Column("published", sa.Date),
        sa.Column("record", RECORD, nullable=False),
    )
    op.create_index("report_by_document", "report", ["sha256", "ordinal"])
    op.create_index("report_by_url", "report", ["url"], postgresql_using="hash")
    op.create_table(
        "reading",
        sa.Column("id", code(16), primary_key=True),
        sa.Column("report_id", code(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("extractor", WORDS, nullable=False),
        sa.Column("version", WORDS, nullable=False),
        sa.Column("gazetteer", WORDS, nullable=False),
        sa.Column("at", code(32), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.UniqueConstraint("report_id", "at", "turn", name="reading_in_order"),
    )
    op.create_table(
        "claim",
        sa.Column("id", code(16), primary_key=True),
        sa.Column("report_id", code(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("kind", WORDS, nullable=False),
    )
    op.create_table(
        "made",
        sa.Column("reading_id", code(16), sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("claim_id", code(16), sa.ForeignKey("claim.id"), primary_key=True),
        sa.Column("record", RECORD, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("id", code(16), primary_key=True),
        sa.Column("at", code(32), nullable=False),
        sa.Column("record", RECORD, nullable=False),
    )
