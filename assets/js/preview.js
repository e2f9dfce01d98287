// Shows in its frame what was typed in a form, a moment after the last key: it presses the button that is marked for that, which
// works without this too. Words that are still being composed are not sent.

const PAUSE_MS = 700;

/** A fresh frame in the old one's place: what is loaded into it first adds no step to go back. */
function renew(name) {
  const old = document.querySelector(`iframe[name="${name}"]`);
  const fresh = old.cloneNode();
  fresh.removeAttribute("src");
  old.replaceWith(fresh);
}

function follow(button) {
  let timer = 0;
  const show = () => {
    renew(button.formTarget);
    button.form.requestSubmit(button);
  };
  const later = (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS);
  };
  for (const moment of ["input", "compositionend"]) button.form.addEventListener(moment, later);
  button.form.addEventListener("submit", () => clearTimeout(timer));
}

for (const button of document.querySelectorAll("[data-preview]")) follow(button);
