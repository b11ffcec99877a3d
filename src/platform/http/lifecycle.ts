import { type INestApplicationContext, Logger } from '@nestjs/common';

/** AWS Fargate kills 30 s after SIGTERM: we must be gone before. */
const MAX_CLOSING_MS = 25_000;

/**
 * Closes the application, with all its shutdown hooks, on SIGTERM, on SIGINT, and when the launcher that started this
 * process (with an IPC channel) is gone; then ends the process. Code 0: closed in order; 1: not, or an error that
 * nobody caught, after which the state of the process is unknown.
 */
export function runUntilToldToStop(app: INestApplicationContext, maxClosingMs = MAX_CLOSING_MS): void {
  const logger = new Logger('Lifecycle');
  let stopping = false;

  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    logger.log({ why }, 'stopping');
    setTimeout(() => {
      logger.error({ milliseconds: maxClosingMs }, 'could not stop in time');
      process.exit(1);
    }, maxClosingMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        die(error, 'could not stop in order');
      },
    );
  };
  const die = (error: unknown, message: string): void => {
    logger.fatal({ err: error }, message);
    process.exit(1);
  };

  process.on('SIGTERM', stop).on('SIGINT', stop);
  if (process.send !== undefined) {
    process.on('disconnect', () => {
      stop('disconnect');
    });
    // Gone while we started.
    if (!process.connected) stop('disconnect');
  }
  process.on('uncaughtException', (error) => {
    die(error, 'an error that nobody caught');
  });
  process.on('unhandledRejection', (reason) => {
    die(reason, 'a rejection that nobody handled');
  });
}
