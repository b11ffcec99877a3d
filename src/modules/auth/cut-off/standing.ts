import { Injectable } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { ForbiddenError, UnauthenticatedError } from '../../../common/errors/domain-error.js';
import { StateChanges } from '../../../platform/events/state-changes.js';
import { type Actor } from '../actor.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { mayDo, type Permission } from '../permissions.js';
import { UsersRepository } from '../users.repository.js';

/** What an actor may still do, while something of theirs goes on. */
@Injectable()
export class Standing {
  constructor(
    private readonly changes: StateChanges,
    private readonly users: UsersRepository,
    private readonly devices: DevicesRepository,
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
    const roles = await this.rolesOf(actor);
    if (roles === undefined) throw new UnauthenticatedError();
    if (permission !== undefined && !mayDo(roles, permission)) throw new ForbiddenError();
  }

  /** Of this moment; undefined when the access is over. */
  private async rolesOf(actor: Actor): Promise<Actor['roles'] | undefined> {
    switch (actor.kind) {
      case 'user':
        return (await this.users.findSignedIn(actor.id, actor.sessionId))?.roles;
      case 'device':
        return (await this.devices.findLive(actor.id)) === null ? undefined : actor.roles;
      default:
        return assertNever(actor);
    }
  }
}

/** What the database names when this actor's access changes. */
const accessIdOf = (actor: Actor): string => (actor.kind === 'user' ? actor.sessionId : actor.id);
