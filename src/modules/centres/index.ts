import { CentreCountryEntity } from './centre-country.entity.js';
import { CentreEntity } from './centre.entity.js';

export { Centres, type ServingCentre, type ServingOfficer } from './centres.service.js';
export { centreChanged } from './centres.events.js';
export { CentresModule } from './centres.module.js';
export const centresEntities = [CentreEntity, CentreCountryEntity];
