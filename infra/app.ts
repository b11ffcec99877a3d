import { addChecks, addStage, newApp } from './lib/presente.ts';

/** `cdk synth`, `cdk diff`, `cdk deploy`: both stages, or with `--context stage=dev` one of them. */
const app = newApp();
const chosen: unknown = app.node.tryGetContext('stage');
for (const stage of typeof chosen === 'string' ? [chosen] : ['dev', 'prod']) addStage(app, stage);
addChecks(app);
app.synth();
