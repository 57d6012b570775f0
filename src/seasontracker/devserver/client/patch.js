// Makes an open page say what its new version says, by changing only what is different.
//
// `before` is the page as it was sent, since scripts may have changed the one that is open. Where the two
// are not alike in shape any more, or where something that scripts work on would be replaced, the
// answer is no: then the page is to be loaded again.
const assets = 'link[rel="stylesheet"], link[rel="preload"], script[src]';
const told = 'title, meta[name], meta[property], link[rel="canonical"], link[rel="alternate"], script[type="application/ld+json"]';
const worked = "details, summary, input, select, textarea, button, form, iframe, video, audio, script, style, [data-video], [hidden]";

const isOurs = (node) => node.nodeType === 1 && node.matches(".st-preview, [data-preview], link[href^='/_preview/']");
const within = (parent) => [...parent.childNodes].filter((node) => !isOurs(node));
const isInert = (node) => node.nodeType !== 1 || !(node.matches(worked) || node.querySelector(worked));
const isShell = (one, other) => one.nodeType === 1 && other.nodeType === 1 && one.cloneNode().isEqualNode(other.cloneNode());

function named(head) {
  return [...head.querySelectorAll(assets)].filter((node) => !isOurs(node)).map((node) => node.outerHTML).join("\n");
}

// Collects changes rather than makes them, so that a page is changed wholly or not at all.
function compare(live, before, after, changes) {
  if (live.nodeName !== before.nodeName) return false;
  const [now, old, next] = [live, before, after].map(within);
  let start = 0;
  while (start < old.length && start < next.length && old[start].isEqualNode(next[start])) start += 1;
  let end = 0;
  const most = Math.min(old.length, next.length) - start;
  while (end < most && old[old.length - 1 - end].isEqualNode(next[next.length - 1 - end])) end += 1;
  const gone = old.slice(start, old.length - end);
  const come = next.slice(start, next.length - end);
  if (!gone.length && !come.length) return true;
  if (now.length !== old.length) return false;
  const here = now.slice(start, now.length - end);
  if (gone.length === come.length && gone.every((node, index) => isShell(node, come[index]) || node.isEqualNode(come[index]))) {
    return gone.every((node, index) => node.isEqualNode(come[index]) || compare(here[index], node, come[index], changes));
  }
  if (![...gone, ...come, ...here].every(isInert)) return false;
  if (!here.every((node, index) => node.nodeName === gone[index].nodeName)) return false;
  changes.push(() => {
    const following = now[now.length - end] ?? null;
    for (const node of here) node.remove();
    for (const node of come) live.insertBefore(document.importNode(node, true), following);
  });
  return true;
}

// Returns whether the open page now says what `after` says.
export function patch(before, after) {
  const changes = [];
  if (named(before.head) !== named(after.head)) return false;
  if (!isShell(before.documentElement, after.documentElement) || !isShell(before.body, after.body)) return false;
  if (!compare(document.body, before.body, after.body, changes)) return false;
  for (const change of changes) change();
  for (const node of document.head.querySelectorAll(told)) node.remove();
  document.head.append(...[...after.head.querySelectorAll(told)].map((node) => document.importNode(node, true)));
  return true;
}
