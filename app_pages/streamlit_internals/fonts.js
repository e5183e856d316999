// A font is fetched when a letter of it is shown.
//
// Streamlit fetches its font of icons (375 kB) as soon as it starts, whether the page has an icon or
// not. Left to itself the browser fetches it when one appears.
(() => {
  const load = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, ...text) => (
    font.includes("Material Symbols") ? Promise.resolve([]) : load(font, ...text)
  );
})();
