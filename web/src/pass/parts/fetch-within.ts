/** A `fetch` that gives up: one that hangs would keep the next one waiting. @param milliseconds until it does */
export const fetchWithin =
  (milliseconds: number): typeof fetch =>
  (input, init) => {
    // Without AbortSignal.any, which the last Safari of many a phone does not have.
    const controller = new AbortController();
    const stop = () => controller.abort();
    init?.signal?.addEventListener('abort', stop);
    setTimeout(stop, milliseconds);
    return fetch(input, { ...init, signal: controller.signal });
  };
