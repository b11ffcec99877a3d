import { environmentSchema, EnvironmentError, type Environment, readEnvironment } from '../../../src/config/env.js';
import { failure, type Finding, ok } from '../finding.js';

export type SettingName = keyof Environment;

/** @param settings what the API and the worker would get; what only the first start makes may be missing */
export function checkSettings(settings: Readonly<Record<string, string>>): Finding[] {
  try {
    readEnvironment(settings);
    return [ok('every setting is valid')];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems.map((problem) =>
      failure(problem, 'Correct it in .env or in the environment; .env.example tells what each is.'),
    );
  }
}

/** A setting as the API and the worker would see it, or its default where what is set is wrong. */
export function settingOrDefault<Name extends SettingName>(
  settings: Readonly<Record<string, string>>,
  name: Name,
): Environment[Name] {
  const schema = environmentSchema.shape[name];
  const set = schema.safeParse(settings[name]);
  return (set.success ? set.data : schema.parse(undefined)) as Environment[Name];
}
