// Questions that matter only after a certain answer: `data-shown-if` names the other input,
// `data-shown-value` the answer. A hidden group is disabled, so that it is not sent.

const groups = [...document.querySelectorAll("fieldset[data-shown-if]")];

function answers(form, name) {
  return new FormData(form).getAll(name);
}

function settle() {
  for (const group of groups) {
    // A disabled question has no answer in FormData, so a chain of conditions closes by itself.
    const wanted = group.dataset.shownValue.split(" ");
    const shown = answers(group.form, group.dataset.shownIf).some((answer) => wanted.includes(answer));
    group.hidden = !shown;
    group.disabled = !shown;
    group.querySelector("[data-condition]")?.setAttribute("hidden", "");
  }
}

if (groups.length > 0) {
  settle();
  document.addEventListener("change", settle);
  document.addEventListener("draft:restored", settle);
  window.addEventListener("pageshow", settle);
}
