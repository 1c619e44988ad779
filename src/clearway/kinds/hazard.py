"""The flood, storm, earthquake, eruption, cold spell or drought itself."""

from clearway.kinds.kind import Kind
from clearway.model import Basis

HAZARD = Kind(
    name="hazard",
    about="The flood, storm, earthquake, eruption, cold spell or drought itself.",
    topic="hazards and destruction",
    unit="event",
    basis=Basis.EVENT,
    field="GLIDE hazard types",
)
