// On paper a chart is as wide as the paper, not as the screen it was drawn for.
//
// A chart that was drawn for more than a sheet's width is drawn anew in that, in the same shape: scaled down, its
// letters would be too small to read. Plotly gives its drawings a size in pixels and nothing by which they could be
// scaled to what is left of the width.
(() => {
  const SHEET = 780; // pixels: letters of 12 pixels are then 8 points on 184 mm
  const redrawn = []; // the charts and what they were before
  const boxes = () => document.querySelectorAll(".js-plotly-plot .svg-container");
  const drawings = (box) => box.querySelectorAll(":scope > svg.main-svg");
  const redraw = () => {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      const { width, height } = plot._fullLayout;
      if (!window.Plotly || width <= SHEET) continue;
      redrawn.push([plot, plot.layout.autosize, plot.layout.width, plot.layout.height]);
      window.Plotly.relayout(plot, { width: SHEET, height: Math.round(height * SHEET / width) });
    }
  };
  const restore = () => {
    for (const [plot, autosize, width, height] of redrawn.splice(0)) {
      window.Plotly.relayout(plot, { autosize: autosize ?? true, width: width ?? null, height: height ?? null });
    }
  };
  addEventListener("beforeprint", () => {
    redraw();
    for (const box of boxes()) {
      const [first] = drawings(box);
      const [width, height] = [first?.getAttribute("width"), first?.getAttribute("height")];
      if (!width || !height) continue;
      box.style.aspectRatio = `${width} / ${height}`;
      box.style.maxWidth = `${width}px`; // a phone's chart is not blown up
      for (const svg of drawings(box)) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
    document.documentElement.classList.add("on-paper");
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("on-paper");
    for (const box of boxes()) {
      box.style.aspectRatio = box.style.maxWidth = "";
      for (const svg of drawings(box)) svg.removeAttribute("viewBox");
    }
    restore();
  });
})();
