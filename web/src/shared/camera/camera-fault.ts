/** Why there is no picture. Each has a screen of its own, and is tried again without anybody's doing. */
export type CameraFault = 'denied' | 'none' | 'busy' | 'unplugged' | 'black' | 'frozen' | 'insecure';

const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** By the names that getUserMedia has for what went wrong (Media Capture and Streams, 10.2). */
export const faultOf = (error: unknown): CameraFault =>
  (error instanceof DOMException ? FAULTS[error.name] : undefined) ?? 'busy';
