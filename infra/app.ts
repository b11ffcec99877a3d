import { findingsIn, linesOf } from './lib/findings.ts';
import { addChecks, addStage, newApp } from './lib/presente.ts';

/** `cdk synth`, `cdk diff`, `cdk deploy`: both stages, or with `--context stage=dev` one of them. */
const app = newApp();
const chosen: unknown = app.node.tryGetContext('stage');
for (const stage of typeof chosen === 'string' ? [chosen] : ['dev', 'prod']) addStage(app, stage);
addChecks(app);
app.synth();
// Started by the command line, CDK writes down what was found and goes on.
const { open } = findingsIn(app.outdir);
if (open.length > 0) {
  process.stderr.write(`Found, and not acknowledged (lib/acknowledged.ts):\n${linesOf(open).join('\n')}\n`);
  process.exitCode = 1;
}
