"""What is not HTML: data in pages, feeds, and files for crawlers."""
