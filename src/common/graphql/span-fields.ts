import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { IsDate, IsOptional } from 'class-validator';

const moment = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Date, { nullable: true, description }),
    IsOptional(),
    IsDate(),
  );

/** `from` of an open span of time. */
export const FromField = (): PropertyDecorator => moment('The first moment that counts.');

/** `to` of an open span of time. */
export const ToField = (): PropertyDecorator => moment('The first moment that does not count any more.');
