import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Counter, Histogram, Registry } from 'prom-client';
import { figuresOf } from './figures.js';
import { quantile, samplesOf, sum } from './samples.js';

describe('samples of /metrics', () => {
  it('are what prom-client wrote', async () => {
    const registers = [new Registry()];
    const counter = new Counter({ name: 'presente_validations_total', help: 'h', labelNames: ['outcome'], registers });
    counter.inc({ outcome: 'ACCEPTED' }, 3);
    counter.inc({ outcome: 'a "quoted", {odd} one' });
    const histogram = new Histogram({ name: 'wait', help: 'h', buckets: [0.1, 0.4, 3], registers });
    for (const value of [0.05, 0.2, 0.3, 5]) histogram.observe(value);
    const samples = samplesOf(await registers[0]!.metrics());
    assert.equal(sum(samples, 'presente_validations_total'), 4);
    assert.equal(sum(samples, 'presente_validations_total', { outcome: 'ACCEPTED' }), 3);
    assert.equal(quantile(samples, 0.25, 'wait'), 0.1);
    assert.equal(quantile(samples, 0.75, 'wait'), 0.4);
    assert.equal(quantile(samples, 0.99, 'wait'), undefined, 'beyond the last edge');
    assert.equal(quantile(samples, 0.5, 'nothing'), undefined);
    assert.equal(figuresOf(samples)[0]?.[1], '4, of them accepted 3');
  });
});
