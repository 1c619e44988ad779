"""Where extensions are listed: frozen values by name, built in or brought by an entry point."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import entry_points
from typing import Generic, Protocol, TypeVar

from clearway.errors import UsageError


class Named(Protocol):
    """Anything with a name of its own."""

    @property
    def name(self) -> str:
        """One word, unique within its registry."""
        ...


T = TypeVar("T", bound=Named)


class Registry(Mapping[str, T], Generic[T]):
    """Extensions of one sort by name, in the order of their listing; others join by the entry point `group`."""

    def __init__(self, group: str, built_in: Iterable[T]) -> None:
        self.group = group
        self._values = {value.name: value for value in built_in}
        for point in entry_points(group=group):
            value: T = point.load()
            self._values.setdefault(value.name, value)

    def __getitem__(self, name: str) -> T:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def named(self, name: str) -> T:
        """The value of that name; raises `UsageError` with the names there are."""
        if name not in self._values:
            known = ", ".join(self._values)
            sort = self.group.rpartition(".")[2]
            raise UsageError(name, rule=f"it is none of the {sort} there are", remedy=f"use one of: {known}")
        return self._values[name]
