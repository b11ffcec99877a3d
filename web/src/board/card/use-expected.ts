import { useState } from 'react';
import { type Edited } from './card-editor';

/** Shows at once what somebody switched, until it is so, or was not done after all. */
export function useExpected(actual: boolean): [shown: boolean, expect: (edited: Promise<Edited>) => void] {
  const [from, setFrom] = useState<boolean>();
  if (from !== undefined && from !== actual) setFrom(undefined);
  const expect = (edited: Promise<Edited>): void => {
    setFrom(actual);
    void edited.then((came) => {
      if (came !== 'DONE') setFrom(undefined);
    });
  };
  return [from === undefined ? actual : !actual, expect];
}
