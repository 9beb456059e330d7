export { screeningEntities } from './screening.entities.js';
export { organizationHeld } from './screening.events.js';
export { hitDecision, hitsQuery, type HitView, type ListView, newList } from './screening.schemas.js';
export { ScreeningLists } from './screening-lists.service.js';
export { ScreeningModule } from './screening.module.js';
export { ScreeningQueries } from './screening.queries.js';
export { ScreeningService } from './screening.service.js';
