import { type Json, type Resource, type StageTemplates } from './templates.ts';

/** A rule of a security group, as the template has it. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly protocol: string;
  /** At which end it is allowed. */
  readonly at: 'out of' | 'into';
  readonly why: string;
}

const GROUP = 'AWS::EC2::SecurityGroup';

/** CDK says with this rule that there is none. */
const NOTHING = '255.255.255.255/32';

/** All rules of all security groups, those inside of a group and those beside it. */
export function drawnArrows(templates: StageTemplates): DrawnArrow[] {
  const inside = templates.of(GROUP).flatMap((group) => {
    const self = partyOf(`${group.stack}.${group.id}`);
    const rules = (name: string) => (group.properties[name] ?? []) as Json[];
    return [
      ...rules('SecurityGroupIngress').map((rule) => into(self, rule, group, templates)),
      ...rules('SecurityGroupEgress').map((rule) => outOf(self, rule, group, templates)),
    ];
  });
  const selfOf = ({ properties, stack }: Resource) => partyOf(templates.name(properties['GroupId'], stack));
  const beside = [
    ...templates.of(`${GROUP}Ingress`).map((rule) => into(selfOf(rule), rule.properties, rule, templates)),
    ...templates.of(`${GROUP}Egress`).map((rule) => outOf(selfOf(rule), rule.properties, rule, templates)),
  ];
  return [...inside, ...beside].filter(({ from, to }) => from !== NOTHING && to !== NOTHING);
}

const partyOf = (name: string): string => name.replace(/^network\.Group/, '');

function into(to: string, rule: Json, { stack }: Resource, templates: StageTemplates): DrawnArrow {
  return { from: other(rule, 'SourceSecurityGroupId', stack, templates), to, at: 'into', ...portOf(rule) };
}

function outOf(from: string, rule: Json, { stack }: Resource, templates: StageTemplates): DrawnArrow {
  return { from, to: other(rule, 'DestinationSecurityGroupId', stack, templates), at: 'out of', ...portOf(rule) };
}

function other(rule: Json, group: string, stack: string, templates: StageTemplates): string {
  if (rule[group] !== undefined) return partyOf(templates.name(rule[group], stack));
  if (rule['DestinationPrefixListId'] !== undefined) return 's3';
  const address = String(rule['CidrIp'] ?? rule['CidrIpv6']);
  return address === '0.0.0.0/0' ? 'internet' : address;
}

function portOf(rule: Json): Pick<DrawnArrow, 'port' | 'protocol' | 'why'> {
  const { FromPort, ToPort, IpProtocol, Description } = rule;
  const port = FromPort === ToPort ? String(FromPort) : `${String(FromPort)}-${String(ToPort)}`;
  return { port, protocol: String(IpProtocol), why: typeof Description === 'string' ? Description : '' };
}
