// On paper a chart is as wide as the paper, not as the screen it was drawn for.
//
// Plotly gives its drawings a size in pixels and nothing by which they could be scaled.
(() => {
  const boxes = () => document.querySelectorAll(".js-plotly-plot .svg-container");
  const drawings = (box) => box.querySelectorAll(":scope > svg.main-svg");
  addEventListener("beforeprint", () => {
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
  });
})();
