import { registerEnumType } from '@nestjs/graphql';

/** What shows at a checkpoint that a face is a living one. */
export enum CheckpointLiveness {
  PASSIVE = 'PASSIVE',
  ACTIVE = 'ACTIVE',
  STRICT = 'STRICT',
}
registerEnumType(CheckpointLiveness, {
  name: 'CheckpointLiveness',
  description:
    'PASSIVE: nothing is asked of the person; the face must look like a living one, which a very good photograph may. ACTIVE: they answer a challenge of two or three steps. STRICT: of three, and the face must look like a living one, too.',
});
