/** The demand side: needs, and what an organization says of itself as a seeker. */
import { SeekerProfileEntity } from './seeker-profile.entity.js';

export { needContent, type NeedContent } from './need.schemas.js';
export { NeedTriage } from './need-triage.service.js';
export type { TriageView } from './triage.schemas.js';
export { needPatch, newNeed, type NewNeed } from './needs.schemas.js';
export { SeekersModule } from './seekers.module.js';
export { SeekersQueries } from './seekers.queries.js';
export { SeekersService } from './seekers.service.js';
export { seekerPatch } from './seekers.schemas.js';
export type { SeekerPatch, SeekerView } from './seekers.schemas.js';
export const seekersEntities = [SeekerProfileEntity];
