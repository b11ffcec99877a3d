import { type ReactNode } from 'react';
import { type Scene } from '../visit/visit-state';

/** How a head looks in each scene, as in a mirror: who turns to their left sees it turn to the left. */
const FACES: Readonly<Record<Scene, ReactNode>> = {
  STRAIGHT: <Features shift={0} />,
  LOOK_LEFT: (
    <>
      <Features shift={-12} />
      <path d="M16 92h-10m0 0 6-6m-6 6 6 6" className="arrow" />
    </>
  ),
  LOOK_RIGHT: (
    <>
      <Features shift={12} />
      <path d="M84 92h10m0 0-6-6m6 6-6 6" className="arrow" />
    </>
  ),
  BLINK: (
    <>
      <path d="M33 45q6 5 12 0M55 45q6 5 12 0" />
      <path d="M40 70q10 6 20 0M50 50v9" />
    </>
  ),
  COME_CLOSER: (
    <>
      <Features shift={0} />
      <path d="M4 18V6h12M96 18V6H84M4 82v12h12M96 82v12H84" className="arrow" />
    </>
  ),
};

export const Head = ({ scene }: { readonly scene: Scene }) => (
  <svg className="picture head" viewBox="0 0 100 100" aria-hidden>
    <ellipse cx="50" cy="50" rx="27" ry="36" />
    {FACES[scene]}
  </svg>
);

/** @param shift to the side, as the features of a head move when it turns */
function Features({ shift }: { readonly shift: number }) {
  return (
    <g transform={`translate(${shift} 0)`}>
      <circle cx="40" cy="44" r="2.5" className="full" />
      <circle cx="60" cy="44" r="2.5" className="full" />
      <path d={`M50 47l${Math.sign(shift) * 4} 10h-4M41 70q9 7 18 0`} />
    </g>
  );
}
