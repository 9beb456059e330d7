import { at, type Case, PUBLIC, SIGNED_IN, STAFF } from './case.js';

export const exportsCases: Record<string, Case> = {
  ...at('GET /api/v1/exports/offers', PUBLIC),
  ...at('GET /api/v1/exports/needs', PUBLIC),
  ...at('GET /api/v1/exports/search', PUBLIC),
  ...at('GET /api/v1/exports/providers', PUBLIC),
  ...at('GET /api/v1/exports/organizations', SIGNED_IN),
  ...at('GET /api/v1/exports/reviews', SIGNED_IN),
  ...at('GET /api/v1/exports/matches', SIGNED_IN),
  ...at('GET /api/v1/exports/people', STAFF),
  ...at('GET /api/v1/exports/screening-hits', STAFF),
  ...at('GET /api/v1/exports/centres', STAFF),
  ...at('GET /api/v1/exports/consents', /*             */ '401 403 403 403 403 200 200 401 200'),
};
