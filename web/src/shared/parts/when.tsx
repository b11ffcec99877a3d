import { useFormat } from './use-format';
import { useNow } from './use-now';

/** Sooner nobody notices. */
const EVERY_MS = 20_000;

/** How long ago it was, with the exact time on demand. */
export function When({ at }: { readonly at: string }) {
  const format = useFormat();
  const now = useNow(EVERY_MS);
  return (
    <time dateTime={at} title={format.full(at)}>
      {format.relative(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
