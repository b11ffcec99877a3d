import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsEnum, IsOptional, IsString, ValidateNested } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { PersonKind } from '../persons/person.type.js';

/** What one statement makes within its time, and what fits into a request. */
const MAX_ROWS = 500;

@InputType({
  description: 'As it stands in a file: what is wrong with it is said in the answer, and holds nothing up.',
})
export class ImportRowInput {
  @Field()
  @IsString()
  externalId!: string;

  @Field()
  @IsString()
  displayName!: string;

  @Field(() => PersonKind, { nullable: true, description: 'Null when the file says none that is known.' })
  @IsOptional()
  @IsEnum(PersonKind)
  kind?: PersonKind | null;
}

@InputType()
export class ImportPersonsInput {
  @Field(() => [ImportRowInput], { description: `1 to ${MAX_ROWS}; a longer file is sent in several requests.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ROWS)
  @ValidateNested({ each: true })
  @Type(() => ImportRowInput)
  rows!: ImportRowInput[];

  @Field({ description: 'Says what would become of each row, and writes nothing.' })
  @IsBoolean()
  dryRun!: boolean;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
