// Keeps a page of the preview up to date: changes or reloads it, swaps style sheets, shows mistakes, moves the clock.
import { patch } from "./patch.js";

const own = document.querySelector("script[data-preview]");
const file = own.dataset.file;
const place = "seasontracker-preview-scroll";
let version = Number(own.dataset.version);
let overlay, bar, day, note;
// Where the server cannot be asked, the page is of no known version, and is loaded again.
const unknown = () => ({ version: NaN });
let sent = fetched().catch(unknown);

function made(name, words, ...children) {
  const element = document.createElement(name);
  if (words) element.className = words;
  element.append(...children);
  return element;
}

function reload() {
  sessionStorage.setItem(place, JSON.stringify([location.pathname, scrollX, scrollY]));
  location.reload();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(place) || "null");
  sessionStorage.removeItem(place);
  if (kept && kept[0] === location.pathname) {
    scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
  }
}

// The page as the server has it, and the version that it is of.
async function fetched() {
  const text = await (await fetch(location.href)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return { page, version: Number(page.querySelector("script[data-preview]")?.dataset.version) };
}

// Shows the next version, in the same page if that is possible.
async function follow(before) {
  const [old, next] = await Promise.all([sent, fetched().catch(unknown)]);
  if (Number.isNaN(next.version)) return reload();
  if (next.version !== version) return; // the next state comes along already, and looks again
  if (old.version !== before || !patch(old.page, next.page)) reload();
  sent = next;
}

async function swapStyles() {
  sent = fetched();
  const next = (await sent).page;
  const select = 'link[rel="stylesheet"]:not([href^="/_preview/"])';
  const before = [...document.querySelectorAll(select)];
  const known = new Set(before.map((link) => link.getAttribute("href")));
  const after = [...next.querySelectorAll(select)];
  const wanted = new Set(after.map((link) => link.getAttribute("href")));
  await Promise.all(after.filter((link) => !known.has(link.getAttribute("href"))).map((link) => {
    const copy = document.importNode(link);
    return new Promise((done) => {
      copy.addEventListener("load", done);
      copy.addEventListener("error", done);
      before.at(-1).after(copy);
    });
  }));
  for (const link of before) if (!wanted.has(link.getAttribute("href"))) link.remove();
}

function excerpt(found) {
  const line = [...found.excerpt];
  const marked = made("mark", "", line.slice(found.start, found.start + found.length).join("") || " ");
  return made("pre", "", `${found.line} | `, line.slice(0, found.start).join(""), marked,
    line.slice(found.start + found.length).join(""));
}

function item(found) {
  const entry = made("li", "", made("strong", "", found.place), ` ${found.code} ${found.title}`,
    made("div", "", found.message));
  if (found.excerpt.trim()) entry.append(excerpt(found));
  if (found.hint) entry.append(made("div", "hint", `hint: ${found.hint}`));
  return entry;
}

function showMistakes(state) {
  if (overlay) overlay.remove();
  overlay = undefined;
  if (state.shown) return;
  const count = state.errors.length;
  const title = state.failure ? "The site could not be built" : `${count} ${count === 1 ? "error" : "errors"}`;
  const hide = made("button", "", "Hide");
  hide.type = "button";
  hide.addEventListener("click", () => { overlay.hidden = true; });
  const rest = state.failure ? made("pre", "", state.failure) : made("ol", "", ...state.errors.map(item));
  overlay = made("section", "st-preview st-preview--overlay",
    made("header", "", made("h2", "", `${title}; below is the last good page`), hide), rest);
  overlay.setAttribute("role", "alert");
  overlay.lang = "en";
  overlay.dir = "ltr";
  document.body.append(overlay);
}

async function move(today) {
  const answer = await fetch("/_preview/clock", { method: "POST", body: today });
  note.textContent = answer.ok ? "" : (await answer.json()).error;
}

function progress({ done, shows }) {
  return shows ? `building: ${done} of ${shows} shows` : "building";
}

function showBar(state) {
  if (!bar) {
    day = made("input");
    day.type = "date";
    day.addEventListener("change", () => move(day.value));
    const now = made("button", "", "Today");
    now.type = "button";
    now.addEventListener("click", () => move(""));
    note = made("span");
    note.setAttribute("role", "status");
    bar = made("aside", "st-preview st-preview--bar", made("strong", "", "Preview"),
      made("label", "", "as of ", day), now, note);
    bar.setAttribute("aria-label", "Preview");
    bar.lang = "en";
    bar.dir = "ltr";
    document.body.append(bar);
  }
  if (document.activeElement !== day) day.value = state.now.slice(0, 10);
  if (state.building) note.textContent = progress(state.building);
  else note.textContent = state.warnings ? `${state.warnings} warning${state.warnings === 1 ? "" : "s"}` : "";
}

async function take(state) {
  showBar(state);
  showMistakes(state);
  if (state.version === version) return;
  const before = version;
  const isNext = state.version === version + 1;
  version = state.version;
  if (isNext && file && state.written && !state.written.includes(file)) {
    sent = sent.then((old) => (old.version === before ? { ...old, version: state.version } : old));
    return;
  }
  if (isNext && state.style) await swapStyles();
  else if (isNext) await follow(before);
  else reload();
}

restore();
new EventSource("/_preview/events").addEventListener("message", (event) => take(JSON.parse(event.data)));
