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
  PersonErase = 'person:erase',
  ErasureRead = 'erasure:read',
  PersonExport = 'person:export',
  RetentionRead = 'retention:read',
  AuditRead = 'audit:read',
  LockLift = 'lock:lift',
}

const REGISTRAR = [
  Permission.PersonRead,
  Permission.PersonManage,
  Permission.ConsentManage,
  Permission.EnrolmentManage,
  Permission.CredentialManage,
  Permission.PersonErase,
  Permission.ErasureRead,
  Permission.PersonExport,
  Permission.LockLift,
];
const OPERATOR = [Permission.CheckpointRead, Permission.ValidationOpen, Permission.ValidationRead, Permission.LockLift];
const AUDITOR = [
  Permission.UserRead,
  Permission.PersonRead,
  Permission.CheckpointRead,
  Permission.ValidationRead,
  Permission.ErasureRead,
  Permission.AuditRead,
  Permission.RetentionRead,
];

/** Who may do what, in one place. Everybody who signed in may read who they are, and keep their own sign-in. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.ADMIN]: Object.values(Permission),
  [Role.REGISTRAR]: REGISTRAR,
  [Role.OPERATOR]: OPERATOR,
  [Role.AUDITOR]: AUDITOR,
  [Role.SRE]: [],
};

const EVERYBODY: readonly Permission[] = [Permission.SelfRead, Permission.SelfManage];

export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  return EVERYBODY.includes(permission) || roles.some((role) => PERMISSIONS[role].includes(permission));
}
