/**
 * `rows` for as long as `watch` goes on: when that one throws, so does the next row that somebody waits for, at once.
 * @param watch begins to listen before it returns; ends when its signal aborts
 */
export function cutOff<Row>(
  rows: AsyncGenerator<Row, void>,
  watch: (signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Row, void> {
  const left = new AbortController();
  const end = (): Promise<IteratorResult<Row, void>> => {
    left.abort();
    return rows.return();
  };
  const over = watch(left.signal).then((): IteratorResult<Row, void> => ({ done: true, value: undefined }));
  over.catch(end).catch(() => undefined);

  const next = async (): Promise<IteratorResult<Row, void>> => {
    try {
      const result = await Promise.race([over, rows.next()]);
      if (result.done === true) left.abort();
      return result;
    } catch (error) {
      left.abort();
      throw error;
    }
  };
  return {
    next,
    return: end,
    throw: (error: unknown) => {
      left.abort();
      return rows.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
}
