/** Tells when the way to the server is lost: the socket broke, or the browser has no network. */
export class Connection {
  private readonly listeners = new Set<() => void>();

  constructor() {
    window.addEventListener('offline', this.lost);
  }

  readonly lost = (): void => {
    for (const listener of this.listeners) listener();
  };

  readonly onLost = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
