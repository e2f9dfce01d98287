// A second press of a button within some seconds sends nothing; after that a retry is allowed, since the
// server knows repeats by their key. Pressing without a network keeps the page, and what was typed, here.

const WAIT_MS = 8000;

function note(form, text) {
  let place = form.querySelector("[data-send-note]");
  if (!place) {
    place = document.createElement("p");
    place.className = "form-note";
    place.dataset.sendNote = "";
    place.setAttribute("role", "status");
    form.append(place);
  }
  place.textContent = text;
}

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
    if (button.dataset.label) button.textContent = button.dataset.label;
  }
}

function hold(form, button) {
  form.dataset.sent = "yes";
  if (button && form.dataset.busy) {
    button.dataset.label = button.textContent;
    button.textContent = form.dataset.busy;
  }
  button?.setAttribute("aria-disabled", "true");
  setTimeout(() => release(form), WAIT_MS);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (!navigator.onLine && form.dataset.offline) {
    event.preventDefault();
    note(form, form.dataset.offline);
  } else if (!event.submitter?.formTarget) {
    // What opens in a frame, such as a preview, leaves this page and its other buttons as they are.
    hold(form, event.submitter);
  }
});

// Back from the next page: the form is shown as it was left, so its buttons must work again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) release(form);
});
