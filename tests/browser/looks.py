"""What is looked for on a page at every width: what sticks out, what is cut, words that are broken."""

from __future__ import annotations

from typing import Final

# What sticks out at the side of the page, and is in no box that scrolls by itself.
STICKS_OUT: Final = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const scrolls = (one) => {
    for (let box = one.parentElement; box && box !== main; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  return [...main.querySelectorAll('.words *, button, input, h1, h2, h3, p, label')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one))
    .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
}
"""
# Words on two lines, though nothing in them invites a break. Addresses and programs may break anywhere.
BROKEN_WORDS: Final = r"""
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest('pre, svg, style, script, option')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\p{Script=Latin}\d,.]{2,}/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      const lines = new Set(boxes.map((box) => Math.round(box.top)));
      if (lines.size > 1 && !/https?|www|\.\w/.test(word)) {
        broken.push(`${word} of “${parent.textContent.slice(0, 40)}” (${parent.className})`);
      }
    }
  }
  return broken;
}
"""
# Tables that are cut at the side, and do not show it.
CUT_TABLES: Final = """
() => [...document.querySelectorAll('.table-box')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && !box.classList.contains('cut'))
  .map((box) => box.querySelector('table').getAttribute('aria-label'))
"""
# What is clicked and is smaller than 24 by 24 px; links within a sentence are as high as its line.
SMALL_TARGETS: Final = """
() => {
  const box = (one) => (one.matches('[data-testid="stCheckbox"] input') ? one.closest('label') : one)
    .getBoundingClientRect();
  const out = '.skip-link, .modebar-btn, [data-testid="stDataFrame"] *, [data-testid="stSkipToContent"]';
  // React Aria's own button, for screen readers alone.
  const isDismiss = (one) => one.ariaLabel === 'Dismiss' && one.tabIndex === -1;
  const isHidden = (one) => one.matches(out) || isDismiss(one) || box(one).width < 2
    || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // A link within the text of a line or of a cell.
  const isInline = (one) => one.closest('p, li, dd, td:not(.numeric)');
  const isSmall = (one) => Math.min(box(one).width, box(one).height) < 23.5;
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=switch]')]
    .filter((one) => !isHidden(one) && isSmall(one) && !(one.matches('a') && isInline(one)))
    .map((one) => `${one.tagName} ${one.className} ${one.ariaLabel ?? one.textContent}`.slice(0, 90)
      + ` ${Math.round(box(one).width)}x${Math.round(box(one).height)}`);
}
"""
