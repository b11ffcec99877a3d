import { type Role } from '../shared/graphql/graphql';
import { useUser } from '../shared/session/session-context';

/** What the pages offer, and to whom: the same as the server allows (src/modules/auth/permissions.ts), which decides. */
const ABILITIES = {
  write: ['ADMIN', 'OPERATOR', 'REGISTRAR', 'SRE'],
  manage: ['ADMIN'],
  decide: ['ADMIN', 'OPERATOR'],
  deleteForGood: ['ADMIN'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

type Ability = keyof typeof ABILITIES;

export function useMay(): (ability: Ability) => boolean {
  const { roles } = useUser();
  return (ability) => {
    const allowed: readonly Role[] = ABILITIES[ability];
    return roles.some((role) => allowed.includes(role));
  };
}
