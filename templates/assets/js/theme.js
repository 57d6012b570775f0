// Before first paint: says that scripts run, and applies what the reader chose. Classic script, blocking, in <head>.
{
  const root = document.documentElement;
  const chosen = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  root.dataset.scripts = "";
  const theme = chosen("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  // What gives a show away is opened or closed as soon as the parser has made it, by how far the reader has watched.
  const settle = (place) => {
    const { show, seen } = place.closest("[data-show]")?.dataset ?? {};
    if (!show) return;
    const watched = chosen(`watched:${show}`) ?? seen;
    const needed = Number(/\d+/.exec(place.dataset.spoils) ?? Infinity);
    place.open = needed <= (watched === "all" ? Infinity : Number(watched));
    place.toggleAttribute("data-known", place.open);
  };
  const places = document.getElementsByTagName("details");
  let settled = 0;
  const settleNew = () => {
    for (; settled < places.length; settled += 1) if (places[settled].dataset.spoils) settle(places[settled]);
  };
  const parsed = new MutationObserver(settleNew);
  parsed.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => { settleNew(); parsed.disconnect(); });
  document.addEventListener("watched", () => { settled = 0; settleNew(); });
}
