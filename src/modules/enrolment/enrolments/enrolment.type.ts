import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaptureUploadTicket } from '../../../common/graphql/capture-upload-ticket.js';
import { connectionOf } from '../../../common/graphql/connection.js';
import { ConsentRequired } from '../consents/consent.type.js';

export enum EnrolmentState {
  OPEN = 'OPEN',
  QUEUED = 'QUEUED',
  PROCESSING = 'PROCESSING',
  COMPLETED = 'COMPLETED',
  REJECTED = 'REJECTED',
  EXPIRED = 'EXPIRED',
  FAILED = 'FAILED',
}
registerEnumType(EnrolmentState, { name: 'EnrolmentState' });

/** Why an enrolment ended. */
export enum EnrolmentReason {
  ENROLLED = 'ENROLLED',
  PHOTOS_NOT_USABLE = 'PHOTOS_NOT_USABLE',
  DIFFERENT_PEOPLE = 'DIFFERENT_PEOPLE',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
  CAPTURE_NOT_RECEIVED = 'CAPTURE_NOT_RECEIVED',
  CAPTURE_LOST = 'CAPTURE_LOST',
  PROCESSING_TIMED_OUT = 'PROCESSING_TIMED_OUT',
  PROCESSING_FAILED = 'PROCESSING_FAILED',
}
registerEnumType(EnrolmentReason, { name: 'EnrolmentReason' });

/** What is wrong with one photo. */
export enum PhotoReason {
  OK = 'OK',
  IMAGE_UNREADABLE = 'IMAGE_UNREADABLE',
  NO_FACE = 'NO_FACE',
  SEVERAL_FACES = 'SEVERAL_FACES',
  TOO_SMALL = 'TOO_SMALL',
  TOO_DARK = 'TOO_DARK',
  TOO_BRIGHT = 'TOO_BRIGHT',
  BLURRED = 'BLURRED',
  TURNED_AWAY = 'TURNED_AWAY',
  CUT_OFF = 'CUT_OFF',
  EYES_COVERED = 'EYES_COVERED',
  MOUTH_COVERED = 'MOUTH_COVERED',
}
registerEnumType(PhotoReason, { name: 'PhotoReason' });

@ObjectType({ description: 'One run of making a template from 1 to 5 photos of a person.' })
export class Enrolment {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly personId!: string;

  @Field(() => EnrolmentState)
  readonly state!: EnrolmentState;

  @Field(() => EnrolmentReason, { nullable: true, description: 'Null until it has ended.' })
  readonly reason!: EnrolmentReason | null;

  @Field(() => [PhotoReason], { description: 'One for each photo, in the order of the upload; empty until processed.' })
  readonly photoReasons!: PhotoReason[];

  @Field()
  readonly createdAt!: Date;

  @Field({ description: 'It has ended by then, whatever happens.' })
  readonly deadlineAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly finishedAt!: Date | null;
}

export const EnrolmentConnection = connectionOf(Enrolment, 'Enrolment');

@ObjectType()
export class EnrolmentOpened {
  @Field()
  readonly enrolment: Enrolment;

  @Field({ description: 'Upload 1 to 5 photos with it; three are recommended.' })
  readonly capture: CaptureUploadTicket;

  constructor(enrolment: Enrolment, capture: CaptureUploadTicket) {
    this.enrolment = enrolment;
    this.capture = capture;
  }
}

@ObjectType({ description: 'Another enrolment of this person has not ended yet.' })
export class EnrolmentRunning {
  @Field()
  readonly enrolment: Enrolment;

  constructor(enrolment: Enrolment) {
    this.enrolment = enrolment;
  }
}

export const OpenEnrolmentResult = createUnionType({
  name: 'OpenEnrolmentResult',
  types: () => [EnrolmentOpened, EnrolmentRunning, ConsentRequired] as const,
});
export type OpenEnrolmentResult = EnrolmentOpened | EnrolmentRunning | ConsentRequired;
