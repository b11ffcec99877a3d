import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The right to upload frames once, to `POST /captures`.' })
export class CaptureUploadTicket {
  @Field({ description: 'Send it as `Authorization: Bearer …` with the upload.' })
  readonly token!: string;

  @Field()
  readonly expiresAt!: Date;
}
