import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import { type Permission } from './permissions.js';

export const ALLOWED = 'presente:allowed';

/** The permission that an operation asks for. An operation without `@Allow` or `@AnyoneMay` answers nobody. */
export const Allow = (permission: Permission): CustomDecorator => SetMetadata(ALLOWED, permission);
