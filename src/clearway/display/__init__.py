"""A record as a person sees it: its words, its templates, and the scripts and styles that come with the page."""
