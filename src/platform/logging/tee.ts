import { type DestinationStream } from 'pino';

/** Writes every line to both. */
export const tee = (first: DestinationStream, second: DestinationStream): DestinationStream => ({
  write: (line) => {
    first.write(line);
    second.write(line);
  },
});
