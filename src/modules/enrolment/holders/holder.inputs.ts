import { Field, InputType } from '@nestjs/graphql';
import { Length } from 'class-validator';

@InputType()
export class OpenHolderSessionInput {
  @Field({ description: 'What stands behind `#code=` in the link; whatever it is.' })
  @Length(1, 200)
  code!: string;
}
