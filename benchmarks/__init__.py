"""Clearway measured: against published systems, and against what it promises. Run `python -m benchmarks --help`."""
