"""Texts, reports, readings, claims, what a reading made, and judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables of facts."""
    op.create_table(
        "text",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("text_id", sa.String(64), sa.ForeignKey("text.id"), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("report_by_document", "report", ["sha256", "ordinal"])
    op.create_index("report_by_url", "report", ["url"])
    op.create_table(
        "reading",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("report_id", sa.String(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("gazetteer", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.UniqueConstraint("report_id", "at", "turn", name="reading_in_order"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("report_id", sa.String(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )
    op.create_table(
        "made",
        sa.Column("reading_id", sa.String(16), sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("claim_id", sa.String(16), sa.ForeignKey("claim.id"), primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
