export { type ErasureClaims, ErasureReceipts } from './erasure/erasure-receipts.js';
export { privacyEntities, PrivacyModule, privacyResolvers } from './privacy.module.js';
export { PrivacyWorkerModule } from './privacy.worker.module.js';
export { AfterRestore, type CaughtUp } from './restore/after-restore.service.js';
export { type Ends, endsSchema } from './restore/ends.js';
export { EndsRepository } from './restore/ends.repository.js';
export { PrivacyRestoreModule } from './restore/privacy-restore.module.js';
