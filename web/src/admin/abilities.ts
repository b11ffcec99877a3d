import { useUser } from '../shared/session/session-context';
import { type Role } from './graphql/graphql';

/** What the pages offer, and to whom: the same as the server allows (src/modules/auth/permissions.ts), which decides. */
const ABILITIES = {
  validations: ['ADMIN', 'OPERATOR', 'AUDITOR'],
  confirm: ['ADMIN', 'OPERATOR'],
  statistics: ['ADMIN', 'OPERATOR', 'AUDITOR', 'SRE'],
  checkpoints: ['ADMIN', 'OPERATOR', 'AUDITOR'],
  manageCheckpoints: ['ADMIN'],
  devices: ['ADMIN', 'OPERATOR', 'AUDITOR'],
  manageDevices: ['ADMIN'],
  revokeDevices: ['ADMIN', 'OPERATOR'],
  users: ['ADMIN', 'AUDITOR'],
  manageUsers: ['ADMIN'],
  audit: ['ADMIN', 'AUDITOR'],
  retention: ['ADMIN', 'AUDITOR'],
  receipts: ['ADMIN', 'AUDITOR', 'REGISTRAR'],
  system: ['ADMIN', 'SRE'],
  logs: ['AUDITOR', 'SRE'],
  drills: ['ADMIN', 'SRE'],
  account: ['ADMIN', 'REGISTRAR', 'OPERATOR', 'AUDITOR', 'SRE'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Ability = keyof typeof ABILITIES;

export function useMay(): (ability: Ability) => boolean {
  const { roles } = useUser();
  return (ability) => {
    const allowed: readonly Role[] = ABILITIES[ability];
    return roles.some((role) => allowed.includes(role));
  };
}
