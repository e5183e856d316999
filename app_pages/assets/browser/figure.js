// One figure on a page: draws what charts/ built, and tells the server what was chosen in it.
//
// Streamlit calls `figure` when the figure appears and whenever its data changes (component.py says
// what `data` holds). The figure itself comes from its own address, compressed and kept by the
// browser. Where places and time can be chosen, a choice is drawn at once from what is there already
// (select.js), and replaced by the server's own figure of it as soon as that has come. Nothing is
// computed here: numbers, words and geometry are the server's.

import { Choices } from "./choices.js";
import { decoded, element } from "./element.js";
import { Marks } from "./marks.js";
import { isMap, nearest } from "./nearest.js";
import { lightened } from "./paper.js";
import { scriptRuns } from "./running.js";
import { selected } from "./select.js";
import { offerSkip } from "./skip.js";
import { Texts } from "./texts.js";
import { Tools } from "./tools.js";

const HELD = new WeakMap(); // the figure in each place of the page
const NOT_FOUND = 404;
const UNTIL_KEPT = 1000; // milliseconds that the server gets to keep a figure again
const BESIDE_THE_TITLE = 560; // pixels from which on there is room for the toolbar
const SENT_AGAIN = 1600; // milliseconds without a run of the page: the server did not hear of a choice
const GIVEN_UP = 8000; // nor does it now

export function figure({ parentElement, data, setTriggerValue }, plotlyAddress) {
  if (!HELD.has(parentElement)) HELD.set(parentElement, new Figure(parentElement, plotlyAddress));
  const held = HELD.get(parentElement);
  held.send = setTriggerValue;
  held.take(decoded(data));
  return () => held.leave();
}

let count = 0; // of figures, for their ids
let loading; // Plotly's script, once for all figures of the page

function plotly(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = element("script", { src: address });
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error(address));
    };
    document.head.append(script);
  });
  return loading;
}

class Figure {
  constructor(parent, plotlyAddress) {
    this.plotlyAddress = plotlyAddress;
    this.choices = new Choices((selection) => this.change(selection));
    this.texts = new Texts();
    this.shownEvents = new Set(); // kinds of events that the reader asked for
    this.tools = new Tools({ toggle: (kind) => this.toggleEvents(kind) });
    this.plot = element("div", { className: "figure-plot", role: "application" });
    this.words = element("div", { className: "figure-words", id: `figure-words-${count += 1}` });
    this.status = element("div", { className: "figure-words", role: "status" });
    this.trouble = element("p", { className: "figure-trouble", role: "alert", hidden: true });
    this.caveats = element("ul", { className: "figure-caveats" });
    this.plot.setAttribute("aria-describedby", this.words.id);
    this.root = element("figure", { className: "figure" },
      [this.plot, this.words, this.status, this.trouble, this.caveats]);
    this.head = element("div", { className: "figure-head" }, [
      element("div", { className: "figure-heading" }, [this.texts.title, this.texts.subtitle])]);
    this.root.dataset.testid = "figure";
    parent.append(this.root);
    this.marks = new Marks(this.plot, (text) => { this.status.textContent = text; });
    this.plot.addEventListener("keydown", (event) => this.press(event));
    this.answerToPointer();
    this.width = new ResizeObserver(() => this.fit());
    this.width.observe(this.root);
    addEventListener("online", this.again = () => this.show());
    addEventListener("beforeprint", this.toPaper = () => {
      this.toScreen = lightened(this.root, this.data?.tools?.colours ?? []);
    });
    addEventListener("afterprint", this.fromPaper = () => this.toScreen?.());
  }

  // A message of the server. Until it answers the last choice, its messages are about an earlier one.
  take(data) {
    this.data = data;
    if (this.pending && data.choices.turn !== this.pending) return;
    this.upToDate();
    this.show();
  }

  async show() {
    const { data } = this;
    this.root.dataset.key = data.key;
    this.root.dataset.answer = data.answer; // the question whose rows the marks are
    this.root.dataset.figure = data.figure;
    this.root.classList.toggle("choosable", data.choosable);
    this.isNarrow = this.root.clientWidth < data.width;
    if (!this.pending) this.surround();
    this.reserve();
    this.plot.setAttribute("aria-label", data.tools?.title ?? data.title);
    this.plot.tabIndex = data.quiet ? -1 : 0;
    offerSkip();
    this.words.textContent = data.alt;
    this.caveats.replaceChildren(...data.caveats.map((textContent) => element("li", { textContent })));
    if (data.more) this.caveats.append(element("li", { className: "figure-more", textContent: data.more }));
    if (data.choices) this.offer(data.choices);
    try {
      const [Plotly, drawn] = await Promise.all([plotly(this.plotlyAddress), this.fetched(data.figure)]);
      if (data !== this.data || this.pending || !drawn) return; // another one was chosen meanwhile
      await this.draw(Plotly, drawn, data.figure);
      this.trouble.hidden = true;
      if (data.choices?.whole) this.fetchWhole(`${data.choices.whole}&narrow=${Number(this.isNarrow)}`);
    } catch (error) {
      console.error(error);
      this.trouble.textContent = data.unreachable;
      this.trouble.hidden = false;
    }
  }

  async fetched(address) {
    if (this.drawn === address) return this.figure;
    const response = await fetch(address);
    if (response.status === NOT_FOUND && this.lost !== address) {
      this.lost = address;
      this.send("lost", address); // the rerun that follows keeps it again, under the same address
      setTimeout(() => this.show(), UNTIL_KEPT);
      return null;
    }
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  // Every series of the question, for choices to come; without it, choices wait for the server.
  async fetchWhole(address) {
    if (this.wholeAddress === address) return;
    this.wholeAddress = address;
    this.whole = null;
    const response = await fetch(address, { priority: "low" }).catch(() => null);
    const whole = response?.ok ? await response.json() : null;
    if (this.wholeAddress === address) this.whole = whole;
  }

  async draw(Plotly, figure, address) {
    if (this.drawn === address) return;
    const isFirst = !this.figure;
    [this.figure, this.drawn] = [figure, address];
    await this.render(Plotly);
    if (isFirst) this.plot.on("plotly_click", (event) => {
      if (isMap(this.plot)) this.choose(this.marks.of(event.points[0]));
    });
    this.root.dataset.drawn = address;
  }

  // The figure as it is laid out for this width, with the events that were asked for.
  async render(Plotly) {
    const { data, layout } = this.isNarrow ? { ...this.figure, ...this.figure.narrow } : this.figure;
    const seen = data.map((trace) => (this.shownEvents.has(trace.meta?.kind) ? { ...trace, visible: true } : trace));
    await Plotly.react(this.plot, seen, structuredClone(layout), this.data.config);
    this.marks.drawn(Plotly);
  }

  // The texts around the plot; a quiet figure has none. `texts` are those of a choice that was just made.
  surround(texts = this.data.texts) {
    if (!texts) return;
    if (!this.head.isConnected) {
      const { key, axis, note, credit } = this.texts;
      this.plot.before(this.head, key, axis);
      this.plot.after(note, credit);
    }
    const open = (card) => this.send("opened", card);
    this.texts.show(texts, { isNarrow: this.isNarrow, shown: this.shownEvents, open });
    this.tools.show(this.data.tools, texts.toggles, this.shownEvents);
    // Where it is narrow the plot comes first.
    if (this.root.clientWidth < BESIDE_THE_TITLE) this.texts.credit.after(this.tools.root);
    else this.head.append(this.tools.root);
  }

  reserve() {
    const { height, narrowHeight } = this.data;
    this.plot.style.minHeight = `${this.isNarrow ? narrowHeight : height}px`; // nothing below jumps when it comes
  }

  // The place became wider or narrower: where that asks for the other layout, it is drawn.
  fit() {
    if (!this.data || !this.root.clientWidth) return;
    const isNarrow = this.root.clientWidth < this.data.width;
    if (isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.surround(this.texts.shown);
    this.reserve();
    if (this.figure && window.Plotly) this.render(window.Plotly);
  }

  toggleEvents(kind) {
    if (!this.shownEvents.delete(kind)) this.shownEvents.add(kind);
    this.surround(this.texts.shown);
    if (this.figure && window.Plotly) this.render(window.Plotly);
  }

  // The nearest mark answers; a finger's first tap shows its value, the second one opens its card.
  answerToPointer() {
    this.plot.addEventListener("pointerdown", ({ pointerType }) => { this.pointer = pointerType; }, true);
    this.plot.addEventListener("mousemove", (event) => {
      const mark = this.under(event);
      if (!mark) return;
      event.stopPropagation();
      this.marks.show(mark);
    }, true);
    this.plot.addEventListener("click", (event) => {
      const mark = this.under(event);
      if (!mark) return;
      this.marks.show(mark);
      this.tap(mark);
    });
  }

  under(event) {
    if (!this.figure || this.data.quiet || !event.target.matches?.(".nsewdrag") || isMap(this.plot)) return null;
    return nearest(this.plot, this.marks.all, event);
  }

  tap(mark) {
    const key = JSON.stringify([mark.row, mark.place]);
    const isFirst = this.pointer === "touch" && this.tapped !== key;
    this.tapped = key;
    if (!isFirst) this.choose(mark);
  }

  offer(choices) {
    if (!this.choices.root.isConnected) this.root.prepend(this.choices.root);
    this.choices.show(choices);
  }

  // A choice: places and time are drawn from what is here; it goes to the server; what is outdated is marked.
  change(selection) {
    this.pending = selection.turn;
    const { updating } = this.data.choices.words;
    this.status.textContent = updating;
    const isOfWhole = this.whole && window.Plotly && !selection.choose && !selection.ask;
    const part = isOfWhole ? selected(this.whole, selection, updating) : null;
    if (part) {
      this.surround(part.texts);
      this.draw(window.Plotly, part, `part of the whole: ${JSON.stringify(selection)}`);
    }
    this.plot.classList.toggle("outdated", !part); // what is drawn is of another choice
    // First the paint; then what would delay it: the rest of the page made faint, and Streamlit's own work.
    requestAnimationFrame(() => setTimeout(() => {
      document.documentElement.classList.toggle("updating", Boolean(this.pending));
      this.send("selection", selection);
      this.watch(selection);
    }));
  }

  // A choice that was lost on the way (the connection broke, the server was restarted) is sent again, and at last
  // taken back: the server's last answer is shown. Long after it was made: on a slow network the server hears of
  // it late, and the next choice builds on it.
  watch(selection, quietSince = performance.now(), sent = quietSince) {
    if (this.pending !== selection.turn) return;
    const now = performance.now();
    if (scriptRuns()) [quietSince, sent] = [now, now];
    if (now - quietSince > GIVEN_UP) {
      this.upToDate();
      this.show();
      return;
    }
    if (now - sent > SENT_AGAIN) {
      this.send("selection", selection);
      sent = now;
    }
    setTimeout(() => this.watch(selection, quietSince, sent), SENT_AGAIN / 4);
  }

  upToDate() {
    if (!this.pending) return;
    this.pending = null;
    this.status.textContent = "";
    this.plot.classList.remove("outdated");
    document.documentElement.classList.remove("updating");
  }

  press(event) {
    if (event.key === "Enter" && this.marks.current) this.choose(this.marks.current);
    else if (!this.marks.move(event.key)) return;
    event.preventDefault();
  }

  // A mark stands for a row of the server's figure: while a choice is pending there is none.
  choose(mark) {
    if (this.data.choosable && mark && !this.pending) this.send("chosen", { row: mark.row, place: mark.place });
  }

  leave() {
    removeEventListener("online", this.again);
    removeEventListener("beforeprint", this.toPaper);
    removeEventListener("afterprint", this.fromPaper);
    this.width.disconnect();
    this.upToDate();
    if (this.figure) window.Plotly.purge(this.plot);
    HELD.delete(this.root.parentElement);
    this.root.remove();
    offerSkip();
  }
}
