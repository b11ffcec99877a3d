/** Questions to a worker that answers each in turn. */
export class RemoteWork<Question, Answer> {
  private readonly waiting: ((answer: Answer) => void)[] = [];
  private readonly failed: Promise<never>;

  constructor(private readonly worker: Worker) {
    this.failed = new Promise((_, reject) => {
      worker.addEventListener('error', () => {
        reject(new Error('A worker of the page does not run.'));
      });
    });
    this.failed.catch(() => undefined);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.waiting.shift()?.(data));
  }

  /** @throws Error when the worker does not run */
  ask(question: Question, transfer: Transferable[] = []): Promise<Answer> {
    this.worker.postMessage(question, transfer);
    return Promise.race([new Promise<Answer>((resolve) => this.waiting.push(resolve)), this.failed]);
  }
}
