/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on PasswordChanged {\n        sessionsEnded\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query MyPasskeys {\n    myPasskeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": typeof types.MyPasskeysDocument,
    "\n  mutation BeginPasskeyRegistration($input: PasskeyRegistrationInput!) {\n    beginPasskeyRegistration(input: $input) {\n      __typename\n      ... on PasskeyRegistration {\n        challengeId\n        options\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n      ... on TooManyPasskeys {\n        limit\n      }\n    }\n  }\n": typeof types.BeginPasskeyRegistrationDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      __typename\n      ... on PasskeyRegistered {\n        passkey {\n          id\n        }\n      }\n    }\n  }\n": typeof types.RegisterPasskeyDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) {\n      __typename\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  query MySessions($after: ID) {\n    mySessions(first: 20, after: $after) {\n      nodes {\n        id\n        client\n        createdAt\n        lastUsedAt\n        current\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      sessions\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      sessions\n    }\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  query AuditEvents($after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {\n    auditEvents(\n      first: 50\n      after: $after\n      action: $action\n      actorId: $actorId\n      subjectId: $subjectId\n      from: $from\n      to: $to\n    ) {\n      nodes {\n        id: sequence\n        at\n        action\n        actor\n        subjectKind\n        subjectId\n        outcome\n        correlationId\n        hash\n        details {\n          name\n          values\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditEventsDocument,
    "\n  query AuditChain {\n    auditHead {\n      sequence\n      hash\n      at\n    }\n    auditVerification {\n      whole\n      checked\n      brokenAt\n    }\n  }\n": typeof types.AuditChainDocument,
    "\n  query AuditActors {\n    users(first: 100) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    devices(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AuditActorsDocument,
    "\n  fragment CheckpointFields on Checkpoint {\n    id\n    name\n    factors\n    liveness\n    targetFmr\n    closedAt\n    createdAt\n  }\n": typeof types.CheckpointFieldsFragmentDoc,
    "\n  query Checkpoints($after: ID) {\n    checkpoints(first: 50, after: $after) {\n      nodes {\n        ...CheckpointFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CheckpointsDocument,
    "\n  mutation CreateCheckpoint($input: CreateCheckpointInput!) {\n    createCheckpoint(input: $input) {\n      __typename\n      ... on CheckpointCreated {\n        checkpoint {\n          ...CheckpointFields\n        }\n      }\n    }\n  }\n": typeof types.CreateCheckpointDocument,
    "\n  mutation ChangeCheckpoint($id: ID!, $factors: CheckpointFactors!, $liveness: CheckpointLiveness!) {\n    setCheckpointFactors(id: $id, factors: $factors) {\n      id\n    }\n    setCheckpointLiveness(id: $id, liveness: $liveness) {\n      ...CheckpointFields\n    }\n  }\n": typeof types.ChangeCheckpointDocument,
    "\n  mutation SetCheckpointOpen($id: ID!, $open: Boolean!) {\n    setCheckpointOpen(id: $id, open: $open) {\n      ...CheckpointFields\n    }\n  }\n": typeof types.SetCheckpointOpenDocument,
    "\n  fragment DeviceFields on Device {\n    id\n    checkpointId\n    name\n    client\n    pairedAt\n    lastSeenAt\n    revokedAt\n    revokedReason\n  }\n": typeof types.DeviceFieldsFragmentDoc,
    "\n  query Devices($after: ID, $checkpointId: ID) {\n    devices(first: 50, after: $after, checkpointId: $checkpointId) {\n      nodes {\n        ...DeviceFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.DevicesDocument,
    "\n  query Device($id: ID!) {\n    device(id: $id) {\n      ...DeviceFields\n    }\n  }\n": typeof types.DeviceDocument,
    "\n  mutation CreateDevicePairing($input: CreateDevicePairingInput!) {\n    createDevicePairing(input: $input) {\n      deviceId\n      code\n      expiresAt\n    }\n  }\n": typeof types.CreateDevicePairingDocument,
    "\n  mutation RenameDevice($input: RenameDeviceInput!) {\n    renameDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n": typeof types.RenameDeviceDocument,
    "\n  mutation RevokeDevice($input: RevokeDeviceInput!) {\n    revokeDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n": typeof types.RevokeDeviceDocument,
    "\n  query Faults {\n    faultsOverview {\n      enabled\n      faults {\n        point\n        kind\n        rate\n        milliseconds\n        until\n      }\n    }\n  }\n": typeof types.FaultsDocument,
    "\n  mutation InjectFault($input: InjectFaultInput!) {\n    injectFault(input: $input) {\n      __typename\n    }\n  }\n": typeof types.InjectFaultDocument,
    "\n  mutation EndFaults {\n    endFaults {\n      __typename\n    }\n  }\n": typeof types.EndFaultsDocument,
    "\n  fragment FeedAttempt on ValidationAttempt {\n    id\n    checkpointId\n    createdAt\n    finishedAt\n    method\n    reason\n    state\n  }\n": typeof types.FeedAttemptFragmentDoc,
    "\n  query Validations($after: ID, $checkpointId: ID, $state: ValidationState) {\n    validations(first: 50, after: $after, checkpointId: $checkpointId, state: $state) {\n      nodes {\n        ...FeedAttempt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ValidationsDocument,
    "\n  subscription ValidationsChanged($checkpointId: ID) {\n    validationsChanged(checkpointId: $checkpointId) {\n      attempts {\n        ...FeedAttempt\n      }\n      reload\n    }\n  }\n": typeof types.ValidationsChangedDocument,
    "\n  query Validation($id: ID!) {\n    validation(id: $id) {\n      ...FeedAttempt\n      correlationId\n      result {\n        __typename\n        ... on ValidationAccepted {\n          person {\n            displayName\n            externalId\n          }\n        }\n      }\n    }\n  }\n": typeof types.ValidationDocument,
    "\n  mutation ConfirmValidation($input: ConfirmValidationInput!) {\n    confirmValidation(input: $input) {\n      __typename\n      ... on ValidationConfirmed {\n        attempt {\n          id\n        }\n      }\n      ... on ConfirmationRefused {\n        reason\n      }\n    }\n  }\n": typeof types.ConfirmValidationDocument,
    "\n  fragment ShownLine on LogLine {\n    id\n    at\n    level\n    service\n    instance\n    version\n    context\n    message\n    correlationId\n    operations\n    details {\n      name\n      value\n    }\n  }\n": typeof types.ShownLineFragmentDoc,
    "\n  query Logs($after: ID, $filter: LogFilter) {\n    logs(first: 50, after: $after, filter: $filter) {\n      nodes {\n        ...ShownLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.LogsDocument,
    "\n  subscription LogTail($filter: LogFilter) {\n    logTail(filter: $filter) {\n      lines {\n        ...ShownLine\n      }\n      reload\n    }\n  }\n": typeof types.LogTailDocument,
    "\n  query CheckpointNames {\n    checkpoints(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.CheckpointNamesDocument,
    "\n  mutation ConfirmSecondFactor($input: PasskeyAnswerInput!) {\n    confirmSecondFactor(input: $input) {\n      __typename\n    }\n  }\n": typeof types.ConfirmSecondFactorDocument,
    "\n  query Retention($language: Language!) {\n    retention(language: $language) {\n      rule\n      what\n      days\n      setting\n      overdue\n      lastRun {\n        startedAt\n        finishedAt\n        affected\n      }\n    }\n  }\n": typeof types.RetentionDocument,
    "\n  query ErasureReceipts($after: ID) {\n    erasureReceipts(first: 20, after: $after) {\n      nodes {\n        id\n        personId\n        erasedAt\n        reason\n        token\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ErasureReceiptsDocument,
    "\n  fragment FunnelCounts on ValidationFunnel {\n    opened\n    admitted\n    captured\n    decided\n    accepted\n    attested\n  }\n": typeof types.FunnelCountsFragmentDoc,
    "\n  query Statistics(\n    $from: DateTime!\n    $to: DateTime!\n    $bucket: StatisticsBucket!\n    $timeZone: String!\n    $checkpointId: ID\n  ) {\n    validationStatistics(from: $from, to: $to, bucket: $bucket, timeZone: $timeZone, checkpointId: $checkpointId) {\n      bucket\n      funnel {\n        ...FunnelCounts\n      }\n      reasons {\n        state\n        reason\n        count\n      }\n      stretches {\n        start\n        funnel {\n          ...FunnelCounts\n        }\n        reasons {\n          state\n          reason\n          count\n        }\n      }\n    }\n  }\n": typeof types.StatisticsDocument,
    "\n  query SystemStatus {\n    systemStatus {\n      version\n      node\n      startedAt\n      model {\n        engine\n        id\n        version\n      }\n      checks {\n        name\n        ok\n        milliseconds\n        problem\n      }\n      queues {\n        name\n        workers\n        outstanding\n        oldestSeconds\n        jobs {\n          waiting\n          active\n          delayed\n          failed\n        }\n      }\n      outbox {\n        unsent\n        oldestUnsentSeconds\n      }\n      sandbox\n      grafanaUrl\n    }\n  }\n": typeof types.SystemStatusDocument,
    "\n  fragment UserFields on User {\n    id\n    displayName\n    email\n    roles\n    createdAt\n    disabledAt\n  }\n": typeof types.UserFieldsFragmentDoc,
    "\n  query Users($after: ID) {\n    users(first: 50, after: $after) {\n      nodes {\n        ...UserFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.UsersDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on UserCreated {\n        user {\n          ...UserFields\n        }\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation SetUserRoles($input: SetUserRolesInput!) {\n    setUserRoles(input: $input) {\n      ...UserFields\n    }\n  }\n": typeof types.SetUserRolesDocument,
    "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...UserFields\n    }\n  }\n": typeof types.SetUserDisabledDocument,
    "\n  mutation ResetPasskeys($userId: ID!) {\n    resetPasskeys(userId: $userId) {\n      __typename\n      ... on PasskeysRemoved {\n        passkeys\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n": typeof types.ResetPasskeysDocument,
};
const documents: Documents = {
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on PasswordChanged {\n        sessionsEnded\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query MyPasskeys {\n    myPasskeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": types.MyPasskeysDocument,
    "\n  mutation BeginPasskeyRegistration($input: PasskeyRegistrationInput!) {\n    beginPasskeyRegistration(input: $input) {\n      __typename\n      ... on PasskeyRegistration {\n        challengeId\n        options\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n      ... on TooManyPasskeys {\n        limit\n      }\n    }\n  }\n": types.BeginPasskeyRegistrationDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      __typename\n      ... on PasskeyRegistered {\n        passkey {\n          id\n        }\n      }\n    }\n  }\n": types.RegisterPasskeyDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) {\n      __typename\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  query MySessions($after: ID) {\n    mySessions(first: 20, after: $after) {\n      nodes {\n        id\n        client\n        createdAt\n        lastUsedAt\n        current\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MySessionsDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      sessions\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      sessions\n    }\n  }\n": types.SignOutEverywhereDocument,
    "\n  query AuditEvents($after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {\n    auditEvents(\n      first: 50\n      after: $after\n      action: $action\n      actorId: $actorId\n      subjectId: $subjectId\n      from: $from\n      to: $to\n    ) {\n      nodes {\n        id: sequence\n        at\n        action\n        actor\n        subjectKind\n        subjectId\n        outcome\n        correlationId\n        hash\n        details {\n          name\n          values\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditEventsDocument,
    "\n  query AuditChain {\n    auditHead {\n      sequence\n      hash\n      at\n    }\n    auditVerification {\n      whole\n      checked\n      brokenAt\n    }\n  }\n": types.AuditChainDocument,
    "\n  query AuditActors {\n    users(first: 100) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    devices(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.AuditActorsDocument,
    "\n  fragment CheckpointFields on Checkpoint {\n    id\n    name\n    factors\n    liveness\n    targetFmr\n    closedAt\n    createdAt\n  }\n": types.CheckpointFieldsFragmentDoc,
    "\n  query Checkpoints($after: ID) {\n    checkpoints(first: 50, after: $after) {\n      nodes {\n        ...CheckpointFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CheckpointsDocument,
    "\n  mutation CreateCheckpoint($input: CreateCheckpointInput!) {\n    createCheckpoint(input: $input) {\n      __typename\n      ... on CheckpointCreated {\n        checkpoint {\n          ...CheckpointFields\n        }\n      }\n    }\n  }\n": types.CreateCheckpointDocument,
    "\n  mutation ChangeCheckpoint($id: ID!, $factors: CheckpointFactors!, $liveness: CheckpointLiveness!) {\n    setCheckpointFactors(id: $id, factors: $factors) {\n      id\n    }\n    setCheckpointLiveness(id: $id, liveness: $liveness) {\n      ...CheckpointFields\n    }\n  }\n": types.ChangeCheckpointDocument,
    "\n  mutation SetCheckpointOpen($id: ID!, $open: Boolean!) {\n    setCheckpointOpen(id: $id, open: $open) {\n      ...CheckpointFields\n    }\n  }\n": types.SetCheckpointOpenDocument,
    "\n  fragment DeviceFields on Device {\n    id\n    checkpointId\n    name\n    client\n    pairedAt\n    lastSeenAt\n    revokedAt\n    revokedReason\n  }\n": types.DeviceFieldsFragmentDoc,
    "\n  query Devices($after: ID, $checkpointId: ID) {\n    devices(first: 50, after: $after, checkpointId: $checkpointId) {\n      nodes {\n        ...DeviceFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.DevicesDocument,
    "\n  query Device($id: ID!) {\n    device(id: $id) {\n      ...DeviceFields\n    }\n  }\n": types.DeviceDocument,
    "\n  mutation CreateDevicePairing($input: CreateDevicePairingInput!) {\n    createDevicePairing(input: $input) {\n      deviceId\n      code\n      expiresAt\n    }\n  }\n": types.CreateDevicePairingDocument,
    "\n  mutation RenameDevice($input: RenameDeviceInput!) {\n    renameDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n": types.RenameDeviceDocument,
    "\n  mutation RevokeDevice($input: RevokeDeviceInput!) {\n    revokeDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n": types.RevokeDeviceDocument,
    "\n  query Faults {\n    faultsOverview {\n      enabled\n      faults {\n        point\n        kind\n        rate\n        milliseconds\n        until\n      }\n    }\n  }\n": types.FaultsDocument,
    "\n  mutation InjectFault($input: InjectFaultInput!) {\n    injectFault(input: $input) {\n      __typename\n    }\n  }\n": types.InjectFaultDocument,
    "\n  mutation EndFaults {\n    endFaults {\n      __typename\n    }\n  }\n": types.EndFaultsDocument,
    "\n  fragment FeedAttempt on ValidationAttempt {\n    id\n    checkpointId\n    createdAt\n    finishedAt\n    method\n    reason\n    state\n  }\n": types.FeedAttemptFragmentDoc,
    "\n  query Validations($after: ID, $checkpointId: ID, $state: ValidationState) {\n    validations(first: 50, after: $after, checkpointId: $checkpointId, state: $state) {\n      nodes {\n        ...FeedAttempt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ValidationsDocument,
    "\n  subscription ValidationsChanged($checkpointId: ID) {\n    validationsChanged(checkpointId: $checkpointId) {\n      attempts {\n        ...FeedAttempt\n      }\n      reload\n    }\n  }\n": types.ValidationsChangedDocument,
    "\n  query Validation($id: ID!) {\n    validation(id: $id) {\n      ...FeedAttempt\n      correlationId\n      result {\n        __typename\n        ... on ValidationAccepted {\n          person {\n            displayName\n            externalId\n          }\n        }\n      }\n    }\n  }\n": types.ValidationDocument,
    "\n  mutation ConfirmValidation($input: ConfirmValidationInput!) {\n    confirmValidation(input: $input) {\n      __typename\n      ... on ValidationConfirmed {\n        attempt {\n          id\n        }\n      }\n      ... on ConfirmationRefused {\n        reason\n      }\n    }\n  }\n": types.ConfirmValidationDocument,
    "\n  fragment ShownLine on LogLine {\n    id\n    at\n    level\n    service\n    instance\n    version\n    context\n    message\n    correlationId\n    operations\n    details {\n      name\n      value\n    }\n  }\n": types.ShownLineFragmentDoc,
    "\n  query Logs($after: ID, $filter: LogFilter) {\n    logs(first: 50, after: $after, filter: $filter) {\n      nodes {\n        ...ShownLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.LogsDocument,
    "\n  subscription LogTail($filter: LogFilter) {\n    logTail(filter: $filter) {\n      lines {\n        ...ShownLine\n      }\n      reload\n    }\n  }\n": types.LogTailDocument,
    "\n  query CheckpointNames {\n    checkpoints(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.CheckpointNamesDocument,
    "\n  mutation ConfirmSecondFactor($input: PasskeyAnswerInput!) {\n    confirmSecondFactor(input: $input) {\n      __typename\n    }\n  }\n": types.ConfirmSecondFactorDocument,
    "\n  query Retention($language: Language!) {\n    retention(language: $language) {\n      rule\n      what\n      days\n      setting\n      overdue\n      lastRun {\n        startedAt\n        finishedAt\n        affected\n      }\n    }\n  }\n": types.RetentionDocument,
    "\n  query ErasureReceipts($after: ID) {\n    erasureReceipts(first: 20, after: $after) {\n      nodes {\n        id\n        personId\n        erasedAt\n        reason\n        token\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ErasureReceiptsDocument,
    "\n  fragment FunnelCounts on ValidationFunnel {\n    opened\n    admitted\n    captured\n    decided\n    accepted\n    attested\n  }\n": types.FunnelCountsFragmentDoc,
    "\n  query Statistics(\n    $from: DateTime!\n    $to: DateTime!\n    $bucket: StatisticsBucket!\n    $timeZone: String!\n    $checkpointId: ID\n  ) {\n    validationStatistics(from: $from, to: $to, bucket: $bucket, timeZone: $timeZone, checkpointId: $checkpointId) {\n      bucket\n      funnel {\n        ...FunnelCounts\n      }\n      reasons {\n        state\n        reason\n        count\n      }\n      stretches {\n        start\n        funnel {\n          ...FunnelCounts\n        }\n        reasons {\n          state\n          reason\n          count\n        }\n      }\n    }\n  }\n": types.StatisticsDocument,
    "\n  query SystemStatus {\n    systemStatus {\n      version\n      node\n      startedAt\n      model {\n        engine\n        id\n        version\n      }\n      checks {\n        name\n        ok\n        milliseconds\n        problem\n      }\n      queues {\n        name\n        workers\n        outstanding\n        oldestSeconds\n        jobs {\n          waiting\n          active\n          delayed\n          failed\n        }\n      }\n      outbox {\n        unsent\n        oldestUnsentSeconds\n      }\n      sandbox\n      grafanaUrl\n    }\n  }\n": types.SystemStatusDocument,
    "\n  fragment UserFields on User {\n    id\n    displayName\n    email\n    roles\n    createdAt\n    disabledAt\n  }\n": types.UserFieldsFragmentDoc,
    "\n  query Users($after: ID) {\n    users(first: 50, after: $after) {\n      nodes {\n        ...UserFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.UsersDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on UserCreated {\n        user {\n          ...UserFields\n        }\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation SetUserRoles($input: SetUserRolesInput!) {\n    setUserRoles(input: $input) {\n      ...UserFields\n    }\n  }\n": types.SetUserRolesDocument,
    "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...UserFields\n    }\n  }\n": types.SetUserDisabledDocument,
    "\n  mutation ResetPasskeys($userId: ID!) {\n    resetPasskeys(userId: $userId) {\n      __typename\n      ... on PasskeysRemoved {\n        passkeys\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n": types.ResetPasskeysDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on PasswordChanged {\n        sessionsEnded\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ... on PasswordChanged {\n        sessionsEnded\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPasskeys {\n    myPasskeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n"): (typeof documents)["\n  query MyPasskeys {\n    myPasskeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyRegistration($input: PasskeyRegistrationInput!) {\n    beginPasskeyRegistration(input: $input) {\n      __typename\n      ... on PasskeyRegistration {\n        challengeId\n        options\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n      ... on TooManyPasskeys {\n        limit\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskeyRegistration($input: PasskeyRegistrationInput!) {\n    beginPasskeyRegistration(input: $input) {\n      __typename\n      ... on PasskeyRegistration {\n        challengeId\n        options\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n      ... on SignInThrottled {\n        retryAfterSeconds\n      }\n      ... on TooManyPasskeys {\n        limit\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      __typename\n      ... on PasskeyRegistered {\n        passkey {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      __typename\n      ... on PasskeyRegistered {\n        passkey {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) {\n      __typename\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) {\n      __typename\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions($after: ID) {\n    mySessions(first: 20, after: $after) {\n      nodes {\n        id\n        client\n        createdAt\n        lastUsedAt\n        current\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MySessions($after: ID) {\n    mySessions(first: 20, after: $after) {\n      nodes {\n        id\n        client\n        createdAt\n        lastUsedAt\n        current\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      sessions\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      sessions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      sessions\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      sessions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEvents($after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {\n    auditEvents(\n      first: 50\n      after: $after\n      action: $action\n      actorId: $actorId\n      subjectId: $subjectId\n      from: $from\n      to: $to\n    ) {\n      nodes {\n        id: sequence\n        at\n        action\n        actor\n        subjectKind\n        subjectId\n        outcome\n        correlationId\n        hash\n        details {\n          name\n          values\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditEvents($after: ID, $action: AuditAction, $actorId: ID, $subjectId: ID, $from: DateTime, $to: DateTime) {\n    auditEvents(\n      first: 50\n      after: $after\n      action: $action\n      actorId: $actorId\n      subjectId: $subjectId\n      from: $from\n      to: $to\n    ) {\n      nodes {\n        id: sequence\n        at\n        action\n        actor\n        subjectKind\n        subjectId\n        outcome\n        correlationId\n        hash\n        details {\n          name\n          values\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditChain {\n    auditHead {\n      sequence\n      hash\n      at\n    }\n    auditVerification {\n      whole\n      checked\n      brokenAt\n    }\n  }\n"): (typeof documents)["\n  query AuditChain {\n    auditHead {\n      sequence\n      hash\n      at\n    }\n    auditVerification {\n      whole\n      checked\n      brokenAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditActors {\n    users(first: 100) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    devices(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditActors {\n    users(first: 100) {\n      nodes {\n        id\n        displayName\n      }\n    }\n    devices(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckpointFields on Checkpoint {\n    id\n    name\n    factors\n    liveness\n    targetFmr\n    closedAt\n    createdAt\n  }\n"): (typeof documents)["\n  fragment CheckpointFields on Checkpoint {\n    id\n    name\n    factors\n    liveness\n    targetFmr\n    closedAt\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Checkpoints($after: ID) {\n    checkpoints(first: 50, after: $after) {\n      nodes {\n        ...CheckpointFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Checkpoints($after: ID) {\n    checkpoints(first: 50, after: $after) {\n      nodes {\n        ...CheckpointFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCheckpoint($input: CreateCheckpointInput!) {\n    createCheckpoint(input: $input) {\n      __typename\n      ... on CheckpointCreated {\n        checkpoint {\n          ...CheckpointFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCheckpoint($input: CreateCheckpointInput!) {\n    createCheckpoint(input: $input) {\n      __typename\n      ... on CheckpointCreated {\n        checkpoint {\n          ...CheckpointFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeCheckpoint($id: ID!, $factors: CheckpointFactors!, $liveness: CheckpointLiveness!) {\n    setCheckpointFactors(id: $id, factors: $factors) {\n      id\n    }\n    setCheckpointLiveness(id: $id, liveness: $liveness) {\n      ...CheckpointFields\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeCheckpoint($id: ID!, $factors: CheckpointFactors!, $liveness: CheckpointLiveness!) {\n    setCheckpointFactors(id: $id, factors: $factors) {\n      id\n    }\n    setCheckpointLiveness(id: $id, liveness: $liveness) {\n      ...CheckpointFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCheckpointOpen($id: ID!, $open: Boolean!) {\n    setCheckpointOpen(id: $id, open: $open) {\n      ...CheckpointFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetCheckpointOpen($id: ID!, $open: Boolean!) {\n    setCheckpointOpen(id: $id, open: $open) {\n      ...CheckpointFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeviceFields on Device {\n    id\n    checkpointId\n    name\n    client\n    pairedAt\n    lastSeenAt\n    revokedAt\n    revokedReason\n  }\n"): (typeof documents)["\n  fragment DeviceFields on Device {\n    id\n    checkpointId\n    name\n    client\n    pairedAt\n    lastSeenAt\n    revokedAt\n    revokedReason\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Devices($after: ID, $checkpointId: ID) {\n    devices(first: 50, after: $after, checkpointId: $checkpointId) {\n      nodes {\n        ...DeviceFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Devices($after: ID, $checkpointId: ID) {\n    devices(first: 50, after: $after, checkpointId: $checkpointId) {\n      nodes {\n        ...DeviceFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Device($id: ID!) {\n    device(id: $id) {\n      ...DeviceFields\n    }\n  }\n"): (typeof documents)["\n  query Device($id: ID!) {\n    device(id: $id) {\n      ...DeviceFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDevicePairing($input: CreateDevicePairingInput!) {\n    createDevicePairing(input: $input) {\n      deviceId\n      code\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDevicePairing($input: CreateDevicePairingInput!) {\n    createDevicePairing(input: $input) {\n      deviceId\n      code\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameDevice($input: RenameDeviceInput!) {\n    renameDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n"): (typeof documents)["\n  mutation RenameDevice($input: RenameDeviceInput!) {\n    renameDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeDevice($input: RevokeDeviceInput!) {\n    revokeDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeDevice($input: RevokeDeviceInput!) {\n    revokeDevice(input: $input) {\n      ...DeviceFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Faults {\n    faultsOverview {\n      enabled\n      faults {\n        point\n        kind\n        rate\n        milliseconds\n        until\n      }\n    }\n  }\n"): (typeof documents)["\n  query Faults {\n    faultsOverview {\n      enabled\n      faults {\n        point\n        kind\n        rate\n        milliseconds\n        until\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InjectFault($input: InjectFaultInput!) {\n    injectFault(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation InjectFault($input: InjectFaultInput!) {\n    injectFault(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndFaults {\n    endFaults {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation EndFaults {\n    endFaults {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeedAttempt on ValidationAttempt {\n    id\n    checkpointId\n    createdAt\n    finishedAt\n    method\n    reason\n    state\n  }\n"): (typeof documents)["\n  fragment FeedAttempt on ValidationAttempt {\n    id\n    checkpointId\n    createdAt\n    finishedAt\n    method\n    reason\n    state\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Validations($after: ID, $checkpointId: ID, $state: ValidationState) {\n    validations(first: 50, after: $after, checkpointId: $checkpointId, state: $state) {\n      nodes {\n        ...FeedAttempt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Validations($after: ID, $checkpointId: ID, $state: ValidationState) {\n    validations(first: 50, after: $after, checkpointId: $checkpointId, state: $state) {\n      nodes {\n        ...FeedAttempt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ValidationsChanged($checkpointId: ID) {\n    validationsChanged(checkpointId: $checkpointId) {\n      attempts {\n        ...FeedAttempt\n      }\n      reload\n    }\n  }\n"): (typeof documents)["\n  subscription ValidationsChanged($checkpointId: ID) {\n    validationsChanged(checkpointId: $checkpointId) {\n      attempts {\n        ...FeedAttempt\n      }\n      reload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Validation($id: ID!) {\n    validation(id: $id) {\n      ...FeedAttempt\n      correlationId\n      result {\n        __typename\n        ... on ValidationAccepted {\n          person {\n            displayName\n            externalId\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Validation($id: ID!) {\n    validation(id: $id) {\n      ...FeedAttempt\n      correlationId\n      result {\n        __typename\n        ... on ValidationAccepted {\n          person {\n            displayName\n            externalId\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmValidation($input: ConfirmValidationInput!) {\n    confirmValidation(input: $input) {\n      __typename\n      ... on ValidationConfirmed {\n        attempt {\n          id\n        }\n      }\n      ... on ConfirmationRefused {\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmValidation($input: ConfirmValidationInput!) {\n    confirmValidation(input: $input) {\n      __typename\n      ... on ValidationConfirmed {\n        attempt {\n          id\n        }\n      }\n      ... on ConfirmationRefused {\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShownLine on LogLine {\n    id\n    at\n    level\n    service\n    instance\n    version\n    context\n    message\n    correlationId\n    operations\n    details {\n      name\n      value\n    }\n  }\n"): (typeof documents)["\n  fragment ShownLine on LogLine {\n    id\n    at\n    level\n    service\n    instance\n    version\n    context\n    message\n    correlationId\n    operations\n    details {\n      name\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Logs($after: ID, $filter: LogFilter) {\n    logs(first: 50, after: $after, filter: $filter) {\n      nodes {\n        ...ShownLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Logs($after: ID, $filter: LogFilter) {\n    logs(first: 50, after: $after, filter: $filter) {\n      nodes {\n        ...ShownLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LogTail($filter: LogFilter) {\n    logTail(filter: $filter) {\n      lines {\n        ...ShownLine\n      }\n      reload\n    }\n  }\n"): (typeof documents)["\n  subscription LogTail($filter: LogFilter) {\n    logTail(filter: $filter) {\n      lines {\n        ...ShownLine\n      }\n      reload\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheckpointNames {\n    checkpoints(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query CheckpointNames {\n    checkpoints(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSecondFactor($input: PasskeyAnswerInput!) {\n    confirmSecondFactor(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmSecondFactor($input: PasskeyAnswerInput!) {\n    confirmSecondFactor(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Retention($language: Language!) {\n    retention(language: $language) {\n      rule\n      what\n      days\n      setting\n      overdue\n      lastRun {\n        startedAt\n        finishedAt\n        affected\n      }\n    }\n  }\n"): (typeof documents)["\n  query Retention($language: Language!) {\n    retention(language: $language) {\n      rule\n      what\n      days\n      setting\n      overdue\n      lastRun {\n        startedAt\n        finishedAt\n        affected\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ErasureReceipts($after: ID) {\n    erasureReceipts(first: 20, after: $after) {\n      nodes {\n        id\n        personId\n        erasedAt\n        reason\n        token\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ErasureReceipts($after: ID) {\n    erasureReceipts(first: 20, after: $after) {\n      nodes {\n        id\n        personId\n        erasedAt\n        reason\n        token\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FunnelCounts on ValidationFunnel {\n    opened\n    admitted\n    captured\n    decided\n    accepted\n    attested\n  }\n"): (typeof documents)["\n  fragment FunnelCounts on ValidationFunnel {\n    opened\n    admitted\n    captured\n    decided\n    accepted\n    attested\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Statistics(\n    $from: DateTime!\n    $to: DateTime!\n    $bucket: StatisticsBucket!\n    $timeZone: String!\n    $checkpointId: ID\n  ) {\n    validationStatistics(from: $from, to: $to, bucket: $bucket, timeZone: $timeZone, checkpointId: $checkpointId) {\n      bucket\n      funnel {\n        ...FunnelCounts\n      }\n      reasons {\n        state\n        reason\n        count\n      }\n      stretches {\n        start\n        funnel {\n          ...FunnelCounts\n        }\n        reasons {\n          state\n          reason\n          count\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Statistics(\n    $from: DateTime!\n    $to: DateTime!\n    $bucket: StatisticsBucket!\n    $timeZone: String!\n    $checkpointId: ID\n  ) {\n    validationStatistics(from: $from, to: $to, bucket: $bucket, timeZone: $timeZone, checkpointId: $checkpointId) {\n      bucket\n      funnel {\n        ...FunnelCounts\n      }\n      reasons {\n        state\n        reason\n        count\n      }\n      stretches {\n        start\n        funnel {\n          ...FunnelCounts\n        }\n        reasons {\n          state\n          reason\n          count\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SystemStatus {\n    systemStatus {\n      version\n      node\n      startedAt\n      model {\n        engine\n        id\n        version\n      }\n      checks {\n        name\n        ok\n        milliseconds\n        problem\n      }\n      queues {\n        name\n        workers\n        outstanding\n        oldestSeconds\n        jobs {\n          waiting\n          active\n          delayed\n          failed\n        }\n      }\n      outbox {\n        unsent\n        oldestUnsentSeconds\n      }\n      sandbox\n      grafanaUrl\n    }\n  }\n"): (typeof documents)["\n  query SystemStatus {\n    systemStatus {\n      version\n      node\n      startedAt\n      model {\n        engine\n        id\n        version\n      }\n      checks {\n        name\n        ok\n        milliseconds\n        problem\n      }\n      queues {\n        name\n        workers\n        outstanding\n        oldestSeconds\n        jobs {\n          waiting\n          active\n          delayed\n          failed\n        }\n      }\n      outbox {\n        unsent\n        oldestUnsentSeconds\n      }\n      sandbox\n      grafanaUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserFields on User {\n    id\n    displayName\n    email\n    roles\n    createdAt\n    disabledAt\n  }\n"): (typeof documents)["\n  fragment UserFields on User {\n    id\n    displayName\n    email\n    roles\n    createdAt\n    disabledAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($after: ID) {\n    users(first: 50, after: $after) {\n      nodes {\n        ...UserFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Users($after: ID) {\n    users(first: 50, after: $after) {\n      nodes {\n        ...UserFields\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on UserCreated {\n        user {\n          ...UserFields\n        }\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on UserCreated {\n        user {\n          ...UserFields\n        }\n      }\n      ... on PasswordTooWeak {\n        reasons\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserRoles($input: SetUserRolesInput!) {\n    setUserRoles(input: $input) {\n      ...UserFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserRoles($input: SetUserRolesInput!) {\n    setUserRoles(input: $input) {\n      ...UserFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...UserFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      ...UserFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPasskeys($userId: ID!) {\n    resetPasskeys(userId: $userId) {\n      __typename\n      ... on PasskeysRemoved {\n        passkeys\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPasskeys($userId: ID!) {\n    resetPasskeys(userId: $userId) {\n      __typename\n      ... on PasskeysRemoved {\n        passkeys\n      }\n      ... on SecondFactorRequired {\n        challengeId\n        options\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;