import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { BadInputError } from '../errors/domain-error.js';

/** Checks every input class; `details.fields` names what is wrong, and no message repeats what was sent. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: badInput,
  });

function badInput(errors: ValidationError[]): BadInputError {
  const problems = errors.flatMap((error) => problemsOf(error, ''));
  const sentences = problems.flatMap(({ messages }) => messages).join('; ');
  return new BadInputError(`The input is not valid: ${sentences}.`, { fields: problems.map(({ field }) => field) });
}

interface Problem {
  /** The way to it from the input, such as `roles.0`. */
  readonly field: string;
  readonly messages: readonly string[];
}

function problemsOf({ property, constraints, children = [] }: ValidationError, parent: string): Problem[] {
  const field = `${parent}${property}`;
  const own = constraints === undefined ? [] : [{ field, messages: Object.values(constraints) }];
  return [...own, ...children.flatMap((child) => problemsOf(child, `${field}.`))];
}
