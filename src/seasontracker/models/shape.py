"""What a model allows at a place inside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from seasontracker.models.base import ContentModel
from seasontracker.sources import Step


def model_at(annotation: Any, steps: Sequence[Step]) -> type[ContentModel] | None:
    """Return the model that stands at a place; None for a list, a register or a single value."""
    for step in steps:
        annotation = _bare(annotation)
        if _is_model(annotation):
            field = annotation.model_fields.get(str(step))
            annotation = field.annotation if field else None
        else:
            # `tuple[X, ...]` and `dict[str, X]` hold what stands last but for the dots.
            inner = [argument for argument in get_args(annotation) if argument is not ...]
            annotation = inner[-1] if inner else None
    found = _bare(annotation)
    return found if _is_model(found) else None


def _bare(annotation: Any) -> Any:
    """Take off `Annotated[X, ...]` and `X | None`."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = get_args(annotation)[0]
        elif type(None) in get_args(annotation):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, ContentModel)
