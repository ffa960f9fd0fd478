"""Finds what is wrong or missing on this machine and in its schools, before a report does."""
