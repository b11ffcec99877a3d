import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import { BadInputError } from '../errors/domain-error.js';

/** An `ID!` argument that must be a UUID. */
export const IdArg = (name = 'id'): ParameterDecorator =>
  Args(
    name,
    { type: () => ID },
    new ParseUUIDPipe({ exceptionFactory: () => new BadInputError(`"${name}" must be a UUID.`, { fields: [name] }) }),
  );
