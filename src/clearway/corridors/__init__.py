"""Corridors: roads as a graph, ways between places by time and risk, and the movement of many people over them."""
