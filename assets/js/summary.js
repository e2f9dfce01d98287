// Moves focus to the summary of errors, so that a screen reader starts there; names the field in each of its
// links; and leads from a link into the field rather than merely near it.

const summary = document.querySelector("[data-summary]");

// The words of a field's label or legend, without "(optional)".
function label(field) {
  const words = field.tagName === "LEGEND" ? field : field.labels?.[0];
  const own = [...(words?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  return own.map((node) => node.textContent).join("").trim();
}

function target(link) {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

if (summary) {
  const colon = document.documentElement.lang.startsWith("zh") ? "：" : ": ";
  for (const link of summary.querySelectorAll("a[href^='#']")) {
    const field = target(link);
    const words = field && label(field);
    if (words) link.textContent = words + colon + link.textContent;
  }
  summary.focus({ preventScroll: false });
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && target(link);
    if (!field) return;
    event.preventDefault();
    const control = field.tagName === "LEGEND" ? field.closest("fieldset").querySelector("input") : field;
    (control ?? field).focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  });
}
