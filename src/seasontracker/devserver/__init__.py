"""The preview: a site that is built while it is written, and shown in a browser."""
