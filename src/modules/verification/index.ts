import { OrganizationDocumentEntity } from './organization-document.entity.js';

export { DUE_DILIGENCE_WAITS } from './due-diligence-waits.js';
export { waitingForDueDiligence } from './due-diligence.queries.js';
export { DueDiligence } from './due-diligence.service.js';
export { acceptance, copyAnswer, refusal } from './verification.schemas.js';
export * from './verification.events.js';
export { VERIFICATION_PERIODS } from './verification-periods.service.js';
export { VERIFICATION_TIMERS } from './verification-timers.service.js';
export { renewalDays } from './verification.rules.js';
export { type VerificationRecord, VerificationRecords } from './verification-record.queries.js';
export { DocumentFiles } from './document-files.service.js';
export { DocumentsQueries } from './documents.queries.js';
export { DocumentsService } from './documents.service.js';
export {
  COPY_BY,
  DOCUMENT_KINDS,
  L1_PAPERS,
  L2_PAPERS,
  type CopyBy,
  type DocumentKind,
  type L1Part,
  type L2Part,
} from './verification.policy.js';
export { newDocument, type DocumentsView, type DocumentView } from './verification.schemas.js';
export { VerificationModule } from './verification.module.js';
export const verificationEntities = [OrganizationDocumentEntity];
