"""A rectangle on the map."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """From west to east and from south to north, in degrees of WGS84, all bounds inclusive.

    Where `west` is larger than `east`, it lies over the date line (as GeoJSON has it, RFC 7946, 5.2). Raises
    `ValueError` for bounds that are not on the globe, or a south that lies north.
    """

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise ValueError(f"longitudes go from -180 to 180, and {self.west} or {self.east} does not")
        if not -90 <= self.south <= self.north <= 90:
            raise ValueError(f"latitudes go from -90 to 90, southern first, and {self.south} to {self.north} do not")

    @property
    def parts(self) -> tuple["Box", ...]:
        """The box, or its two parts on both sides of the date line."""
        if self.west <= self.east:
            return (self,)
        return (
            Box(west=self.west, south=self.south, east=180.0, north=self.north),
            Box(west=-180.0, south=self.south, east=self.east, north=self.north),
        )
