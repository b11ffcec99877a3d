import { useRef } from 'react';

/** A key for each different input: sent again after a network fault it makes nothing twice, and changed it is another request. */
export function useIdempotencyKey(): (input: object) => string {
  const last = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (text !== last.current.input) last.current = { input: text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
