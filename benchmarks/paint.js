// When a drawing is on the screen, as the page itself sees it. Installed in every page that is measured.
//
// A drawing counts as painted in the first task after the animation frame that follows it: then the
// browser has laid it out and painted it. Times are milliseconds of performance.now().

window.bench = (() => {
  const PATIENCE = 10_000;
  const STARTS = ["2021-02-01", "2022-01-01", "2023-01-01"]; // what every tool offers
  const SERVED = ".figure[data-key=explore]";

  // Ahead of what the page itself has put off until after the frame.
  const painted = () => new Promise((done) => requestAnimationFrame(() => (
    scheduler.postTask(() => done(performance.now()), { priority: "user-blocking" }))));

  const within = (wanted, promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(
    () => fail(new Error(`${wanted}: nothing of the kind was drawn within ${PATIENCE / 1000} s`)), PATIENCE))]);

  // Places and time that a drawing shows. What has a name but no place in our figure (events, key) is no count.
  const shown = (plot) => {
    const counts = plot.data.filter((trace) => !trace.meta || trace.meta.place);
    const [first] = counts.flatMap((trace) => trace.x.filter((day) => day !== null)).sort();
    const places = [...new Set(counts.map((trace) => trace.meta?.place ?? trace.name))].sort();
    return JSON.stringify({ places, from: STARTS.filter((day) => day <= first).at(-1) });
  };

  // Until plotly.js has drawn what was chosen. It says so itself, in every tool: "afterplot".
  const drawn = (plot, wanted) => new Promise((done) => {
    const look = () => {
      if (shown(plot) !== wanted) return;
      plot.removeListener("plotly_afterplot", look);
      done(painted());
    };
    plot.on("plotly_afterplot", look);
  });

  // Choose a place (again to let it go) or a start, in whatever control the tool has for it.
  const use = (kind, value) => {
    const list = kind === "from" && document.querySelector("select[data-bound=from]");
    if (list) {
      list.value = value;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      const own = kind === "from" ? "from" : "places"; // Dash names its controls by id
      document.querySelector(".place-search input")?.click(); // ours is a list that opens
      document.querySelector(`[data-place="${value}"], #${own} input[value="${value}"]`).click();
    }
  };

  // From the event on the control to the paint of the drawing that shows the choice.
  const choose = async ({ kind, value, places, from }) => {
    const wanted = JSON.stringify({ places: [...places].sort(), from });
    const done = drawn(document.querySelector(".js-plotly-plot"), wanted);
    bench.begin = performance.now();
    use(kind, value);
    return await within(wanted, done) - bench.begin;
  };

  // Real keys and clicks: the time of the last one before the drawing is when the change began.
  addEventListener("change", (event) => { if (event.target.type === "date") bench.begin = event.timeStamp; }, true);
  for (const input of ["keydown", "click"]) {
    addEventListener(input, (event) => { if (event.isTrusted) bench.begin = event.timeStamp; }, true);
  }

  // Call before a change that only the server can draw: from the last input to the paint of its next figure.
  const served = () => {
    const before = document.querySelector(SERVED).dataset.drawn;
    bench.next = within(`a figure after ${before}`, new Promise((done) => {
      const watch = new MutationObserver(() => {
        const { figure, drawn: address } = document.querySelector(SERVED)?.dataset ?? {};
        if (!address || address === before || address !== figure) return;
        watch.disconnect();
        done(painted());
      });
      watch.observe(document, { subtree: true, childList: true, attributeFilter: ["data-drawn"] });
    })).then((end) => end - bench.begin);
    bench.next.catch(() => {}); // whoever waits for it is told
  };

  // Clock times of when what these selectors name was painted first, since the visit began.
  const milestones = (selectors) => {
    bench.milestones = {};
    const watch = new MutationObserver(() => {
      for (const [name, selector] of Object.entries(selectors)) {
        if (name in bench.milestones || !document.querySelector(selector)) continue;
        bench.milestones[name] = null;
        painted().then((time) => { bench.milestones[name] = time; });
      }
    });
    watch.observe(document, { subtree: true, childList: true });
  };

  return { choose, served, milestones };
})();
