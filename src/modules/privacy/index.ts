export { type ErasureClaims, ErasureReceipts } from './erasure/erasure-receipts.js';
export { privacyEntities, PrivacyModule, privacyResolvers } from './privacy.module.js';
export { PrivacyWorkerModule } from './privacy.worker.module.js';
