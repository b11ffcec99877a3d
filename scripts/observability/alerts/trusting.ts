import { type Alert } from './alert.js';

const DOOR = 'presente_checkpoint_recent_validations';
const door = (outcome: string): string => `${DOOR}{checkpoint="c1",outcome="${outcome}"}`;
const MATCH = 'presente_validations_total{outcome="ACCEPTED",reason="MATCH"}';
const MISMATCH = 'presente_validations_total{outcome="REJECTED",reason="FACE_MISMATCH"}';
const mismatches = (window: string, back = ''): string =>
  `sum(increase(presente_validations_total{reason="FACE_MISMATCH"}[${window}]${back})) / (sum(increase(presente_validations_total{reason=~"MATCH|FACE_MISMATCH"}[${window}]${back})) > 0)`;

/** Something that people trust in is in doubt: the audit, the promises of privacy, the face match; or somebody attacks it. */
export const trustingAlerts: readonly Alert[] = [
  {
    name: 'PresenteAuditBroken',
    expr: 'min(presente_audit_chain_whole) == 0',
    lasting: '0m',
    severity: 'page',
    summary: 'The end of the audit does not fit together: an event was changed, removed or put in.',
    impact: 'What the audit says can’t be relied on until this is understood.',
    runbook: 'audit',
    dashboard: 'presente-security',
    scenarios: [
      { series: { presente_audit_chain_whole: '1x5 0x5 1x10' }, quiet: ['5m', '15m'], firing: ['8m'] },
      { series: { presente_audit_chain_whole: '1x20' }, quiet: ['15m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteTemplatesWithoutConsent',
    expr: 'max(presente_templates_without_consent) > 0',
    lasting: '0m',
    severity: 'page',
    summary: 'There are templates of persons without a consent.',
    impact: 'Biometric data is kept without a right to it.',
    runbook: 'privacy',
    dashboard: 'presente-privacy',
    scenarios: [
      { series: { presente_templates_without_consent: '0x5 1x5 0x10' }, quiet: ['5m', '15m'], firing: ['8m'] },
      { series: { presente_templates_without_consent: '0x20' }, quiet: ['15m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteErasureIncomplete',
    expr: 'max(presente_erasures_incomplete) > 0',
    lasting: '1m',
    severity: 'page',
    summary: 'Of an erased person something is left.',
    impact: 'Somebody was told that they are forgotten, and are not.',
    runbook: 'privacy',
    dashboard: 'presente-privacy',
    scenarios: [
      { series: { presente_erasures_incomplete: '0x5 1x5 0x10' }, quiet: ['5m', '15m'], firing: ['9m'] },
      { series: { presente_erasures_incomplete: '0x20' }, quiet: ['15m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteRetentionOverdue',
    expr: 'max by (rule) (presente_retention_overdue_rows) > 0',
    lasting: '15m',
    severity: 'ticket',
    summary: 'Rows are kept longer than their rule allows.',
    impact: 'Data is kept a day or more past its time.',
    runbook: 'privacy',
    dashboard: 'presente-privacy',
    labels: { rule: 'VALIDATIONS' },
    scenarios: [
      {
        series: { 'presente_retention_overdue_rows{rule="VALIDATIONS"}': '0x5 9x30 0x30' },
        quiet: ['15m', '50m'],
        firing: ['30m'],
      },
      { series: { 'presente_retention_overdue_rows{rule="VALIDATIONS"}': '0x40' }, quiet: ['30m'] },
      { series: {}, quiet: ['30m'] },
    ],
  },
  {
    name: 'PresenteModelsDiffer',
    expr: 'count(count by (model, version) (presente_model_info)) > 1',
    lasting: '15m',
    severity: 'ticket',
    summary: 'Workers compare with different models.',
    impact: 'Whom the worker of the other model gets is told to enrol again.',
    runbook: 'biometrics',
    dashboard: 'presente-biometric',
    scenarios: [
      {
        series: {
          'presente_model_info{model="a",version="1"}': '1x90',
          'presente_model_info{model="b",version="1"}': '_x5 1x30 stale _x40',
        },
        quiet: ['10m', '60m'],
        firing: ['30m'],
      },
      {
        series: {
          'presente_model_info{model="a",version="1",instance="x"}': '1x40',
          'presente_model_info{model="a",version="1",instance="y"}': '1x40',
        },
        quiet: ['30m'],
      },
      { series: {}, quiet: ['30m'] },
    ],
  },
  {
    name: 'PresenteFalseRejectsRise',
    expr: `(${mismatches('1h')}) > 2 * (${mismatches('1h', ' offset 1d')})\nand (${mismatches('1h')}) > 0.05\nand sum(increase(presente_validations_total{reason=~"MATCH|FACE_MISMATCH"}[1h])) >= 50`,
    lasting: '15m',
    severity: 'ticket',
    summary: 'Twice as many faces as a day ago do not match their credential.',
    impact: 'People are turned away from doors that are theirs; or codes are passed on.',
    runbook: 'biometrics',
    dashboard: 'presente-biometric',
    scenarios: [
      {
        series: { [MATCH]: '0+20x3200', [MISMATCH]: '0+0.4x1440 576+4x240 1536+0.4x1500' },
        quiet: ['24h', '45h'],
        firing: ['27h'],
      },
      { series: { [MATCH]: '0+20x1700', [MISMATCH]: '0+4x1700' }, quiet: ['27h'] },
      { series: {}, quiet: ['27h'] },
    ],
  },
  {
    name: 'PresentePicturesAtDoor',
    expr: `max by (checkpoint) (${DOOR}{outcome="picture"}) >= 5\nand max by (checkpoint) (${DOOR}{outcome="picture"}) / sum by (checkpoint) (max by (checkpoint, outcome) (${DOOR})) > 0.3`,
    lasting: '0m',
    severity: 'ticket',
    summary: 'A third of what one door sees looks like a picture.',
    impact: 'Somebody shows pictures there; or its light makes people look like one.',
    runbook: 'attacks',
    dashboard: 'presente-funnel',
    labels: { checkpoint: 'c1' },
    scenarios: [
      {
        series: { [door('picture')]: '0x5 6x5 0x10', [door('accepted')]: '10x30' },
        quiet: ['5m', '15m'],
        firing: ['8m'],
      },
      { series: { [door('picture')]: '6x20', [door('accepted')]: '100x20' }, quiet: ['15m'] },
      { series: { [door('picture')]: '4x20', [door('accepted')]: '1x20' }, quiet: ['15m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteDoorUnclear',
    expr: `max by (checkpoint) (${DOOR}{outcome="unclear"}) / (sum by (checkpoint) (max by (checkpoint, outcome) (${DOOR})) >= 10) > 0.5`,
    lasting: '10m',
    severity: 'ticket',
    summary: 'One door can’t tell half of the people.',
    impact: 'People try again and again there: light, lens or height.',
    runbook: 'biometrics',
    dashboard: 'presente-funnel',
    labels: { checkpoint: 'c1' },
    scenarios: [
      {
        series: { [door('unclear')]: '1x5 30x20 1x20', [door('accepted')]: '20x50' },
        quiet: ['10m', '40m'],
        firing: ['20m'],
      },
      { series: { [door('unclear')]: '10x30', [door('accepted')]: '10x30' }, quiet: ['20m'] },
      { series: { [door('unclear')]: '5x30', [door('accepted')]: '1x30' }, quiet: ['20m'] },
      { series: {}, quiet: ['20m'] },
    ],
  },
  {
    name: 'PresentePassesReplayed',
    expr: 'sum(increase(presente_validations_total{reason="PASS_REPLAYED"}[5m])) > 25',
    lasting: '0m',
    severity: 'page',
    summary: 'Passes are shown that were shown before, more than five a minute.',
    impact: 'None: they are refused. Somebody passes screenshots on.',
    runbook: 'attacks',
    dashboard: 'presente-security',
    scenarios: [
      {
        series: { 'presente_validations_total{outcome="REJECTED",reason="PASS_REPLAYED"}': '0x5 0+8x10 80x20' },
        quiet: ['5m', '30m'],
        firing: ['14m'],
      },
      {
        series: { 'presente_validations_total{outcome="REJECTED",reason="PASS_REPLAYED"}': '0+4x40' },
        quiet: ['30m'],
      },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteForgedCredentials',
    expr: 'sum(increase(presente_validations_total{reason=~"CREDENTIAL_INVALID|CREDENTIAL_FOREIGN"}[10m])) > 20',
    lasting: '0m',
    severity: 'ticket',
    summary: 'Twenty codes in ten minutes that we never signed.',
    impact: 'None: they are refused. A poster with another code near the camera looks the same.',
    runbook: 'attacks',
    dashboard: 'presente-security',
    scenarios: [
      {
        series: { 'presente_validations_total{outcome="REJECTED",reason="CREDENTIAL_INVALID"}': '0x5 0+4x15 60x30' },
        quiet: ['5m', '40m'],
        firing: ['18m'],
      },
      {
        series: { 'presente_validations_total{outcome="REJECTED",reason="CREDENTIAL_INVALID"}': '0+1x40' },
        quiet: ['30m'],
      },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteSignInsGuessed',
    expr: 'sum(increase(presente_audit_events_total{action="SIGN_IN",outcome="REFUSED"}[10m])) > 30',
    lasting: '0m',
    severity: 'ticket',
    summary: 'Thirty wrong passwords in ten minutes.',
    impact: 'None: each account makes a guesser wait longer and longer.',
    runbook: 'attacks',
    dashboard: 'presente-security',
    scenarios: [
      {
        series: { 'presente_audit_events_total{action="SIGN_IN",outcome="REFUSED"}': '0x5 0+6x15 90x30' },
        quiet: ['5m', '40m'],
        firing: ['18m'],
      },
      { series: { 'presente_audit_events_total{action="SIGN_IN",outcome="REFUSED"}': '0+2x40' }, quiet: ['30m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteTokenStolen',
    expr: 'sum(increase(presente_audit_events_total{action="REFRESH_TOKEN_REUSED"}[10m])) > 0',
    lasting: '0m',
    severity: 'page',
    summary: 'A refresh token was used twice: it was copied.',
    impact: 'None any more: its session has been ended.',
    runbook: 'attacks',
    dashboard: 'presente-security',
    scenarios: [
      {
        series: { 'presente_audit_events_total{action="REFRESH_TOKEN_REUSED",outcome="REFUSED"}': '0x5 1x40' },
        quiet: ['4m', '30m'],
        firing: ['8m'],
      },
      {
        series: { 'presente_audit_events_total{action="REFRESH_TOKEN_REUSED",outcome="REFUSED"}': '2x40' },
        quiet: ['20m'],
      },
      { series: {}, quiet: ['15m'] },
    ],
  },
  {
    name: 'PresenteLimitsHit',
    expr: 'sum(increase(presente_graphql_refused_total[10m])) > 100',
    lasting: '0m',
    severity: 'ticket',
    summary: 'A hundred requests in ten minutes that the API refuses to run.',
    impact: 'None; or a front end is older than the API.',
    runbook: 'attacks',
    dashboard: 'presente-api',
    scenarios: [
      {
        series: { 'presente_graphql_refused_total{code="TOO_DEEP"}': '0x5 0+20x15 300x30' },
        quiet: ['5m', '40m'],
        firing: ['18m'],
      },
      { series: { 'presente_graphql_refused_total{code="TOO_DEEP"}': '0+9x40' }, quiet: ['30m'] },
      { series: {}, quiet: ['15m'] },
    ],
  },
];
