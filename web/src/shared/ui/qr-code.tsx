import { encode } from 'uqr';

interface Props {
  readonly value: string;
  /** What a screen reader says in its place. */
  readonly label: string;
  /** Of a side with its white border, pixels. */
  readonly size: number;
}

/** Modules of white that ISO/IEC 18004 asks for around a code. */
const QUIET_ZONE = 4;

/** The dark modules of a QR code, level M, without a border: `isDark[row][column]`. */
export const qrModules = (value: string): readonly (readonly boolean[])[] =>
  encode(value, { ecc: 'M', border: 0 }).data;

/** A QR code, dark on white in dark mode too: a reader wants it so. */
export function QrCode({ value, label, size }: Props) {
  const rows = qrModules(value);
  const side = rows.length + 2 * QUIET_ZONE;
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : '')))
    .join('');
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="white" />
      <path d={path} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
