"""The forms of a git-based CMS: `config.yml` for Decap and Sveltia, which read the same one.

A CMS knows lists and objects, but no mappings by id, no text that stands for an object, and no file
that is a list. `shapes` says where files have them; `forms.js` turns such a file into what the CMS
can edit when it is opened, and back when it is saved. Every file is named, since a form can only
offer the sources or people of its own show when it knows which file they are in, and since Decap
has one format a collection. Options: decapcms.org/docs/configuration-options and
sveltiacms.app/en/docs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from seasontracker.schemas.editor import annotation_of
from seasontracker.schemas.forms import Key, Value, form_of

Plain = dict[str, Any]
ENTRIES = "entries"
"""The key beneath which a form shows a file that is a list or a register."""
ID = "id"
"""The key of the id in the entries of a register."""
BODY = "body"
"""The key of the prose beneath front matter; both programs call it so."""
COMMON = "common"
"""The file of sources that several shows use."""
_PICTURES = "images"
"""The folder of a season's pictures, which their places begin with."""
_LONG = ("summary", "description", "deck", "note", "text", "because", "quote", "claim", "alt")
"""Keys whose text deserves more than a line."""
_RELATIONS = {
    "source": ("sources", "entries.*.id", "{{entries.*.id}}: {{entries.*.publisher}}"),
    "authors": ("settings", "authors.*.id", "{{authors.*.name}}"),
    "played_by": ("cast", "people.*.id", "{{people.*.name}}"),
    "picture": ("media", "images.*.id", "{{images.*.id}}"),
    "poster": ("media", "images.*.id", "{{images.*.id}}"),
}
"""Keys with ids of another file: its collection, the id there, and what is shown of it."""


class Backend(Struct, frozen=True):
    """Where the CMS keeps files."""

    name: str = "github"
    repo: str = "owner/name"
    branch: str = "main"


class ShowFiles(Struct, frozen=True):
    """What there is of a show."""

    slug: str
    title: str
    theories: Mapping[int, Sequence[str]]
    """The theories of each season, by the season's number."""
    has_sources: bool = True
    """Whether it has a file of sources, or only those that are common."""


class _File(Struct, frozen=True):
    """A file that has a form."""

    name: str
    label: str
    path: str
    """Within the content folder."""
    reach: Mapping[str, str]
    """The file that each collection of `_RELATIONS` offers here."""
    pictures: str = ""
    """Where what is uploaded in its form is put, within the content folder."""


_COLLECTIONS = {
    "shows": ("show", "Shows", ""),
    "articles": ("season", "Articles", "Article"),
    "claims": ("status", "Claims", ""),
    "parts": ("season-cast", "Casts of seasons", ""),
    "episodes": ("episodes", "Episodes", ""),
    "media": ("media", "Videos, pictures, offers", ""),
    "theories": ("theory", "Theories", "Argument"),
    "sources": ("sources", "Sources", ""),
    "cast": ("cast", "People and characters", ""),
    "settings": ("site", "Settings", ""),
}
"""By name: the schema of its files, its label, and what prose beneath front matter is called."""


def config(backend: Backend, content: str, shows: Sequence[ShowFiles]) -> Plain:
    """Return the configuration; `content` is the path of the content folder in the repository."""
    found: dict[str, list[_File]] = {name: [] for name in _COLLECTIONS}
    found["settings"].append(_File("site", "Site", "site.yaml", {}))
    found["sources"].append(_File(COMMON, "Common sources", "sources.yaml", {}))
    for show in shows:
        for collection, file in _files(show):
            found[collection].append(file)
    where = {} if backend.name == "test-repo" else {"repo": backend.repo, "branch": backend.branch}
    return {
        "backend": {"name": backend.name, **where},
        # For what belongs to no season, which `check` then finds unused.
        "media_folder": f"{content}/uploads",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "media_libraries": {"default": {"config": {"slugify_filename": True}}},
        "collections": [
            _collection(name, files, content) for name, files in found.items() if files
        ],
    }


def _files(show: ShowFiles) -> Iterator[tuple[str, _File]]:
    slug, folder = show.slug, f"shows/{show.slug}"
    sources = slug if show.has_sources else COMMON
    reach = {"sources": sources, "cast": slug, "settings": "site"}
    for collection, name in (("shows", "show"), ("sources", "sources"), ("cast", "cast")):
        yield collection, _File(slug, show.title, f"{folder}/{name}.yaml", reach)
    for number, theories in sorted(show.theories.items()):
        season, name = f"{folder}/season-{number}", f"{slug}-season-{number}"
        label = f"{show.title}, season {number}"
        here = {**reach, "media": name}
        yield "articles", _File(name, label, f"{season}/index.md", here)
        for collection, file in (("claims", "status"), ("parts", "cast"), ("episodes", "episodes")):
            yield collection, _File(name, label, f"{season}/{file}.yaml", reach)
        yield "media", _File(name, label, f"{season}/media.yaml", here, f"{season}/{_PICTURES}")
        for theory in theories:
            path = f"{season}/theories/{theory}.md"
            yield "theories", _File(f"{name}-{theory}", f"{label}: {theory}", path, reach)


def _collection(name: str, files: Sequence[_File], content: str) -> Plain:
    schema, label, prose = _COLLECTIONS[name]
    forms: dict[str, list[Plain]] = {}
    listed = []
    for file in files:
        # One form for all files that reach the same others, which YAML then writes once.
        form = forms.setdefault(str(file.reach), fields(schema, file.reach, prose))
        one: Plain = {"name": file.name, "label": file.label, "file": f"{content}/{file.path}"}
        if file.pictures:
            # With the slash, from the root of the repository.
            one["media_folder"] = f"/{content}/{file.pictures}"
            one["public_folder"] = f"/{_PICTURES}"  # `forms.js` takes the slash away
        listed.append({**one, "fields": form})
    return {"name": name, "label": label, "format": format_name(schema), "files": listed}


def format_name(schema: str) -> str:
    """Return what `forms.js` calls the format of a kind of file."""
    # Sveltia takes no other name for a format of Markdown files.
    return f"seasontracker-{schema}{'-frontmatter' if schema in ('season', 'theory') else ''}"


def shapes() -> dict[str, Plain]:
    """Return what `forms.js` needs to know of each kind of file."""
    return {
        format_name(schema): {
            "extension": "md" if prose else "yaml",
            "shape": _shape(form_of(annotation_of(schema))),
        }
        for schema, _, prose in _COLLECTIONS.values()
    }


def fields(schema: str, reach: Mapping[str, str], prose: str = "") -> list[Plain]:
    """Return the widgets for a kind of file; `reach` names the files whose ids it can offer."""
    form = form_of(annotation_of(schema))
    if form.kind != "keys":
        whole = Key(ENTRIES, "", is_required=False, default=None, value=form)
        return [{**_widget(whole, reach), "label": "Entries"}]
    # Not `markdown` for prose: its rich mode would escape our citations and marks.
    body = {"name": BODY, "label": prose, "widget": "text", "required": False}
    return [*_widgets(form.keys, reach), *([body] if prose else [])]


def _widgets(keys: Sequence[Key], reach: Mapping[str, str]) -> list[Plain]:
    return [widget for key in keys if (widget := _widget(key, reach))]


def _widget(key: Key, reach: Mapping[str, str]) -> Plain:
    """Return the widget of a key; empty when no form has it."""
    shown = _kind(key.name, key.value, reach)
    if not shown:
        return {}
    hint = key.description
    if isinstance(key.default, str | int) and not isinstance(key.default, bool):
        hint = f"{hint} Unless given: `{key.default}`."
    return {
        "name": key.name,
        "label": key.name.replace("_", " ").capitalize(),
        **shown,
        "required": key.is_required and key.value.kind != "flag",
        **({"default": bool(key.default)} if key.value.kind == "flag" else {}),
        **({"hint": hint.strip()} if hint else {}),
    }


def _kind(name: str, value: Value, reach: Mapping[str, str]) -> Plain:
    inside = value.inside
    if (inside or value).kind == "text" and (related := _relation(name, reach)):
        return {**related, "multiple": value.kind == "list"}
    if value.kind == "list" and inside:
        return _several(name, inside, reach)
    if value.kind == "register" and inside:
        form = Value("text", *value.id_form)
        ids = Key(ID, "What other files call it.", is_required=True, default=None, value=form)
        return _entries((ids, *inside.keys), reach)
    if value.kind == "keys":
        return {"widget": "object", "collapsed": True, "fields": _widgets(value.keys, reach)}
    if value.kind == "words":
        return {"widget": "select", "options": list(value.words)}
    if value.kind == "flag":
        return {"widget": "boolean"}
    if value.kind == "number":
        limits = zip(("min", "max"), value.limits, strict=True)
        known = {side: limit for side, limit in limits if limit is not None}
        return {"widget": "number", "value_type": "int", **known}
    if value.kind == "picture":
        return {"widget": "image"}
    if value.kind == "text":
        pattern = {"pattern": [value.pattern, value.wanted]} if value.pattern else {}
        return {"widget": "text" if name in _LONG else "string", **pattern}
    return {}


def _several(name: str, inside: Value, reach: Mapping[str, str]) -> Plain:
    if inside.kind == "words":
        return {"widget": "select", "multiple": True, "options": list(inside.words)}
    if inside.kind == "keys":
        return _entries(inside.keys, reach)
    one = {"name": "one", "label": name.replace("_", " ").capitalize(), **_kind("", inside, reach)}
    return {"widget": "list", "field": one}


def _entries(keys: Sequence[Key], reach: Mapping[str, str]) -> Plain:
    """Return a list of mappings, folded to what each must have."""
    shown = [f"{{{{fields.{key.name}}}}}" for key in keys if key.is_required]
    return {
        "widget": "list",
        "label_singular": "Entry",
        "collapsed": True,
        "summary": " · ".join(shown[:3]),
        "fields": _widgets(keys, reach),
    }


def _relation(name: str, reach: Mapping[str, str]) -> Plain:
    """Return a widget that offers the ids of another file; empty where none can be reached."""
    collection, value, shown = _RELATIONS.get(name, ("", "", ""))
    if collection not in reach:
        return {}
    return {
        "widget": "relation",
        "collection": collection,
        "file": reach[collection],
        "value_field": value,
        "display_fields": [shown],
        "search_fields": [shown],
    }


def _shape(value: Value) -> Any:
    """Return a value as `forms.js` reads it; None for what the CMS shows as it stands."""
    if value.kind in ("flag", "number", "picture"):
        return value.kind
    if value.kind in ("list", "register") and value.inside:
        return {value.kind: _shape(value.inside)}
    if value.kind == "keys":
        keys = {key.name: shape for key in value.keys if (shape := _shape(key.value))}
        flags = {key.name: bool(key.default) for key in value.keys if key.value.kind == "flag"}
        return {"keys": keys, "flags": flags, "bare": value.bare}
    return None
