// How many characters stand in a field: `data-count` holds the sentence, in which # is the number. The count is
// tied to the field, so that it is read out when the field is reached, and not at every key.

function characters(text) {
  return [...text.trim()].length;
}

function watch(control) {
  const note = document.createElement("p");
  note.className = "hint figure";
  note.id = `n-${control.name}`;
  const tell = () => {
    note.textContent = control.dataset.count.replace("#", characters(control.value));
  };
  const tied = control.getAttribute("aria-describedby");
  control.setAttribute("aria-describedby", tied ? `${tied} ${note.id}` : note.id);
  control.after(note);
  for (const moment of ["input", "change", "compositionend"]) control.addEventListener(moment, tell);
  document.addEventListener("draft:restored", tell);
  window.addEventListener("pageshow", tell);
  tell();
}

for (const control of document.querySelectorAll("[data-count]")) watch(control);
