export { APPLICANTS, FINANCE_STAGES, financingContent, type FinancingContent } from './financing.schemas.js';
export { OffersModule } from './offers.module.js';
export { newOffer, type NewOffer } from './offers.schemas.js';
export { solutionContent, type SolutionContent } from './solution.schemas.js';
export { technologyContent, type TechnologyContent } from './technology.schemas.js';
/** Offers are listings: their rows belong to that module. */
export const offersEntities = [];
