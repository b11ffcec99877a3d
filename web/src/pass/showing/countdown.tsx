import { useEffect, useState } from 'react';
import { Stopwatch } from '../parts/stopwatch';

interface Props {
  /** From when it is put on the page; give each count a `key` of its own. */
  readonly milliseconds: number;
  /** Nothing comes after it. */
  readonly isLast: boolean;
}

/** A ring that closes, with the seconds in it. For the eye alone: nobody wants every second read out. */
export function Countdown({ milliseconds, isLast }: Props) {
  const seconds = useSecondsLeft(milliseconds);
  return (
    <svg className="pass-ring" data-last={isLast} viewBox="0 0 40 40" aria-hidden>
      <circle cx="20" cy="20" r="17" pathLength="1" />
      <circle
        cx="20"
        cy="20"
        r="17"
        pathLength="1"
        className="pass-ring-rest"
        style={{ animationDuration: `${Math.max(0, milliseconds)}ms` }}
      />
      <text x="20" y="20">
        {seconds}
      </text>
    </svg>
  );
}

function useSecondsLeft(milliseconds: number): number {
  const [watch] = useState(() => new Stopwatch());
  const [left, setLeft] = useState(milliseconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(milliseconds - watch.elapsed()), 250);
    return () => clearInterval(timer);
  }, [milliseconds, watch]);
  return Math.max(0, Math.ceil(left / 1_000));
}
