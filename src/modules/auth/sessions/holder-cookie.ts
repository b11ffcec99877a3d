import { Injectable } from '@nestjs/common';
import { SessionCookie } from './session-cookie.js';

/** Has a name of its own: who works here may have their own pass in the same browser. */
@Injectable()
export class HolderCookie extends SessionCookie {
  protected override readonly name = 'presente-pass-refresh';
}
