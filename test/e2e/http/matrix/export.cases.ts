import { at, type Case, PUBLIC, SIGNED_IN } from './case.js';

export const exportsCases: Record<string, Case> = {
  ...at('GET /api/v1/exports/offers', PUBLIC),
  ...at('GET /api/v1/exports/needs', PUBLIC),
  ...at('GET /api/v1/exports/search', PUBLIC),
  ...at('GET /api/v1/exports/providers', PUBLIC),
  ...at('GET /api/v1/exports/organizations', SIGNED_IN),
  ...at('GET /api/v1/exports/reviews', SIGNED_IN),
  ...at('GET /api/v1/exports/matches', SIGNED_IN),
};
