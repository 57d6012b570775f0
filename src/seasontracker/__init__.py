"""A static-site generator for TV-season tracker pages."""

__version__ = "0.1.0"
