// Moves focus to the summary of errors, so that a screen reader starts there, and from each of its
// links into the field rather than merely near it.

const summary = document.querySelector("[data-summary]");

if (summary) {
  summary.focus({ preventScroll: false });
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    const control = field.tagName === "LEGEND" ? field.closest("fieldset").querySelector("input") : field;
    (control ?? field).focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  });
}
