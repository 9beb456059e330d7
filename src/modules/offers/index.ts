export { APPLICANTS, FINANCE_STAGES, financingContent, type FinancingContent } from './financing.schemas.js';
export { OffersModule } from './offers.module.js';
export { newOffer, type NewOffer, offerPatch } from './offers.schemas.js';
export { EVIDENCE, QUALITIES, solutionContent, type SolutionContent, SUPPORT } from './solution.schemas.js';
export { IP_STATUS, technologyContent, type TechnologyContent } from './technology.schemas.js';
/** Offers are listings: their rows belong to that module. */
export const offersEntities = [];
