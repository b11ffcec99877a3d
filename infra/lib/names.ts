import { type Settings } from './settings.ts';

/** Names that the deployment's commands use, too; everything else is named by CloudFormation. */
export const names = ({ stage }: Pick<Settings, 'stage'>) => ({
  cluster: `presente-${stage}`,
  api: 'api',
  worker: 'worker',
  migrate: `presente-${stage}-migrate`,
  repository: `presente-${stage}`,
  collectorRepository: `presente-${stage}-collector`,
  applicationKeys: `presente/${stage}/keys`,
  imageParameter: `/presente/${stage}/image`,
  migrationNetwork: `/presente/${stage}/migration-network`,
  metrics: `Presente/${stage}`,
  logs: (name: string) => `/presente/${stage}/${name}`,
});

/** AWS' distribution of the OpenTelemetry collector; the deployment puts it into a repository of ours. */
export const COLLECTOR = { image: 'public.ecr.aws/aws-observability/aws-otel-collector', tag: 'v0.43.3' } as const;
