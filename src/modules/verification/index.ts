import { OrganizationDocumentEntity } from './organization-document.entity.js';

export { DUE_DILIGENCE_WAITS } from './due-diligence-waits.js';
export { DocumentsQueries } from './documents.queries.js';
export { DocumentsService } from './documents.service.js';
export { DueDiligence } from './due-diligence.service.js';
export { acceptance, refusal, type DocumentsView } from './verification.schemas.js';
export * from './verification.events.js';
export { VERIFICATION_PERIODS } from './verification-periods.service.js';
export { VERIFICATION_TIMERS } from './verification-timers.service.js';
export { VerificationModule } from './verification.module.js';
export const verificationEntities = [OrganizationDocumentEntity];
