import { registerEnumType } from '@nestjs/graphql';

export enum Role {
  ADMIN = 'ADMIN',
  REGISTRAR = 'REGISTRAR',
  OPERATOR = 'OPERATOR',
  AUDITOR = 'AUDITOR',
  SRE = 'SRE',
}
registerEnumType(Role, { name: 'Role', description: 'What a user is trusted with.' });

/** One for each thing that can be done; operations state theirs with `@Allow`. */
export enum Permission {
  SelfRead = 'self:read',
  SelfManage = 'self:manage',
  UserRead = 'user:read',
  UserManage = 'user:manage',
  PersonRead = 'person:read',
  PersonManage = 'person:manage',
  ConsentManage = 'consent:manage',
  EnrolmentManage = 'enrolment:manage',
  CredentialManage = 'credential:manage',
  CheckpointRead = 'checkpoint:read',
  CheckpointManage = 'checkpoint:manage',
  ValidationOpen = 'validation:open',
  ValidationRead = 'validation:read',
  ValidationAttest = 'validation:attest',
  PersonErase = 'person:erase',
  ErasureRead = 'erasure:read',
  AuditRead = 'audit:read',
  LockLift = 'lock:lift',
  OwnSession = 'own:session',
  OwnPass = 'own:pass',
  OwnConsent = 'own:consent',
  OwnPin = 'own:pin',
}

/** What a person may do on their own page, with what is theirs. No user has any of these: a user is no person. */
const HOLDER: readonly Permission[] = [
  Permission.OwnSession,
  Permission.OwnPass,
  Permission.OwnConsent,
  Permission.OwnPin,
];

const REGISTRAR = [
  Permission.PersonRead,
  Permission.PersonManage,
  Permission.ConsentManage,
  Permission.EnrolmentManage,
  Permission.CredentialManage,
  Permission.PersonErase,
  Permission.ErasureRead,
  Permission.LockLift,
];
const OPERATOR = [
  Permission.CheckpointRead,
  Permission.ValidationOpen,
  Permission.ValidationRead,
  Permission.ValidationAttest,
  Permission.LockLift,
];
const AUDITOR = [
  Permission.UserRead,
  Permission.PersonRead,
  Permission.CheckpointRead,
  Permission.ValidationRead,
  Permission.ErasureRead,
  Permission.AuditRead,
];

/** Who may do what, in one place. Everybody who signed in may read who they are, and keep their own sign-in. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.ADMIN]: Object.values(Permission).filter((permission) => !HOLDER.includes(permission)),
  [Role.REGISTRAR]: REGISTRAR,
  [Role.OPERATOR]: OPERATOR,
  [Role.AUDITOR]: AUDITOR,
  [Role.SRE]: [],
};

const EVERYBODY: readonly Permission[] = [Permission.SelfRead, Permission.SelfManage];

export const mayHolderDo = (permission: Permission): boolean => HOLDER.includes(permission);

export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  return EVERYBODY.includes(permission) || roles.some((role) => PERMISSIONS[role].includes(permission));
}
