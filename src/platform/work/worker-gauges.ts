import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { FaceEngine } from '../face/face-engine.js';
import { JobRuntime } from '../queue/job-runtime.js';
import { AskedGauges } from '../telemetry/asked-gauges.js';

/** How busy this worker is, and with which model it looks. */
@Injectable()
export class WorkerGauges {
  constructor(gauges: AskedGauges, registry: Registry, engine: FaceEngine, runtime: JobRuntime) {
    const { id, version } = engine.model;
    const help = 'Always 1; the model that this worker compares with.';
    new Gauge({ name: 'presente_model_info', help, labelNames: ['model', 'version'], registers: [registry] }).set(
      { model: id, version },
      1,
    );
    const load = () => Promise.resolve(engine.load);
    gauges.add(
      { name: 'presente_face_threads', help: 'Threads of the face engine, by what they do.', labels: ['state'] },
      load,
      ({ idle }) => [
        [{ state: 'idle' }, idle],
        [{ state: 'busy' }, engine.threads - idle],
      ],
    );
    gauges.value(
      { name: 'presente_face_frames_waiting', help: 'Frames that wait for a thread.' },
      load,
      ({ waiting }) => waiting,
    );
    const jobs = () => Promise.resolve(runtime);
    gauges.value(
      { name: 'presente_worker_jobs_in_hand', help: 'Jobs in hand at once, of the queue with the most.' },
      jobs,
      ({ jobsInHand }) => jobsInHand,
    );
    gauges.value(
      { name: 'presente_worker_jobs_limit', help: 'Jobs that this worker takes in hand at once, as it finds out.' },
      jobs,
      ({ limit }) => limit,
    );
  }
}
