"""Made-up news for tests of copies: a wire, and what papers do to it."""

WIRE = (
    "Ten people were killed and at least twenty more were hurt when the old stone bridge of Oakton gave way under a "
    "column of lorries shortly after noon on Monday.",
    "The lorries had been carrying flour and blankets to camps on the far bank, where families who fled the fighting "
    "around Elmton have slept in the open since the first snow.",
    "Rescuers with ropes and small boats searched the water until dark, but the current was strong and two of the "
    "boats had to be pulled back to the shore.",
    "Shopkeepers beside the market said they had warned the council for years about cracks that were wide enough to "
    "hold a hand.",
    "The council had closed the bridge to heavy traffic in autumn and opened it again last week, because the only "
    "other crossing lies half a day's drive to the south.",
    "Hospitals in the town had run out of beds by the evening and asked doctors on leave to come back at once.",
    "A teacher who lives above the river said the noise was like a quarry, and that afterwards nobody on the bank "
    "spoke for a long while.",
    "Engineers are expected from the capital on Thursday to decide whether a floating bridge can carry the convoys "
    "until spring.",
)
"""Eight paragraphs, each of one sentence."""

OWN = (
    "Our correspondent walked along the bank this morning and counted nine carts waiting for a ferry that has not "
    "run since the harvest.",
    "Bread has doubled in price within a week, and the baker at the corner now opens for only two hours.",
    "Older people remember that the crossing was washed away once before, in the year when the mill burned down.",
    "Children had hung coloured ribbons along what is left of the railing by the time the school bell rang.",
)
"""Four paragraphs of somebody else."""

RETOLD = (
    "A bridge collapse left ten dead in Oakton on Monday after several trucks crossed it together.",
    "Food and bedding never reached the displaced who camp across the river since leaving Elmton.",
    "Boats went out looking for survivors, yet rough water cut the search short at nightfall.",
    "Traders claim that officials ignored their complaints about the damaged masonry for a long time.",
    "Heavy vehicles were banned last year, but the ban was lifted a few days ago for want of another route.",
    "Every ward was full, and medical staff were called in from their holidays.",
    "One woman living nearby compared the sound to blasting, followed by complete silence.",
    "Experts will arrive later this week and consider a temporary pontoon for aid trucks.",
)
"""The wire in other words, paragraph by paragraph."""


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)
