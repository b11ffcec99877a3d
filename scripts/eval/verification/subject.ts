import { type Box, type FaceAnalysis, type FrameAnalysis } from '../../../src/platform/face/face-engine.js';

/**
 * The face that a labelled picture is of, when bystanders are in it: the one nearest to the picture's centre in terms of its
 * own size, so that a large face need not be as central as a small one. Undefined when there is no face.
 */
export function subjectOf({ faces, width, height }: FrameAnalysis): FaceAnalysis | undefined {
  const remoteness = ({ box }: FaceAnalysis): number => {
    const { x, y } = centreOf(box);
    return Math.hypot(x - width / 2, y - height / 2) / Math.sqrt(areaOf(box));
  };
  return faces.toSorted((a, b) => remoteness(a) - remoteness(b))[0];
}

/** Where to cut the picture so that the subject is its largest face: whole pixels, the box and half of it on each side. */
export function cutAround({ x1, y1, x2, y2 }: Box, picture: { readonly width: number; readonly height: number }) {
  const [marginX, marginY] = [(x2 - x1) / 2, (y2 - y1) / 2];
  const left = Math.max(0, Math.floor(x1 - marginX));
  const top = Math.max(0, Math.floor(y1 - marginY));
  return {
    left,
    top,
    width: Math.min(picture.width, Math.ceil(x2 + marginX)) - left,
    height: Math.min(picture.height, Math.ceil(y2 + marginY)) - top,
  };
}

const areaOf = ({ x1, y1, x2, y2 }: Box): number => (x2 - x1) * (y2 - y1);
const centreOf = ({ x1, y1, x2, y2 }: Box) => ({ x: (x1 + x2) / 2, y: (y1 + y2) / 2 });
