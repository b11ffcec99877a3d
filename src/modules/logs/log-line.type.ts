import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../common/graphql/connection.js';
import { LogLevel, LogService } from './log-level.js';

@ObjectType({ description: 'What else a line says.' })
export class LogDetail {
  @Field({ description: 'With dots where it stands in another: `err.message`.' })
  readonly name!: string;

  @Field({ description: 'As text; a list as JSON.' })
  readonly value!: string;
}

@ObjectType({ description: 'What a process wrote into its log. Secrets, people and faces were left out before.' })
export class LogLine {
  @Field(() => ID)
  readonly id!: string;

  @Field({ description: 'By the clock of its process.' })
  readonly at!: Date;

  @Field(() => LogLevel)
  readonly level!: LogLevel;

  @Field(() => LogService)
  readonly service!: LogService;

  @Field({ description: 'Host and number of the process.' })
  readonly instance!: string;

  @Field({ description: 'Of Presente.' })
  readonly version!: string;

  @Field(() => String, { nullable: true, description: 'The part of the program.' })
  readonly context!: string | null;

  @Field()
  readonly message!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The same in every line that one request causes, in the API and in the workers.',
  })
  readonly correlationId!: string | null;

  @Field(() => [String], {
    description: 'What was being done: fields of the schema, the name of a job, or the method and path of a request.',
  })
  readonly operations!: readonly string[];

  @Field(() => [LogDetail])
  readonly details!: readonly LogDetail[];
}

export const LogLineConnection = connectionOf(LogLine, 'LogLine');

@ObjectType({ description: 'What was written since the answer before.' })
export class LogBatch {
  @Field(() => [LogLine], {
    description: 'Oldest first; at most 100. The first batch comes at once.',
  })
  readonly lines: readonly LogLine[];

  @Field({
    description:
      'Lines may have been missed, or were too many: ask for the list anew. So with the first batch, when it does not begin after a line.',
  })
  readonly reload: boolean;

  constructor(lines: readonly LogLine[], reload: boolean) {
    this.lines = lines;
    this.reload = reload;
  }
}
