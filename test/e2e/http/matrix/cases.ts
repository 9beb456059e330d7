import { randomUUID } from 'node:crypto';
import { accountsCases } from './account.cases.js';
import { at, type Case, nobody, organization, PUBLIC } from './case.js';
import { centresCases } from './centre.cases.js';
import { consentsCases } from './consent.cases.js';
import { uploadForm, pdf } from '../../../support/uploads.js';
import { exportsCases } from './export.cases.js';
import { importsCases } from './import.cases.js';
import { draftingCases, listingFilesCases, listingsCases, lotsCases, reviewsCases, triageCases } from './listing.cases.js';
import { matchesCases } from './match.cases.js';
import { organizationsCases } from './organization.cases.js';
import { rulesCases } from './rule.cases.js';
import { screeningCases } from './screening.cases.js';
import { uploadsCases } from './upload.cases.js';
import { verificationCases } from './verification.cases.js';
import { searchesCases } from './search.cases.js';
import { staffCases } from './staff.cases.js';

/** Every route but the style sheet, whose address changes with its content. */
export const CASES: Record<string, Case> = Object.assign(
  {},
  accountsCases,
  staffCases,
  organizationsCases,
  centresCases,
  consentsCases,
  at('POST /api/v1/files', /*                       */ '401 201 201 201 201 201 403 401 201', {
    make: nobody,
    body: () => uploadForm(pdf()),
  }),
  uploadsCases,
  ...listingsCases,
  listingFilesCases,
  draftingCases,
  lotsCases,
  triageCases,
  searchesCases,
  verificationCases,
  reviewsCases,
  matchesCases,
  rulesCases,
  exportsCases,
  importsCases,
  screeningCases,
  // Late, because it changes for which organization they act.
  at('POST /api/v1/organizations', /*             */ '401 201 201 201 201 201 403 401 201', {
    own: true,
    make: () => ({ legalName: randomUUID() }),
    body: (_, { legalName }) => ({ ...organization, legalName }),
  }),
  // Last, because it ends the sessions of those who call.
  at('POST /api/auth/sign-out', PUBLIC, { make: nobody }),
) as Record<string, Case>;
