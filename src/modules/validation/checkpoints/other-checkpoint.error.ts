import { DomainError } from '../../../common/errors/domain-error.js';

/** A device asked for something at a checkpoint that is not its own. */
export class OtherCheckpointError extends DomainError {
  constructor() {
    super('FORBIDDEN', 'This device belongs to another checkpoint.', { reason: 'OTHER_CHECKPOINT' });
  }
}
