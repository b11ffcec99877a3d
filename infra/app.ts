import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { Presente } from './lib/presente.ts';
import { settingsOf } from './lib/settings.ts';

/** `cdk synth`, `cdk diff`, `cdk deploy`: both stages, or with `--context stage=dev` one of them. */
const app = new App();
const chosen: unknown = app.node.tryGetContext('stage');
for (const stage of typeof chosen === 'string' ? [chosen] : ['dev', 'prod'])
  new Presente(app, settingsOf(stage, (name): unknown => app.node.tryGetContext(name)));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
app.synth();
