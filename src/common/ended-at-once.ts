/**
 * A generator of a subscription, whose `return` (a client that leaves) aborts `left` first: by itself it would stand in line
 * behind whatever the generator waits for.
 */
export function endedAtOnce<T>(generator: AsyncGenerator<T, void>, left: AbortController): AsyncGenerator<T, void> {
  const leave = generator.return.bind(generator);
  generator.return = (value) => {
    left.abort();
    return leave(value);
  };
  return generator;
}
