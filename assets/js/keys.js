// Keys of the console: / to search, arrows (or j and k) through a list, Enter to open (the link's own),
// ? for this list. Nothing happens while somebody types or an input method is at work.

function typing(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}

function rows() {
  return [...document.querySelectorAll("[data-keys] [data-row]")];
}

function step(by) {
  const links = rows();
  if (links.length === 0) return false;
  const at = links.findIndex((link) => link.closest("tr, li").contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
  return true;
}

function search() {
  const field = document.querySelector("[data-search]");
  field?.focus();
  field?.select();
  return field !== null;
}

function help() {
  document.getElementById("keys")?.showModal();
  return true;
}

const KEYS = { "/": search, "?": help, ArrowDown: () => step(1), ArrowUp: () => step(-1), j: () => step(1), k: () => step(-1) };

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  const fromSearch = event.key === "ArrowDown" && event.target.matches?.("[data-search]");
  if (typing(event.target) && !fromSearch) return;
  // Arrows scroll the page as usual until a list has been entered.
  if (event.key.startsWith("Arrow") && !fromSearch && !event.target.matches?.("[data-row]")) return;
  if (KEYS[event.key]?.()) event.preventDefault();
});
