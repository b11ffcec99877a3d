/** Its file could not be had, or it has ended with a fault. */
export class WorkerDied extends Error {
  constructor() {
    super('A worker of the page does not run.');
    this.name = 'WorkerDied';
  }
}

/** Questions to a worker that answers each in turn. */
export class RemoteWork<Question, Answer> {
  private readonly waiting: ((answer: Answer) => void)[] = [];
  private readonly failed: Promise<never>;

  constructor(private readonly worker: Worker) {
    this.failed = new Promise((_, reject) => {
      worker.addEventListener('error', () => {
        reject(new WorkerDied());
      });
    });
    this.failed.catch(() => undefined);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.waiting.shift()?.(data));
  }

  /** @throws WorkerDied */
  ask(question: Question, transfer: Transferable[] = []): Promise<Answer> {
    this.worker.postMessage(question, transfer);
    return Promise.race([new Promise<Answer>((resolve) => this.waiting.push(resolve)), this.failed]);
  }
}
