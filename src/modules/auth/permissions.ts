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
  LockLift = 'lock:lift',
}

const REGISTRAR = [
  Permission.PersonRead,
  Permission.PersonManage,
  Permission.ConsentManage,
  Permission.EnrolmentManage,
  Permission.CredentialManage,
  Permission.LockLift,
];
const OPERATOR = [Permission.CheckpointRead, Permission.ValidationOpen, Permission.ValidationRead, Permission.LockLift];
const AUDITOR = [Permission.UserRead, Permission.PersonRead, Permission.CheckpointRead, Permission.ValidationRead];

/** Who may do what, in one place. Everybody who signed in may read who they are. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  [Role.ADMIN]: Object.values(Permission),
  [Role.REGISTRAR]: REGISTRAR,
  [Role.OPERATOR]: OPERATOR,
  [Role.AUDITOR]: AUDITOR,
  [Role.SRE]: [],
};

export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  return permission === Permission.SelfRead || roles.some((role) => PERMISSIONS[role].includes(permission));
}
