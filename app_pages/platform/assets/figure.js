// One figure on a page: draws what charts/ built, and tells the server which row was chosen.
//
// Streamlit calls `figure` when the figure appears and whenever its data changes (see component.py
// for what `data` holds). The figure itself comes from its own address, compressed and kept by the
// browser. Nothing is computed here: numbers, words and geometry are the server's.

import { Marks } from "./marks.js";

const HELD = new WeakMap(); // the figure in each place of the page
const GONE = 404;

export function figure(component, plotlyAddress) {
  const { parentElement, data, setTriggerValue } = component;
  if (!HELD.has(parentElement)) HELD.set(parentElement, new Figure(parentElement, plotlyAddress));
  const held = HELD.get(parentElement);
  held.send = setTriggerValue;
  held.show(data);
  return () => held.leave();
}

let loading; // Plotly's script, once for all figures of the page

function plotly(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
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
    this.root = element("figure", { className: "figure" });
    this.root.dataset.testid = "figure";
    this.plot = element("div", { className: "figure-plot", tabIndex: 0, role: "application" });
    this.words = element("div", { className: "figure-words", id: `words-${crypto.randomUUID()}` });
    this.said = element("div", { className: "figure-words", role: "status" });
    this.trouble = element("p", { className: "figure-trouble", role: "alert", hidden: true });
    this.plot.setAttribute("aria-describedby", this.words.id);
    this.root.append(this.plot, this.words, this.said, this.trouble);
    parent.append(this.root);
    this.marks = new Marks(this.plot, (text) => { this.said.textContent = text; });
    this.plot.addEventListener("keydown", (event) => this.press(event));
    addEventListener("online", this.again = () => this.show(this.data));
  }

  async show(data) {
    this.data = data;
    this.root.dataset.key = data.key;
    this.root.dataset.asked = data.figure;
    this.root.classList.toggle("choosable", data.choosable);
    this.plot.style.minHeight = `${data.height}px`; // nothing below jumps when it comes
    this.plot.setAttribute("aria-label", data.title);
    this.plot.tabIndex = data.quiet ? -1 : 0;
    this.words.textContent = data.alt;
    try {
      const [Plotly, drawn] = await Promise.all([plotly(this.plotlyAddress), this.fetched(data.figure)]);
      if (data !== this.data || !drawn) return; // another one was asked for meanwhile
      await this.draw(Plotly, drawn);
      this.trouble.hidden = true;
    } catch (error) {
      console.error(error);
      this.trouble.textContent = data.unreachable;
      this.trouble.hidden = false;
    }
  }

  async fetched(address) {
    if (this.drawn?.address === address) return this.drawn;
    const response = await fetch(address);
    if (response.status === GONE && this.lost !== address) {
      this.lost = address; // asked for once: the server shows it anew
      this.send("lost", address);
      return null;
    }
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return { address, ...(await response.json()) };
  }

  async draw(Plotly, drawn) {
    if (this.drawn === drawn) return;
    const isFirst = !this.drawn;
    this.drawn = drawn;
    await Plotly.react(this.plot, drawn.data, drawn.layout, this.data.config);
    this.marks.drawn(Plotly);
    if (isFirst) this.plot.on("plotly_click", (event) => this.choose(this.marks.of(event.points[0])));
    this.root.dataset.drawn = drawn.address;
  }

  press(event) {
    if (event.key === "Enter" && this.marks.current) this.choose(this.marks.current);
    else if (!this.marks.move(event.key)) return;
    event.preventDefault();
  }

  choose(mark) {
    if (this.data.choosable && mark) this.send("chosen", { row: mark.row, place: mark.place });
  }

  leave() {
    removeEventListener("online", this.again);
    if (this.drawn) window.Plotly.purge(this.plot);
    HELD.delete(this.root.parentElement);
    this.root.remove();
  }
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
