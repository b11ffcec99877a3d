/* global document, window, MutationObserver, requestAnimationFrame, performance */
// Runs in a page before its own scripts: sees when cards are first drawn, how long each frame takes, and which cards are taken
// out of the page. A spec asks through `window.boardWatch`.
{
  const watch = {
    /** When there was a frame with cards; milliseconds since the address was opened. */
    firstCardsAt: undefined,
    /** Milliseconds between frames, while they are counted. */
    frames: [],
    isCounting: false,
    /** Titles of cards whose element was taken out of the page, or put into it. */
    touched: [],
    nodes: new Map(),
    /** From now on. */
    countFrames() {
      watch.frames = [];
      watch.isCounting = true;
      let before = performance.now();
      const next = (now) => {
        watch.frames.push(now - before);
        before = now;
        if (watch.isCounting) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    stopCounting() {
      watch.isCounting = false;
      return watch.frames.slice(2);
    },
    /** Remembers the element of each card. */
    remember() {
      watch.nodes = new Map(cards().map((card) => [titleOf(card), card]));
      watch.touched = [];
    },
    /** Titles of cards that have another element than they had. */
    replaced() {
      return cards()
        .filter((card) => watch.nodes.get(titleOf(card)) !== card)
        .map(titleOf);
    },
  };
  window.boardWatch = watch;

  const cards = () => [...document.querySelectorAll('[data-card]')];
  const titleOf = (card) => card.querySelector('a')?.textContent;
  const cardsAmong = (nodes) => [...nodes].filter((node) => node.dataset?.card !== undefined).map(titleOf);

  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records)
      watch.touched.push(...cardsAmong(addedNodes), ...cardsAmong(removedNodes));
    if (watch.firstCardsAt !== undefined || document.querySelector('[data-card]') === null) return;
    watch.firstCardsAt = NaN;
    // The frame after the one with them has been shown.
    requestAnimationFrame(() => requestAnimationFrame((now) => (watch.firstCardsAt = now)));
  }).observe(document, { childList: true, subtree: true });
}
