import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { TokenSigner } from '../crypto/token-signer.js';
import { CaptureSinks } from './capture-sinks.js';
import { CaptureTickets } from './capture-tickets.js';
import { Sheds } from '../resilience/sheds.js';
import { CAPTURE_LIMITS, type CaptureLimits, CapturesController } from './captures.controller.js';
import { UploadRoom } from './upload-room.js';

const ticketsOf = (env: Environment): CaptureTickets =>
  new CaptureTickets(
    new TokenSigner(env.CAPTURE_TOKEN_KEY, {
      issuer: env.INSTITUTION,
      audience: 'presente-captures',
      type: 'presente-capture+jwt',
    }),
  );

const limitsOf = (env: Environment): CaptureLimits => ({
  maxBytes: env.CAPTURE_MAX_FRAME_BYTES,
  maxPixels: env.CAPTURE_MAX_PIXELS,
  // Past the deadline of the work, after which nobody reads them.
  keepSeconds: env.PROCESSING_SECONDS + 30,
});

const roomOf = (env: Environment, sheds: Sheds): UploadRoom => new UploadRoom(env.UPLOAD_MEMORY_BYTES, sheds);

/** Where captures come in; the API's alone. */
@Global()
@Module({
  controllers: [CapturesController],
  providers: [
    { provide: CaptureTickets, useFactory: ticketsOf, inject: [ENVIRONMENT] },
    { provide: CAPTURE_LIMITS, useFactory: limitsOf, inject: [ENVIRONMENT] },
    { provide: UploadRoom, useFactory: roomOf, inject: [ENVIRONMENT, Sheds] },
    CaptureSinks,
  ],
  exports: [CaptureTickets, CaptureSinks],
})
export class UploadsModule {}
