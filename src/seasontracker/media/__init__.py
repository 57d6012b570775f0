"""Pictures: which of an editor's files may be published, and how large they are."""

from seasontracker.media.pictures import Picture, load_picture

__all__ = ["Picture", "load_picture"]
