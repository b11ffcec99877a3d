import { Injectable } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { ForbiddenError, UnauthenticatedError } from '../../../common/errors/domain-error.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { type Actor } from '../actor.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { mayAct } from '../may-act.js';
import { type Permission } from '../permissions.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { UsersRepository } from '../users.repository.js';

/** What an actor may still do, while something of theirs goes on. */
@Injectable()
export class Standing {
  constructor(
    private readonly changes: StateChanges,
    private readonly users: UsersRepository,
    private readonly devices: DevicesRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * Goes on for as long as `actor` may: asks the rows again now, and each time that the database announces a change of
   * access (a session ended, a user disabled or given other roles, a device revoked). Ends when `signal` aborts.
   * @throws UnauthenticatedError when the access is over
   * @throws ForbiddenError when the permission is gone
   */
  async watch(actor: Actor, permission: Permission | undefined, signal: AbortSignal): Promise<void> {
    const announcements = this.changes.of('access', accessIdOf(actor), signal);
    // Listening starts here: what the guard saw may have changed before, and is asked again after.
    let announced = announcements.next();
    for (;;) {
      await this.require(actor, permission);
      if ((await announced).done === true) return;
      announced = announcements.next();
    }
  }

  private async require(actor: Actor, permission: Permission | undefined): Promise<void> {
    const now = await this.ofNow(actor);
    if (now === undefined) throw new UnauthenticatedError();
    if (permission !== undefined && !mayAct(now, permission)) throw new ForbiddenError();
  }

  /** With the roles of this moment; undefined when the access is over. */
  private async ofNow(actor: Actor): Promise<Actor | undefined> {
    switch (actor.kind) {
      case 'user': {
        const user = await this.users.findSignedIn(actor.id, actor.sessionId);
        return user === null ? undefined : { ...actor, roles: user.roles };
      }
      case 'device':
        return (await this.devices.findLive(actor.id)) === null ? undefined : actor;
      case 'holder':
        return (await this.sessions.isHolders(actor.sessionId, actor.id)) ? actor : undefined;
      default:
        return assertNever(actor);
    }
  }
}

/** What the database names when this actor's access changes. */
const accessIdOf = (actor: Actor): string => (actor.kind === 'device' ? actor.id : actor.sessionId);
