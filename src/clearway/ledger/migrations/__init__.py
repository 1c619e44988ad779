"""Migrations of the facts, run by Alembic."""
