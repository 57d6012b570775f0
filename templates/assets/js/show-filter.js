// Narrows a list of shows while the reader types. The field is hidden until this module runs.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

for (const box of document.querySelectorAll("[data-filter]")) {
  const items = [...document.getElementById(box.dataset.filter).children].map((item) => [item, plain(item.textContent)]);
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    let left = 0;
    for (const [item, text] of items) {
      item.hidden = !text.includes(wanted);
      if (!item.hidden) left += 1;
    }
    status.textContent = wanted ? `${left} / ${items.length}` : "";
  });
  box.hidden = false;
}
