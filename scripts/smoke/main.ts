import { parseArgs } from 'node:util';
import { run } from '../support/dispatch.js';
import { OperatorError } from '../support/operator-error.js';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { onStopSignals } from '../support/stop-signals.js';
import { Image } from './image.js';
import { prove } from './prove.js';

async function smoke(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { image: { type: 'string' }, storage: { type: 'string' } },
  });
  if (values.image === undefined || values.storage === undefined) {
    throw new OperatorError('docker/smoke.sh builds an image and calls this.');
  }
  const image = new Image(values.image, values.storage);
  await using started = new AsyncDisposableStack();
  onStopSignals(
    () => void started.disposeAsync().finally(() => process.exit(130)),
    () => process.exit(130),
  );
  const scratch = await makeScratch('smoke');
  started.defer(() => removeScratch(scratch));
  started.defer(() => image.clean());
  await prove(image, scratch, started);
}

await run({ usage: 'docker/smoke.sh', run: smoke }, process.argv.slice(2));
