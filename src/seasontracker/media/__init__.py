"""Pictures: which of an editor's files may be published, in which forms, and what we draw."""
