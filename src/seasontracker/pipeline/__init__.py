"""The one place that knows the order of stages."""
