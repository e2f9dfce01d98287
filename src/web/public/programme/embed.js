// Draws a programme where its script tag stands, on a page of any origin. Texts are only ever set as text, addresses
// only followed where they are http or https; its style can't leave the shadow root, nor the page's come in.
((words, tag) => {
  "use strict";
  const home = new URL(".", tag.src);
  const style = `
    :host { display: block; font: inherit; line-height: 1.5; color: inherit; }
    h2 { font-size: 1.25em; margin: 0 0 .75em; } h3 { font-size: 1.1em; margin: 1.5em 0 .5em; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; flex-wrap: wrap; gap: .25em 1em; padding: .6em 0; border-top: 1px solid currentColor; }
    time { min-width: 7em; font-variant-numeric: tabular-nums; } div { flex: 1 1 16em; min-width: 0; overflow-wrap: anywhere; }
    p { margin: .15em 0 0; font-size: .9em; } a { color: inherit; display: inline-block; }
    a:focus-visible { outline: 3px solid; outline-offset: 2px; }`;

  const made = (name, text, ...inside) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.append(...inside);
    return element;
  };
  const link = (address, text) => {
    const element = made("a", text);
    const url = new URL(address, home);
    if (url.protocol === "https:" || url.protocol === "http:") element.href = url.href;
    return element;
  };
  const whole = () => made("p", "", link("programme", words.programme));

  const session = (event, clock) => {
    const begins = new Date(event.date);
    const [hours, minutes] = event.duration.split(":").map(Number);
    const time = made("time", clock.formatRange(begins, new Date(begins.getTime() + (hours * 60 + minutes) * 60000)));
    time.dateTime = event.date;
    const people = event.persons.map((person) => person.public_name || person.name);
    const about = [event.room, event.track, people.join(", ")].filter(Boolean).join(" · ");
    return made("li", "", time, made("div", "", link(event.url, event.title), made("p", about)));
  };

  const days = (conference) => {
    const timeZone = conference.time_zone_name;
    const date = new Intl.DateTimeFormat(words.lang, { dateStyle: "full", timeZone: "UTC" });
    const clock = new Intl.DateTimeFormat(words.lang, { timeStyle: "short", timeZone });
    return conference.days.flatMap((day) => {
      const events = Object.values(day.rooms).flat().sort((one, other) => new Date(one.date) - new Date(other.date));
      if (events.length === 0) return [];
      return [made("h3", date.format(new Date(day.date))), made("ul", "", ...events.map((event) => session(event, clock)))];
    });
  };

  const draw = async () => {
    const host = document.createElement("section");
    host.lang = words.lang;
    host.setAttribute("aria-label", words.title);
    if (tag.closest("head")) document.body.append(host);
    else tag.after(host);
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    try {
      const answer = await fetch(new URL("schedule.json", home), { credentials: "omit" });
      if (!answer.ok) throw new Error(String(answer.status));
      const { schedule } = await answer.json();
      root.append(made("h2", words.title), ...days(schedule.conference), whole());
    } catch {
      // The page that embeds it goes on; its reader gets a way to the programme.
      root.replaceChildren(made("p", words.unreachable), whole());
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", draw);
  else draw();
});
