"""How many rows are wanted, written into a statement as it is.

A server that keeps the plan of a statement would else plan for a tenth of all rows, or plan anew every time.
"""

from sqlalchemy import BindParameter, Integer, bindparam


def at_most(most: str | int) -> BindParameter[int]:
    """So many, or as many as a parameter of this name will say."""
    if isinstance(most, str):
        return bindparam(most, type_=Integer(), literal_execute=True)
    return bindparam(None, most, type_=Integer(), unique=True, literal_execute=True)
