import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { Matches } from 'class-validator';

/** The input field that lets a client repeat a mutation safely. */
export const IdempotencyKeyField = (): PropertyDecorator =>
  applyDecorators(
    Field({
      description:
        'Made by the client, 8 to 128 letters, digits, dots, dashes or underscores (a UUID does well). ' +
        'Repeating the mutation with the same key and input gives the first answer again and makes nothing new.',
    }),
    Matches(/^[\w.-]{8,128}$/),
  );
