"""From models to HTML: prose, views, templates and assets."""
