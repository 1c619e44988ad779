"""English abbreviations whose full stop does not end a sentence."""

ABBREVIATIONS = frozenset(
    """
    adm amb apr aug brig capt cf cmdr co col corp dec det dr e.g eg etc feb fig fr ft gen gov hon i.e inc jan jr jul
    jun km lt ltd maj mar messrs mr mrs ms mt no. nov oct op ph.d pres prof rep rev sec sen sep sept sgt sr st
    u.k u.n u.s viz vs
    """.split()
)
NUMBER_ABBREVIATIONS = frozenset("art no nos p para pp res vol".split())
"""These only before a number."""
