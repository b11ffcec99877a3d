import { type StageTemplates } from './templates.ts';

/** Long texts that are made from files of this repository, each with tests of its own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'AWS::APS::RuleGroupsNamespace': 'Data',
  'AWS::CloudWatch::Dashboard': 'DashboardBody',
};

/** All resources of a stage, so that a review sees what a change really changes. */
export function snapshotOf({ resources }: StageTemplates): string {
  const shown = resources.map(({ stack, id, type, properties }) => {
    const left = ELSEWHERE[type];
    const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => name !== left && name !== 'Tags'));
    return { resource: `${stack}.${id}`, type, ...kept };
  });
  return `${JSON.stringify(shown, undefined, 1)}\n`;
}
