/** The server was not reached, or has no answer now. */
export class ServerAway extends Error {}

/** A connection that hangs is as good as none. @throws ServerAway when the answer is late */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ServerAway());
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}
