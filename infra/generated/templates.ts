import { rmSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { type CloudAssembly } from 'aws-cdk-lib/cx-api';
import { addStage, newApp } from '../lib/presente.ts';
import { type Stage } from '../lib/settings.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Resource {
  /** The stack's name without the stage. */
  readonly stack: string;
  /** Logical, without what CDK puts behind it. */
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
}

/** Of a template, as CloudFormation takes it. */
interface Body {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Json; readonly DeletionPolicy?: string }>
  >;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

/** `KeyEncryptionKeyA1B2C3D4` → `KeyEncryptionKey`: hashes change with the tree, names do not. */
const plain = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '').replace(/Resource$/, '');

/** What CloudFormation would get of one stage, with the references between its stacks followed. */
export class StageTemplates {
  readonly resources: readonly Resource[];
  readonly bodies: ReadonlyMap<string, Body>;
  private readonly exports = new Map<string, string>();

  constructor(stage: Stage, assembly: CloudAssembly) {
    this.bodies = new Map(
      assembly.stacks.map((artifact) => [
        artifact.stackName.replace(`presente-${stage}-`, ''),
        artifact.template as Body,
      ]),
    );
    this.resources = [...this.bodies].flatMap(([stack, { Resources = {} }]) =>
      Object.entries(Resources).map(([id, { Type, Properties = {} }]) => ({
        stack,
        id: plain(id),
        type: Type,
        properties: Properties,
      })),
    );
    for (const [stack, { Outputs = {} }] of this.bodies) {
      for (const { Value, Export } of Object.values(Outputs))
        if (typeof Export?.Name === 'string') this.exports.set(Export.Name, this.name(Value, stack));
    }
  }

  of(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** For assertions of aws-cdk-lib. */
  template(stack: string): Template {
    const body = this.bodies.get(stack);
    if (body === undefined) throw new Error(`There is no stack called ${stack}.`);
    return Template.fromJSON(body);
  }

  /** A value as people read it: `data.Database` for whatever points there, from any stack. */
  name(value: unknown, stack: string): string {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return String(value);
    const [kind, argument] = Object.entries(value as Json)[0] ?? ['', undefined];
    return this.reference(kind, argument, stack);
  }

  private reference(kind: string, argument: unknown, stack: string): string {
    switch (kind) {
      case 'Ref':
        return typeof argument === 'string' && argument.startsWith('AWS::')
          ? argument
          : `${stack}.${plain(String(argument))}`;
      case 'Fn::GetAtt':
        return `${stack}.${plain(String((argument as unknown[])[0]))}`;
      case 'Fn::ImportValue':
        return this.exports.get(String(argument)) ?? String(argument);
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => this.name(part, stack)).join(separator);
      }
      default:
        return JSON.stringify({ [kind]: argument });
    }
  }
}

/** Both stages, synthesised as the command does it, but for cdk-nag. */
export function synthesise(context: Readonly<Record<string, string>> = {}): Record<Stage, StageTemplates> {
  const app = newApp(context);
  for (const stage of ['dev', 'prod']) addStage(app, stage);
  const assembly = app.synth();
  const of = (stage: Stage) => new StageTemplates(stage, assembly.getNestedAssembly(`assembly-presente-${stage}`));
  const stages = { dev: of('dev'), prod: of('prod') };
  rmSync(app.outdir, { recursive: true });
  return stages;
}

let asTheyAre: Record<Stage, StageTemplates> | undefined;

/** As they are without a context, made once. */
export const bothStages = (): Record<Stage, StageTemplates> => (asTheyAre ??= synthesise());
