import { DomainError } from '../../common/errors/domain-error.js';

export type FrameRefusal =
  | 'NOT_AN_IMAGE'
  | 'FORMAT_NOT_ACCEPTED'
  | 'ANIMATED'
  | 'TOO_MANY_BYTES'
  | 'TOO_MANY_PIXELS'
  | 'TOO_FEW_PIXELS'
  | 'UNREADABLE';

const SENTENCES: Readonly<Record<FrameRefusal, string>> = {
  NOT_AN_IMAGE: 'The file is not an image.',
  FORMAT_NOT_ACCEPTED: 'Only JPEG, PNG and WebP are accepted.',
  ANIMATED: 'Animated images are not accepted.',
  TOO_MANY_BYTES: 'The image file is too large.',
  TOO_MANY_PIXELS: 'The image has too many pixels.',
  TOO_FEW_PIXELS: 'The image has too few pixels.',
  UNREADABLE: 'The image is damaged or incomplete.',
};

/** The decode guard does not take this file. */
export class FrameRefusedError extends DomainError {
  constructor(readonly reason: FrameRefusal) {
    super('BAD_USER_INPUT', SENTENCES[reason], { reason });
  }
}
