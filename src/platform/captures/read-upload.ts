import { type IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { z } from 'zod';
import { type Capture } from './capture.js';
import { type UploadRefusal, UploadRefusedError } from './upload.errors.js';

export interface UploadLimits {
  readonly frames: number;
  /** Of one frame. */
  readonly bytes: number;
}

const captureTimes = z.array(z.number().int().nonnegative()).max(8);

/** Room for field names, boundaries and capture times beside the frames. */
const OVERHEAD_BYTES = 16_384;

const mostBytes = ({ frames, bytes }: UploadLimits): number => frames * bytes + OVERHEAD_BYTES;

/** The bytes that a request says it has; as many as it may have when it says nothing. */
export function sizeOf({ headers }: IncomingMessage, limits: UploadLimits): number {
  const said = Number(headers['content-length'] ?? Number.NaN);
  return said >= 0 ? Math.min(said, mostBytes(limits)) : mostBytes(limits);
}

/**
 * Reads `capturedAt` (optional, first) and 1 to 8 files named `frame` into memory, never more than the limits allow.
 * @throws UploadRefusedError
 */
export async function readUpload(request: IncomingMessage, limits: UploadLimits): Promise<Capture> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) throw new UploadRefusedError('NOT_MULTIPART');
  if (Number(request.headers['content-length'] ?? 0) > mostBytes(limits)) {
    throw new UploadRefusedError('FRAME_TOO_LARGE');
  }
  const reader = new UploadReader(parserFor(request, contentType, limits));
  try {
    await parse(request, reader.parser);
  } catch (cause) {
    // The parser's own errors are about the form; a connection that breaks off gives the same: an incomplete upload.
    throw cause instanceof UploadRefusedError ? cause : new UploadRefusedError('INCOMPLETE');
  }
  return reader.capture();
}

/** Not by `pipeline`: that destroys the request with the parser, and the rest of its body would never leave the connection. */
async function parse(request: IncomingMessage, parser: BusboyInstance): Promise<void> {
  const breakOff = () => {
    if (!request.complete) parser.destroy(new UploadRefusedError('INCOMPLETE'));
  };
  request.once('close', breakOff);
  try {
    request.pipe(parser);
    await finished(parser);
  } finally {
    request.off('close', breakOff);
    request.unpipe(parser);
  }
}

function parserFor(request: IncomingMessage, contentType: string, limits: UploadLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      limits: {
        fieldNameSize: 32,
        fieldSize: 1_024,
        fields: 1,
        fileSize: limits.bytes,
        files: limits.frames,
        headerPairs: 16,
      },
    });
  } catch {
    throw new UploadRefusedError('NOT_MULTIPART');
  }
}

/** Collects the parts of one upload; the first refusal ends it. */
class UploadReader {
  private readonly frames: Buffer[][] = [];
  private capturedAt: readonly number[] | undefined;

  constructor(readonly parser: BusboyInstance) {
    parser.on('file', (name, stream) => {
      this.file(name, stream);
    });
    parser.on('field', (name, value) => {
      this.field(name, value);
    });
    parser.on('filesLimit', () => {
      this.refuse('TOO_MANY_FRAMES');
    });
    parser.on('fieldsLimit', () => {
      this.refuse('UNEXPECTED_FIELD');
    });
  }

  capture(): Capture {
    const frames = this.frames.map((chunks) => Buffer.concat(chunks));
    if (frames.length === 0 || frames.some((frame) => frame.length === 0)) throw new UploadRefusedError('NO_FRAMES');
    if (this.capturedAt !== undefined && this.capturedAt.length !== frames.length) {
      throw new UploadRefusedError('BAD_CAPTURE_TIMES');
    }
    return { frames, capturedAt: this.capturedAt };
  }

  private file(name: string, stream: BusboyFileStream): void {
    const chunks: Buffer[] = [];
    this.frames.push(chunks);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', () => {
      this.refuse('FRAME_TOO_LARGE');
    });
    stream.on('error', () => undefined); // also reported by the parser
    if (name !== 'frame') this.refuse('UNEXPECTED_FIELD');
  }

  private field(name: string, value: string): void {
    if (name !== 'capturedAt') {
      this.refuse('UNEXPECTED_FIELD');
    } else if (this.frames.length > 0) {
      this.refuse('FIELD_ORDER');
    } else {
      const times = parseTimes(value);
      if (times === undefined) this.refuse('BAD_CAPTURE_TIMES');
      this.capturedAt = times;
    }
  }

  private refuse(reason: UploadRefusal): void {
    this.parser.destroy(new UploadRefusedError(reason));
  }
}

function parseTimes(text: string): readonly number[] | undefined {
  try {
    const times = captureTimes.parse(JSON.parse(text));
    return times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0)) ? times : undefined;
  } catch {
    return undefined;
  }
}
