import { DomainError } from '../../common/errors/domain-error.js';

/** Why an upload was refused, for the client to switch on; in `details.reason`. */
export type UploadRefusal =
  | 'NOT_MULTIPART'
  | 'INCOMPLETE'
  | 'NO_FRAMES'
  | 'TOO_MANY_FRAMES'
  | 'FRAME_TOO_LARGE'
  | 'UNEXPECTED_FIELD'
  | 'FIELD_ORDER'
  | 'BAD_CAPTURE_TIMES';

const SENTENCES: Readonly<Record<UploadRefusal, string>> = {
  NOT_MULTIPART: 'Send multipart/form-data with the frames as files named "frame".',
  INCOMPLETE: 'The upload ended before its last part.',
  NO_FRAMES: 'The upload holds no frame.',
  TOO_MANY_FRAMES: 'The upload holds more frames than are allowed.',
  FRAME_TOO_LARGE: 'A frame is larger than is allowed.',
  UNEXPECTED_FIELD: 'Only the field "capturedAt" and files named "frame" are allowed.',
  FIELD_ORDER: 'The field "capturedAt" must come before the first frame.',
  BAD_CAPTURE_TIMES: '"capturedAt" must be a JSON list with one time in milliseconds for each frame, in order.',
};

export class UploadRefusedError extends DomainError {
  constructor(readonly reason: UploadRefusal) {
    super('BAD_USER_INPUT', SENTENCES[reason], { reason });
  }
}

/** The ticket was good but its enrolment or attempt takes no (more) frames. */
export class CaptureNotAwaitedError extends DomainError {
  constructor() {
    super('CONFLICT', 'This capture ticket was used already, or what it was for is over.', { reason: 'NOT_AWAITED' });
  }
}

export class CaptureTicketError extends DomainError {
  constructor(reason: 'EXPIRED' | 'INVALID' | 'MISSING') {
    super('UNAUTHENTICATED', `The capture ticket is ${reason.toLowerCase()}.`, { reason: `TICKET_${reason}` });
  }
}
