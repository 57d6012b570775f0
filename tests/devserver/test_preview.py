"""The preview follows what is saved, and keeps the last good pages under what is wrong."""

from __future__ import annotations

from pathlib import Path

from seasontracker.devserver.preview import Preview

ARTICLE = "content/shows/severance/season-1/index.md"
PAGE = "shows/severance/season-1/index.html"


def page(preview: Preview) -> str:
    """Return the article as it is shown."""
    return (preview.project.output / PAGE).read_text("utf-8")


def test_preview_leaves_the_build_alone(preview: Preview) -> None:
    """Its files are in a folder of its own, without anything of the preview in them."""
    assert not (preview.project.root / "build").exists()
    assert preview.project.output == preview.project.root / ".seasontracker/preview/site"
    assert "_preview" not in page(preview)


def test_preview_shows_what_was_saved(preview: Preview) -> None:
    """A save changes the files that it is about, and only those."""
    file = preview.project.root / ARTICLE
    file.write_text(file.read_text() + "\nA new paragraph.\n")

    state = preview.build([file])

    assert (state.version, state.is_shown, state.is_style) == (2, True, False)
    assert PAGE in state.written
    assert "assets" not in {path.partition("/")[0] for path in state.written}
    assert "A new paragraph." in page(preview)
    assert preview.build([]).version == 2


def test_preview_keeps_the_last_good_page_under_all_errors(preview: Preview) -> None:
    """With mistakes in it every one of them is told, and the page stays until they are mended."""
    file = preview.project.root / ARTICLE
    before, good = page(preview), file.read_text()
    file.write_text(good.replace("published:", "colour: red\npublished:") + "\n::: timelin\n")

    state = preview.build([file])

    assert not state.is_shown
    assert sorted(one.code.value for one in state.found) == ["ST202", "ST601"]
    assert (page(preview), state.version) == (before, 1)

    file.write_text(good)
    assert preview.build([file]).is_shown
    assert preview.state.found == ()


def test_preview_survives_a_template_with_a_mistake(preview: Preview) -> None:
    """A folder of templates may come, be wrong, be mended and go again."""
    own = preview.project.root / "templates/pages"
    own.mkdir(parents=True)
    file = own / "season.html"
    file.write_text("{% if %}")
    assert [one.code.value for one in preview.build([file]).found] == ["ST901"]

    file.write_text("<html><head></head><body>Mine: {{ page.headline }}</body></html>")
    assert preview.build([file]).is_shown
    assert "Mine: Severance season 1" in page(preview)

    file.unlink()
    assert preview.build([file]).is_shown
    assert "Mine:" not in page(preview)


def test_preview_knows_when_only_style_was_edited(preview: Preview) -> None:
    """Then pages need only other links to their style sheets."""
    sheet = preview.project.root / "templates/assets/css/99-own.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("h1{color:red}")

    state = preview.build([sheet])

    assert state.is_style
    assert PAGE in state.written


def test_preview_survives_folders_that_go_and_come(preview: Preview) -> None:
    """Renaming a show moves its pages; without any content there is a failure, and then none."""
    content = preview.project.root / "content"
    shows = content / "shows"
    (shows / "severance").rename(shows / "lumon")
    assert preview.build().is_shown
    assert (preview.project.output / "shows/lumon/index.html").is_file()
    assert not (preview.project.output / PAGE).exists()

    content.rename(content.with_name("away"))
    assert not preview.build().is_shown
    content.with_name("away").rename(content)
    assert preview.build().is_shown


def test_preview_moves_its_clock(preview: Preview) -> None:
    """Another day builds what differs on it, and a past one is shown with its reasons."""
    state = preview.show("2021-01-01")

    assert state.now == "2021-01-01"
    assert '<b class="chip">Published from February 18, 2022</b>' in page(preview)
    assert preview.show("2026-11-22").is_shown
    assert "Published from" not in page(preview)


def test_preview_tells_what_kept_it_from_building(preview: Preview) -> None:
    """An output that cannot be written is told, and is no end."""
    blocked = preview.project.output / PAGE
    blocked.unlink()
    blocked.mkdir()
    (blocked / "mine.txt").write_text("mine")
    file: Path = preview.project.root / ARTICLE
    file.write_text(file.read_text() + "\nMore.\n")

    assert "is a folder, and a file is needed there" in preview.build([file]).failure

    (blocked / "mine.txt").unlink()
    assert preview.build([file]).is_shown
    assert "More." in page(preview)


def test_preview_does_not_forget_a_mistake_while_another_show_is_edited(preview: Preview) -> None:
    """Of what was saved since the last good build everything is looked at again, until it is."""
    root = preview.project.root
    other = root / "content/shows/lumon"
    (other / "season-1").mkdir(parents=True)
    (other / "show.yaml").write_text("title: Lumon\nnetwork: Apple TV\nsummary: Another.\n")
    second = other / "season-1/index.md"
    second.write_text((root / ARTICLE).read_text())
    assert preview.build([other / "show.yaml", second]).is_shown

    first = root / ARTICLE
    good = first.read_text()
    first.write_text(good.replace("headline:", "hedline:"))
    assert not preview.build([first]).is_shown
    second.write_text(f"{good}\nMore of Lumon.\n")
    assert [one.location.path.parts[2] for one in preview.build([second]).found] == ["severance"]

    first.write_text(f"{good}\nMore of Severance.\n")
    assert preview.build([first]).is_shown
    assert "More of Severance." in page(preview)
    assert (
        "More of Lumon."
        in (preview.project.output / PAGE.replace("severance", "lumon")).read_text()
    )


def test_preview_finds_what_the_watcher_missed(preview: Preview) -> None:
    """A build for which nobody was told anything looks at everything, its own files included."""
    file = preview.project.root / ARTICLE
    file.write_text(f"{file.read_text()}\nUnseen.\n")
    (preview.project.output / "index.html").unlink()

    state = preview.build()

    assert {PAGE, "index.html"} <= state.written
    assert "Unseen." in page(preview)
