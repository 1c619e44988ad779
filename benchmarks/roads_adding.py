"""What adding a file of roads takes, and what a pass over it by pyosmium alone does; prints JSON.

Seconds are of the processor, libraries being loaded before; the two take turns. The peak of memory is that of the first
adding, before the bare passes, in a process that has done nothing else.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from benchmarks.memory import peak


def main(arguments: Sequence[str]) -> None:
    """Add the file to a new network and pass over it, as many rounds as are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--file", type=Path, required=True)
    options.add_argument("--rounds", type=int, required=True)
    asked = options.parse_args(arguments)
    import osmium
    import scipy.sparse.csgraph
    import shapely

    from clearway.corridors.roads import add, load, megabytes_for

    del scipy, shapely
    told = megabytes_for(asked.file)
    adding, bare, loading = [], [], []
    most = 0
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(asked.rounds):
            roads = Path(folder) / f"{turn}-roads.npz"
            start = process_time()
            added = add(asked.file, roads)
            adding.append(process_time() - start)
            most = most or peak()
            start = process_time()
            load(roads)
            loading.append(process_time() - start)
            start = process_time()
            objects = sum(1 for _ in osmium.FileProcessor(str(asked.file)))
            bare.append(process_time() - start)
    found = {"nodes": added.nodes, "legs": added.legs, "islands": added.network.islands, "objects": objects}
    times = {"adding": adding, "bare": bare, "loading": loading}
    json.dump(found | times | {"told": told, "peak": most}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
