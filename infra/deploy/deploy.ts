import { type RegisterTaskDefinitionCommandInput, type Service, type TaskDefinition } from '@aws-sdk/client-ecs';
import { COLLECTOR, names } from '../lib/names.ts';
import { type Settings } from '../lib/settings.ts';
import { type Cloud } from './cloud.ts';
import { type Run } from './engine.ts';
import { DeploymentError, needed } from './needed.ts';

export interface Deployment {
  readonly settings: Settings;
  /** Of the image: a commit. */
  readonly tag: string;
  readonly cloud: Cloud;
  readonly run: Run;
  readonly say: (line: string) => void;
  /** Between two questions whether it is done. */
  readonly pause: () => Promise<void>;
  /** Questions, before it is given up. */
  readonly patience: number;
}

/** What ran, to go back to. */
interface Before {
  readonly name: 'worker' | 'api';
  readonly taskDefinition: string;
}

/** Workers first: they must know the jobs that a new API makes. Old ones know new rows, since migrations only add. */
const ORDER = ['worker', 'api'] as const;

/**
 * Build, push, migrate, roll, wait, and go back when it does not come up. A migration that fails leaves all as it was; the image
 * is noted only when it runs.
 * @throws DeploymentError that says what runs now
 */
export async function deploy(deployment: Deployment): Promise<void> {
  const { cloud, settings, say } = deployment;
  const image = await push(deployment);
  await migrate(deployment, image);
  const before: Before[] = [];
  try {
    for (const name of ORDER) {
      const { revision, ...ran } = await roll(deployment, name, image);
      before.push(ran);
      await untilItRuns(deployment, name, revision);
    }
  } catch (error) {
    await goBack(deployment, before, error);
    throw error;
  }
  await cloud.setParameter(names(settings).imageParameter, digestIn(image));
  say(`${image} runs.`);
}

const digestIn = (image: string): string => image.slice(image.indexOf('@') + 1);

/** Builds what is not there yet: who names an older tag goes back to it. @returns the image by its digest */
async function push({ settings, tag, cloud, run, say }: Deployment): Promise<string> {
  const { repository, collectorRepository } = names(settings);
  const { host, password } = await cloud.registry();
  run('docker', ['login', '--username', 'AWS', '--password-stdin', host], password);
  const name = `${host}/${repository}`;
  const platform = settings.architecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
  if ((await cloud.digestOf(repository, tag)) === undefined) {
    say(`Building ${name}:${tag} for ${platform} …`);
    run('docker', ['build', '--platform', platform, '--file', 'docker/Dockerfile', '--tag', `${name}:${tag}`, '.']);
    run('docker', ['push', `${name}:${tag}`]);
  }
  const digest = needed(await cloud.digestOf(repository, tag), `the image ${repository}:${tag}`);
  if (settings.prometheus && (await cloud.digestOf(collectorRepository, COLLECTOR.tag)) === undefined)
    copyCollector(run, platform, `${host}/${collectorRepository}`);
  return `${name}@${digest}`;
}

/** Tasks without a way out can't fetch it where it is. */
function copyCollector(run: Run, platform: string, repository: string): void {
  const [from, to] = [`${COLLECTOR.image}:${COLLECTOR.tag}`, `${repository}:${COLLECTOR.tag}`];
  run('docker', ['pull', '--platform', platform, from]);
  run('docker', ['tag', from, to]);
  run('docker', ['push', to]);
}

/** As a task of its own that ends; nothing else was touched when it fails. */
async function migrate({ settings, cloud, say, pause, patience }: Deployment, image: string): Promise<void> {
  const { cluster, migrate: family, migrationNetwork } = names(settings);
  const networkConfiguration = JSON.parse(await cloud.parameter(migrationNetwork)) as object;
  const taskDefinition = await cloud.register(withImage(await cloud.taskDefinition(family), image));
  say('Migrating …');
  const arn = await cloud.run({ cluster, taskDefinition, launchType: 'FARGATE', count: 1, networkConfiguration });
  for (let question = 0; question < patience; question++) {
    const { lastStatus, containers, stoppedReason } = await cloud.task(cluster, arn);
    if (lastStatus === 'STOPPED') {
      const exitCode = containers?.[0]?.exitCode;
      if (exitCode === 0) return;
      const why = exitCode === undefined ? (stoppedReason ?? 'it did not start') : `it ended with ${exitCode}`;
      throw new DeploymentError(`The migration failed: ${why}. Its log says why; what ran before runs on.`);
    }
    await pause();
  }
  throw new DeploymentError(
    'The migration has not ended. It may yet; what ran before runs on. Look before you try again.',
  );
}

async function roll(
  { settings, cloud, say }: Deployment,
  name: Before['name'],
  image: string,
): Promise<Before & { readonly revision: string }> {
  const { cluster, [name]: service } = names(settings);
  const { taskDefinition } = await cloud.service(cluster, service);
  const runs = needed(taskDefinition, `what ${name} runs`);
  const revision = await cloud.register(withImage(await cloud.taskDefinition(runs), image));
  say(`Rolling ${name} …`);
  await cloud.update(cluster, service, revision);
  return { name, taskDefinition: runs, revision };
}

/** What ECS says of the deployment that was begun last. */
function rollout({ deployments }: Service): { readonly state: string; readonly reason: string } {
  const primary = (deployments ?? []).find(({ status }) => status === 'PRIMARY');
  return { state: primary?.rolloutState ?? 'IN_PROGRESS', reason: primary?.rolloutStateReason ?? '' };
}

async function untilItRuns(
  { settings, cloud, pause, patience }: Deployment,
  name: Before['name'],
  revision: string,
): Promise<void> {
  const { cluster, [name]: service } = names(settings);
  for (let question = 0; question < patience; question++) {
    const now = await cloud.service(cluster, service);
    const { state, reason } = rollout(now);
    // The circuit breaker of ECS goes back by a deployment of its own, which may be complete when we ask.
    if (state === 'FAILED' || now.taskDefinition !== revision)
      throw new DeploymentError(
        `The new ${name} did not come up: ${reason || 'ECS went back'}. What ran before is put back.`,
      );
    if (state === 'COMPLETED') return;
    await pause();
  }
  throw new DeploymentError(`The new ${name} is not ready in time. What ran before is put back.`);
}

/** Last first. Who went back by itself is put there once more, which changes nothing. */
async function goBack({ settings, cloud, say }: Deployment, before: readonly Before[], why: unknown): Promise<void> {
  const { cluster, ...services } = names(settings);
  for (const { name, taskDefinition } of before.toReversed()) {
    say(`Putting ${name} back to ${taskDefinition} …`);
    await cloud.update(cluster, services[name], taskDefinition).catch((cause: unknown) => {
      const first = why instanceof Error ? why.message : String(why);
      throw new DeploymentError(`${first}\nBut ${name} could not be put back to ${taskDefinition}: do it by hand.`, {
        cause,
      });
    });
  }
}

/** The next revision of a task: the same, but for the image of Presente itself. */
function withImage(definition: TaskDefinition, image: string): RegisterTaskDefinitionCommandInput {
  const { family, taskRoleArn, executionRoleArn, networkMode, cpu, memory, volumes, runtimePlatform } = definition;
  const repository = image.slice(0, image.indexOf('@'));
  const containerDefinitions = (definition.containerDefinitions ?? []).map((container) =>
    container.name === 'collector' ? container : { ...container, image: `${repository}@${digestIn(image)}` },
  );
  const { placementConstraints, requiresCompatibilities, ephemeralStorage } = definition;
  return {
    ...{
      family: needed(family, 'the family of a task definition'),
      taskRoleArn,
      executionRoleArn,
      networkMode,
      cpu,
      memory,
    },
    ...{ volumes, runtimePlatform, placementConstraints, requiresCompatibilities, ephemeralStorage },
    containerDefinitions,
  };
}
