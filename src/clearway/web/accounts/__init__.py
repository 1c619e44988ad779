"""Who works at the desk: people, their passwords and sessions, invitations, and the log of what they did."""
