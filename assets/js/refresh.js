// A region with `data-refresh="seconds"` is fetched anew that often while the page is in sight, and replaced when it has
// changed; what was unfolded in it stays so. A region that comes without the attribute is fetched no more.

const region = () => document.querySelector("[data-refresh]");

async function refresh() {
  const old = region();
  if (!old) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(old.id);
      if (answer.ok && fresh) replace(old, document.adoptNode(fresh));
    } catch {
      // Without a connection the region stays as it is; its own line says of when.
    }
  }
  later();
}

function replace(old, fresh) {
  for (const { id } of old.querySelectorAll("details[open][id]")) {
    const same = fresh.querySelector(`#${CSS.escape(id)}`);
    if (same) same.open = true;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement.closest("[id]")?.id : null;
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.querySelector("summary, a, button")?.focus({ preventScroll: true });
}

function later() {
  const seconds = Number(region()?.dataset.refresh);
  if (seconds > 0) setTimeout(refresh, 1000 * seconds);
}

later();
