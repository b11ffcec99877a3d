import { type Dashboard, orZero, perSecond } from './panel.js';

const audited = (selector: string, by: string): string =>
  orZero(perSecond(`presente_audit_events_total${selector}`, by));

export const security: Dashboard = {
  uid: 'presente-security',
  title: 'Security',
  about: 'Who knocks: forged and replayed codes, wrong passwords, refusals and limits.',
  rows: [
    {
      title: 'At the doors',
      panels: [
        {
          title: 'Replayed and forged codes',
          about: 'A pass that was shown before, a code that is none, or of another school.',
          unit: 'ops',
          queries: [
            {
              expr: orZero(
                perSecond(
                  'presente_validations_total{reason=~"PASS_REPLAYED|CREDENTIAL_INVALID|CREDENTIAL_FOREIGN"}',
                  'reason',
                ),
              ),
              legend: '{{reason}}',
            },
          ],
        },
        {
          title: 'Locked and throttled',
          about: 'Persons whose face failed too often.',
          unit: 'ops',
          queries: [
            {
              expr: orZero(
                perSecond('presente_validations_total{reason=~"LOCKED|TOO_MANY_FAILURES|PIN_LOCKED"}', 'reason'),
              ),
              legend: '{{reason}}',
            },
          ],
        },
        {
          title: 'Overrides',
          about: 'People let in by an operator’s word. Each is in the audit with its reason.',
          unit: 'ops',
          queries: [
            {
              expr: audited('{action=~"VALIDATION_ATTESTED|VALIDATION_CONFIRMED|REVIEW_DECIDED"}', 'action'),
              legend: '{{action}}',
            },
          ],
        },
      ],
    },
    {
      title: 'At the desk',
      panels: [
        {
          title: 'Sign-ins',
          about: 'REFUSED: wrong passwords; many in a short time are somebody who guesses.',
          unit: 'ops',
          queries: [{ expr: audited('{action="SIGN_IN"}', 'outcome'), legend: '{{outcome}}' }],
        },
        {
          title: 'Refusals and stolen tokens',
          about: 'A refresh token that is used twice was copied: its session has been ended.',
          unit: 'ops',
          queries: [
            {
              expr: audited('{action=~"PERMISSION_REFUSED|REFRESH_TOKEN_REUSED|DEVICE_SIGN_IN"}', 'action'),
              legend: '{{action}}',
            },
          ],
        },
        {
          title: 'Limits of the API',
          about: 'Requests refused before anything of them ran.',
          unit: 'ops',
          queries: [{ expr: orZero(perSecond('presente_graphql_refused_total', 'code')), legend: '{{code}}' }],
        },
      ],
    },
    {
      title: 'Audit',
      panels: [
        {
          title: 'Chain whole',
          about: '0: stop, and read the runbook of the audit.',
          unit: 'bool',
          bad: 1,
          worseBelow: true,
          width: 12,
          queries: [{ expr: 'min(presente_audit_chain_whole)', legend: 'whole' }],
        },
        {
          title: 'Events',
          about: 'What is recorded, by action.',
          unit: 'ops',
          width: 12,
          queries: [{ expr: audited('', 'action'), legend: '{{action}}' }],
        },
      ],
    },
  ],
};

export const privacy: Dashboard = {
  uid: 'presente-privacy',
  title: 'Privacy',
  about: 'Promises to those whose data this is. All numbers of the first row are 0, or something is wrong.',
  rows: [
    {
      title: 'Must be 0',
      panels: [
        {
          title: 'Templates without consent',
          about: 'The database refuses them.',
          unit: 'short',
          kind: 'number',
          bad: 1,
          width: 8,
          queries: [{ expr: 'max(presente_templates_without_consent)', legend: 'templates' }],
        },
        {
          title: 'Erasures that are not whole',
          about: 'Erased persons of whom something is left.',
          unit: 'short',
          kind: 'number',
          bad: 1,
          width: 8,
          queries: [{ expr: 'max(presente_erasures_incomplete)', legend: 'persons' }],
        },
        {
          title: 'Kept too long',
          about: 'Rows a day past their time.',
          unit: 'short',
          kind: 'number',
          bad: 1,
          width: 8,
          queries: [{ expr: 'sum(max by (rule) (presente_retention_overdue_rows))', legend: 'rows' }],
        },
      ],
    },
    {
      title: 'What happens',
      panels: [
        {
          title: 'Consents',
          about: 'Given and withdrawn.',
          unit: 'ops',
          queries: [{ expr: audited('{action=~"CONSENT_.*"}', 'action'), legend: '{{action}}' }],
        },
        {
          title: 'Erasures and exports',
          about: 'Rights that were used.',
          unit: 'ops',
          queries: [{ expr: audited('{action=~"PERSON_ERASED|PERSON_EXPORTED"}', 'action'), legend: '{{action}}' }],
        },
        {
          title: 'Kept too long, by rule',
          about: 'The sweep runs in the worker.',
          unit: 'short',
          bad: 1,
          queries: [{ expr: 'max by (rule) (presente_retention_overdue_rows)', legend: '{{rule}}' }],
        },
      ],
    },
  ],
};
