// What a judge has done that is not on the server yet: it is kept on this device, sent a moment after the last change, and
// again when the connection is back. Nothing is kept once it was sent.

const PAUSE = 800;
const AGAIN = 15_000;

// Storage may be full or forbidden (private windows): then what is done is in the page alone.
function storage(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

// Whoever extends it says what there is to keep (`read`), whether it is whole (`isComplete`), how it is sent (`post`,
// which answers what to say when it was refused, or nothing when it was taken), and what follows (`taken`). `words` has
// the sentences: kept, saved, waiting.
export class Kept {
  constructor(key, status, words) {
    [this.key, this.status, this.words] = [key, status, words];
    // What another tab of this device left is that tab's to send.
    [this.timer, this.sending, this.unsent] = [null, false, false];
  }

  waiting() {
    const text = storage((store) => store.getItem(this.key));
    return text === null ? null : JSON.parse(text);
  }

  keep() {
    storage((store) => store.setItem(this.key, JSON.stringify({ said: this.read(), over: this.over() })));
  }

  forget() {
    storage((store) => store.removeItem(this.key));
  }

  // Over which version it is written, where the server counts them.
  over() {
    return null;
  }

  say(words) {
    this.status.textContent = words;
  }

  changed() {
    this.unsent = true;
    this.keep();
    this.say(this.words.kept);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  async send() {
    if (this.sending || !this.isComplete()) return;
    this.sending = true;
    const said = this.read();
    try {
      const refused = await this.post(said);
      if (refused) this.say(refused);
      else this.sent(said);
    } catch {
      this.say(this.words.waiting);
    }
    this.sending = false;
  }

  sent(said) {
    this.taken();
    // Changed while it was on its way.
    if (JSON.stringify(this.read()) !== JSON.stringify(said)) {
      this.changed();
      return;
    }
    this.unsent = false;
    this.forget();
    this.say(this.words.saved);
  }
}

// Sends what waits, as soon as there is a connection again.
export function resend(all) {
  const flush = () => all.filter((one) => one.unsent).forEach((one) => one.send());
  window.addEventListener("online", flush);
  setInterval(flush, AGAIN);
}
