// Shows a deck beside its rubric, one page at a time. Without this script, or when the file can't be drawn, its
// link opens it. Buttons turn the page; so do the arrow keys and Page Up and Page Down while the deck has the focus.
// The text of a page stands beside its picture, for those who listen.

const WAIT = "400px";

function load(viewer) {
  const base = new URL(".", new URL(viewer.dataset.viewer, location.href));
  return import(viewer.dataset.viewer).then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdf.worker.min.mjs", base).href;
    // No code is made of what is in a file, nothing runs that stands in one.
    const options = { url: viewer.dataset.deck, cMapUrl: new URL("cmaps/", base).href, cMapPacked: true, isEvalSupported: false, enableXfa: false };
    return pdfjs.getDocument(options).promise;
  });
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

class Deck {
  constructor(viewer, file) {
    [this.viewer, this.file, this.at, this.drawing] = [viewer, file, 1, null];
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    this.words = document.createElement("p");
    this.words.className = "unseen";
    this.place = document.createElement("span");
    this.place.setAttribute("role", "status");
    this.back = button(viewer.dataset.back, () => this.turn(-1));
    this.on = button(viewer.dataset.next, () => this.turn(1));
    const bar = document.createElement("div");
    bar.className = "deck-bar";
    bar.append(this.back, this.place, this.on);
    viewer.replaceChildren(this.canvas, this.words, bar);
    viewer.tabIndex = 0;
    viewer.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.draw()).observe(viewer);
  }

  turn(by) {
    const to = Math.min(Math.max(this.at + by, 1), this.file.numPages);
    if (to === this.at) return false;
    this.at = to;
    this.draw();
    return true;
  }

  key(event) {
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (by && !event.altKey && !event.ctrlKey && !event.metaKey && this.turn(by)) event.preventDefault();
  }

  async draw() {
    const at = this.at;
    const page = await this.file.getPage(at);
    const width = this.viewer.clientWidth;
    if (width === 0 || at !== this.at) return;
    this.drawing?.cancel();
    const sharp = window.devicePixelRatio || 1;
    const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * sharp });
    [this.canvas.width, this.canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
    this.drawing = page.render({ canvas: this.canvas, viewport });
    // Turned on before it was drawn.
    await this.drawing.promise.catch((error) => {
      if (error.name !== "RenderingCancelledException") throw error;
    });
    const text = await page.getTextContent();
    this.words.textContent = text.items.map((item) => item.str).join(" ");
    this.place.textContent = `${at} / ${this.file.numPages}`;
    [this.back.disabled, this.on.disabled] = [at === 1, at === this.file.numPages];
  }
}

// Decks are large: each is fetched when its row comes near.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    load(target).then((file) => new Deck(target, file)).catch(() => {
      target.textContent = target.dataset.failed;
    });
  }
}, { rootMargin: WAIT });

for (const viewer of document.querySelectorAll("[data-deck]")) near.observe(viewer);
