"""Writes content for editors: new sites, shows, seasons, theories and claims."""
