import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ForbiddenException, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Field, GraphQLModule, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ArrayNotEmpty, IsEmail, Length, Matches, Max, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Logger as NestPinoLogger } from 'nestjs-pino';
import { Registry } from 'prom-client';
import { BadInputError, ForbiddenError, UnavailableError } from '../../common/errors/domain-error.js';
import { formatGraphqlError } from '../../common/graphql/format-error.js';
import { IdArg } from '../../common/graphql/id-arg.js';
import { configureHttp } from '../http/configure-http.js';
import { LoggingModule } from '../logging/logging.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { OperationLogPlugin } from './operation-log.plugin.js';
import { OperationMetricsPlugin } from './operation-metrics.plugin.js';

const SECRET = 'sesame-0123456789';
const ID = 'client-chosen-id-2';

@InputType()
class PartInput {
  @Field()
  @Length(1, 3)
  name!: string;
}

@InputType()
class ThingInput {
  @Field()
  @IsEmail()
  email!: string;

  @Field()
  @Matches(/^[\w.-]{8,128}$/)
  key!: string;

  @Field(() => Int)
  @Max(100)
  count!: number;

  @Field(() => [PartInput])
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  parts!: PartInput[];
}

const ERRORS: Readonly<Record<string, unknown>> = {
  input: new BadInputError('No good.', { fields: ['a'] }),
  role: new ForbiddenError(),
  framework: new ForbiddenException(SECRET),
  queue: new UnavailableError('The queue', undefined, 7),
  database: Object.assign(new Error(`connect ECONNREFUSED ${SECRET}`), { code: 'ECONNREFUSED' }),
  bug: new TypeError(`x.${SECRET} is not a function`),
};

@Resolver()
class Things {
  @Query(() => String)
  thing(): string {
    return 'a thing';
  }

  @Query(() => String)
  fail(@Args('how') how: string): never {
    throw ERRORS[how];
  }

  @Query(() => String)
  byId(@IdArg() id: string): string {
    return id;
  }

  @Mutation(() => String)
  createThing(@Args('input') input: ThingInput): string {
    return input.email;
  }
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

describe('operations', () => {
  const log = new PassThrough();
  let app: NestExpressApplication;
  let url: string;

  before(async () => {
    @Module({
      imports: [
        LoggingModule.forRoot({ LOG_LEVEL: 'info' }, 'api', log),
        TelemetryModule,
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          graphiql: false,
          formatError: formatGraphqlError,
        }),
      ],
      providers: [Things, OperationLogPlugin, OperationMetricsPlugin],
    })
    class App {}
    app = await NestFactory.create<NestExpressApplication>(App, { bufferLogs: true });
    app.useLogger(app.get(NestPinoLogger));
    configureHttp(app, { SANDBOX: false, CORS_ORIGINS: [] });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  });
  beforeEach(() => void log.read());
  after(() => app.close());

  const ask = async (query: string, variables?: object): Promise<GraphqlAnswer & { text: string }> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-correlation-id': ID },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { ...(JSON.parse(text) as GraphqlAnswer), text };
  };
  const errorOf = async (query: string, variables?: object) => {
    const { errors, text } = await ask(query, variables);
    assert.equal(errors?.length, 1, text);
    return { ...errors[0]!, text };
  };
  const logged = (): Record<string, unknown>[] =>
    String((log.read() as Buffer | null) ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  const thrown: [string, object][] = [
    ['input', { code: 'BAD_USER_INPUT', fields: ['a'] }],
    ['role', { code: 'FORBIDDEN' }],
    ['framework', { code: 'FORBIDDEN' }],
    ['queue', { code: 'UNAVAILABLE', retryAfterSeconds: 7 }],
    ['database', { code: 'UNAVAILABLE', retryAfterSeconds: 2 }],
    ['bug', { code: 'INTERNAL' }],
  ];
  for (const [how, expected] of thrown) {
    it(`tells the client of ${how} its code and details, and nothing else`, async () => {
      const { extensions, text } = await errorOf(`{ fail(how: "${how}") }`);
      assert.deepEqual(extensions, { ...expected, correlationId: ID });
      assert.doesNotMatch(text, new RegExp(`${SECRET}|stack|\\.js`));
    });
  }

  it('logs what it did not expect with its stack, and what it expected not as an error', async () => {
    await ask('{ fail(how: "bug") }');
    await ask('{ fail(how: "role") }');
    const errors = logged().filter(({ level }) => level === 'error');
    assert.equal(errors.length, 1);
    assert.match(String((errors[0]?.['err'] as { stack?: string }).stack), /operations\.spec/);
    assert.equal(errors[0]?.['correlationId'], ID);
  });

  const refused: [string, string, string, RegExp][] = [
    ['text that is no GraphQL', '{ thing', 'GRAPHQL_PARSE_FAILED', /^Syntax Error: Expected Name/],
    ['an unknown field', '{ thingg }', 'GRAPHQL_VALIDATION_FAILED', /^Cannot query field "thingg" on type "Query"\.$/],
    [
      'a missing variable',
      'query ($h: String!) { fail(how: $h) }',
      'BAD_USER_INPUT',
      /^Variable "\$h" of required type/,
    ],
  ];
  for (const [name, query, code, message] of refused) {
    it(`keeps Apollo's code and message for ${name}, without suggestions`, async () => {
      const error = await errorOf(query);
      assert.deepEqual(error.extensions, { code, correlationId: ID });
      assert.match(error.message, message);
    });
  }

  it('names every field that is wrong and repeats no value', async () => {
    const parts = [{ name: 'ok' }, { name: SECRET }];
    const input = { email: SECRET, key: `${SECRET}!`, count: 123_456, parts };
    const { extensions, text } = await errorOf('mutation ($input: ThingInput!) { createThing(input: $input) }', {
      input,
    });
    assert.equal(extensions['code'], 'BAD_USER_INPUT');
    assert.deepEqual(extensions['fields'], ['email', 'key', 'count', 'parts.1.name']);
    assert.doesNotMatch(text, new RegExp(`${SECRET}|123.?456`));
    const id = await errorOf(`{ byId(id: "${SECRET}") }`);
    assert.deepEqual(id.extensions['fields'], ['id']);
    assert.ok(!id.text.includes(SECRET));
  });

  it('logs one line for each operation: its kind, fields, time and error codes', async () => {
    const text = `query Q($h: String!) { a: thing ...F } fragment F on Query { thing fail(how: $h) }`;
    await ask(text, { h: 'role' });
    await ask('mutation ($input: ThingInput!) { createThing(input: $input) }', {
      input: { email: `${SECRET}@example.org`, key: SECRET, count: 1, parts: [{ name: 'ok' }] },
    });
    await ask(`{ thingg(password: "${SECRET}") }`);
    const lines = logged();
    assert.ok(!JSON.stringify(lines).includes(SECRET));
    const operations = lines.filter(({ msg }) => msg === 'operation');
    assert.deepEqual(
      operations.map(({ operation, fields, errors, correlationId }) => [operation, fields, errors, correlationId]),
      [
        ['query', ['thing', 'fail'], ['FORBIDDEN'], ID],
        ['mutation', ['createThing'], undefined, ID],
        ['refused', [], ['GRAPHQL_VALIDATION_FAILED'], ID],
      ],
    );
    for (const { milliseconds } of operations) assert.equal(typeof milliseconds, 'number');
  });

  it('counts and times each root field by the name that the schema gives it', async () => {
    const registry = app.get(Registry);
    registry.resetMetrics();
    await ask(`{ ${SECRET.replace('-', '_')}: thing fail(how: "queue") }`);
    await ask('{ nonsense }');
    const text = await registry.metrics();
    for (const sample of [
      'presente_graphql_fields_total{operation="query",field="thing",outcome="ok"} 1',
      'presente_graphql_fields_total{operation="query",field="fail",outcome="UNAVAILABLE"} 1',
      'presente_graphql_field_duration_seconds_count{operation="query",field="thing"} 1',
      'presente_graphql_refused_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
    ]) {
      assert.ok(text.includes(sample), `${sample} is not in\n${text}`);
    }
    assert.doesNotMatch(text, /sesame|nonsense/);
  });
});
