import { Injectable } from '@nestjs/common';
import { mayDo, type Permission } from './permissions.js';
import { UsersRepository } from './users.repository.js';

/** A user, as those see them who work with them. */
export interface Colleague {
  readonly id: string;
  readonly displayName: string;
  /** Whether they may do it now. */
  readonly able: boolean;
}

/** Whose names stand on what users do together. */
@Injectable()
export class Colleagues {
  constructor(private readonly users: UsersRepository) {}

  /** Everybody, also who may not do it (any more): their name may stand somewhere. */
  async who(permission: Permission): Promise<Colleague[]> {
    const users = await this.users.names();
    return users.map(({ id, displayName, roles, disabled }) => ({
      id,
      displayName,
      able: !disabled && mayDo(roles, permission),
    }));
  }
}
