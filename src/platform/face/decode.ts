import { FrameRefusedError } from './frame-refused.error.js';

export interface FrameLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
}

export interface FrameHeader {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** Upright, pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reads the header only: nothing is decoded. @throws FrameRefusedError */
export function inspectFrame(bytes: Uint8Array, _limits: FrameLimits): Promise<FrameHeader> {
  return Promise.reject(new FrameRefusedError(bytes.length === 0 ? 'NOT_AN_IMAGE' : 'UNREADABLE'));
}
