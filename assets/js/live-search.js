// A search form with `data-live="id"` filters as one types: the same URL is fetched and the element of that
// id replaced. The form works without this. Typing with an input method counts once the words are chosen.

const PAUSE_MS = 180;

function address(form) {
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
  return url;
}

function enliven(form) {
  let timer;
  let running;
  const region = () => document.getElementById(form.dataset.live);
  // Stays in the page while the region is replaced, so that the new count is read out.
  const heard = document.createElement("p");
  heard.className = "unseen";
  heard.setAttribute("role", "status");
  form.append(heard);

  async function refresh() {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const url = address(form);
    region().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal, headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(form.dataset.live);
      // Signed out, or an error page: let the browser show it whole.
      if (!answer.ok || !fresh) return location.assign(url);
      region().replaceWith(document.adoptNode(fresh));
      heard.textContent = region().querySelector("caption, h2")?.textContent ?? "";
      history.replaceState(null, "", url);
    } catch (error) {
      if (error.name !== "AbortError") region().removeAttribute("aria-busy");
    }
  }

  function later(event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MS);
  }

  for (const moment of ["input", "change", "compositionend"]) form.addEventListener(moment, later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    refresh();
  });
}

for (const form of document.querySelectorAll("form[data-live]")) enliven(form);
