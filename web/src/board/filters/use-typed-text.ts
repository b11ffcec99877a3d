import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** Between two letters of somebody who types. */
const PAUSE_MS = 200;

/**
 * What is typed shows at once and is taken over after a pause; what comes from elsewhere, such as a link, replaces it.
 * @param taken what was taken over last
 */
export function useTypedText(
  taken: string,
  take: (text: string) => void,
): [text: string, type: (text: string) => void] {
  const [typed, setTyped] = useState<string>();
  const takeSoon = useDebouncedCallback((text: string) => {
    take(text);
    setTyped(undefined);
  }, PAUSE_MS);
  const type = (text: string) => {
    setTyped(text);
    takeSoon(text);
  };
  return [typed ?? taken, type];
}
