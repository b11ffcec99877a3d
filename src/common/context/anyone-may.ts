import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const ANYONE_MAY = 'presente:anyone-may';

/** Opens an operation to callers that did not sign in. @param reason what protects it instead, or why nothing has to */
export const AnyoneMay = (reason: string): CustomDecorator => SetMetadata(ANYONE_MAY, reason);
