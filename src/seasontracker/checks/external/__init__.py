"""Asks the web whether the addresses that content names still lead somewhere."""
