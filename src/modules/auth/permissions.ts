import { registerEnumType } from '@nestjs/graphql';

export enum Role {
  ADMIN = 'ADMIN',
  REGISTRAR = 'REGISTRAR',
  OPERATOR = 'OPERATOR',
  AUDITOR = 'AUDITOR',
  SRE = 'SRE',
}
registerEnumType(Role, { name: 'Role', description: 'What a user is trusted with.' });

/** Of what acts without being a user: never given to one, so not in the schema. */
export enum DeviceRole {
  KIOSK = 'KIOSK',
}

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
  ValidationList = 'validation:list',
  StatisticsRead = 'statistics:read',
  DeviceRead = 'device:read',
  DeviceManage = 'device:manage',
  DeviceRevoke = 'device:revoke',
  ValidationAttest = 'validation:attest',
  PersonErase = 'person:erase',
  ErasureRead = 'erasure:read',
  PersonExport = 'person:export',
  RetentionRead = 'retention:read',
  AuditRead = 'audit:read',
  SystemRead = 'system:read',
  LogRead = 'log:read',
  FaultManage = 'fault:manage',
  LockLift = 'lock:lift',
  BoardRead = 'board:read',
  BoardWrite = 'board:write',
  BoardManage = 'board:manage',
  BoardDelete = 'board:delete',
  CardDelete = 'card:delete',
  ReviewDecide = 'review:decide',
  OwnSession = 'own:session',
  OwnProfile = 'own:profile',
  OwnPass = 'own:pass',
  OwnConsent = 'own:consent',
  OwnPin = 'own:pin',
  OwnExport = 'own:export',
}

/** What a person may do on their own page, with what is theirs. No user has any of these: a user is no person. */
const HOLDER: readonly Permission[] = [
  Permission.OwnSession,
  Permission.OwnProfile,
  Permission.OwnPass,
  Permission.OwnConsent,
  Permission.OwnPin,
  Permission.OwnExport,
];

/** Everybody who works here has tasks. What is deleted for good, and what a board looks like, is an administrator's. */
const BOARDS = [Permission.BoardRead, Permission.BoardWrite];

const REGISTRAR = [
  ...BOARDS,
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
/** Who stands beside the kiosk may end it, and not make another that outlives their own account. */
const OPERATOR = [
  ...BOARDS,
  Permission.ReviewDecide,
  Permission.CheckpointRead,
  Permission.ValidationOpen,
  Permission.ValidationRead,
  Permission.ValidationList,
  Permission.StatisticsRead,
  Permission.ValidationAttest,
  Permission.DeviceRead,
  Permission.DeviceRevoke,
  Permission.LockLift,
];
/** At its own checkpoint and with its own validations only: `CheckpointAccess` sees to that. It lists nobody's day. */
const KIOSK = [Permission.CheckpointRead, Permission.ValidationOpen, Permission.ValidationRead];
const AUDITOR = [
  Permission.BoardRead,
  Permission.UserRead,
  Permission.PersonRead,
  Permission.CheckpointRead,
  Permission.ValidationRead,
  Permission.ValidationList,
  Permission.StatisticsRead,
  Permission.DeviceRead,
  Permission.ErasureRead,
  Permission.AuditRead,
  Permission.LogRead,
  Permission.RetentionRead,
];
/** How the machine does and how much passes through it, and nothing about anybody. */
const SRE = [...BOARDS, Permission.SystemRead, Permission.LogRead, Permission.FaultManage, Permission.StatisticsRead];
/**
 * Whoever administers reads no logs by the way: they give themselves a role that does, and the audit has it. What people may do
 * on their own pages is nobody's here.
 */
const NOT_ADMIN: readonly Permission[] = [...HOLDER, Permission.LogRead];

/** Who may do what, in one place. Every user may read who they are, and keep their own sign-in. */
const PERMISSIONS: Readonly<Record<Role | DeviceRole, readonly Permission[]>> = {
  [Role.ADMIN]: Object.values(Permission).filter((permission) => !NOT_ADMIN.includes(permission)),
  [Role.REGISTRAR]: REGISTRAR,
  [Role.OPERATOR]: OPERATOR,
  [Role.AUDITOR]: AUDITOR,
  [Role.SRE]: SRE,
  [DeviceRole.KIOSK]: KIOSK,
};

const EVERY_USER: readonly Permission[] = [Permission.SelfRead, Permission.SelfManage];

export const mayHolderDo = (permission: Permission): boolean => HOLDER.includes(permission);

export function mayDo(roles: readonly (Role | DeviceRole)[], permission: Permission): boolean {
  const isUser = !roles.includes(DeviceRole.KIOSK);
  return (isUser && EVERY_USER.includes(permission)) || roles.some((role) => PERMISSIONS[role].includes(permission));
}
