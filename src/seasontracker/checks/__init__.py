"""Rules across the files of a show, one a module, listed in `rules`."""
