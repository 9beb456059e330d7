import { CentreCountryEntity } from './centre-country.entity.js';
import { CentreEntity } from './centre.entity.js';
import { ConsentEntity } from './consent.entity.js';

export { CentreAppointments } from './centre-appointments.service.js';
export { Centres, type ServingCentre, type ServingOfficer } from './centres.service.js';
export { CENTRE_TIMERS } from './centre-timers.js';
export { centreChanged, centreLetterEnding } from './centres.events.js';
export { CentresQueries } from './centres.queries.js';
export { centreEnd, centrePatch, centresQuery, type CentreView, newCentre, officerLanguages } from './centres.schemas.js';
export { ConsentsQueries, servesADesk } from './consents.queries.js';
export type { DeskView, PublicCentre } from './centres.schemas.js';
export { ConsentForms } from './consent-forms.service.js';
export { ConsentRecords } from './consent-records.service.js';
export { newConsent, newKeptOrganization, type ConsentView, type DueConsent } from './consents.schemas.js';
export { CentresModule } from './centres.module.js';
export { CONSENT_TIMERS } from './consent-timers.js';
export { consentEnded, consentEnding } from './consents.events.js';
export const centresEntities = [CentreEntity, CentreCountryEntity, ConsentEntity];
