"""Calendars to subscribe to (RFC 5545): days that are sure, and windows that are not."""
