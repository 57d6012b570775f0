// The question how far the reader has watched a show. Without this module it stays hidden and the page's own answer holds.
const number = (level) => (level === "all" ? Infinity : Number(level));

for (const box of document.querySelectorAll("[data-watched]")) {
  const field = box.querySelector("select");
  const status = box.querySelector("[role=status]");
  const page = box.closest("[data-show]");
  const key = `watched:${page.dataset.show}`;
  const expected = page.dataset.seen;
  const places = [...page.querySelectorAll("details[data-spoils]")];
  field.addEventListener("change", () => {
    try {
      if (field.value) localStorage.setItem(key, field.value);
      else localStorage.removeItem(key);
    } catch {}
    page.dataset.seen = field.value || expected;
    document.dispatchEvent(new Event("watched"));
    const open = places.filter((place) => place.open).length;
    status.textContent = status.dataset.text.replace("{open}", open).replace("{all}", places.length);
  });
  let stored = null;
  try { stored = localStorage.getItem(key); } catch {}
  // A season that this page does not ask about counts as the nearest before it.
  const answers = [...field.options].filter((option) => option.value && number(option.value) <= number(stored ?? NaN));
  if (answers.length) answers.at(-1).selected = true;
  box.hidden = false;
}
