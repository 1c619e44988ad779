"""How Alembic runs the migrations: inside the transaction of the connection that it is given."""

from alembic import context

from clearway.ledger.tables import facts

context.configure(connection=context.config.attributes["connection"], target_metadata=facts, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
