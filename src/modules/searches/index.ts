import { SavedSearchEntity } from './saved-search.entity.js';
import { ShortlistEntryEntity } from './shortlist-entry.entity.js';

export { RHYTHMS } from './saved-search.entity.js';
export { newSearch } from './searches.schemas.js';
export { pageOfSearch } from './saved-query.js';
export { searchPatch, type SavedSearch } from './searches.schemas.js';
export { SHORTLIST_MAX } from './shortlist.policy.js';
export { type Shortlisted, ShortlistService } from './shortlist.service.js';
export { SEARCH_LOOKS } from './search-looks.jobs.js';
export { searchFound } from './searches.events.js';
export { SearchesModule } from './searches.module.js';
export { SearchesService } from './searches.service.js';
export const searchesEntities = [SavedSearchEntity, ShortlistEntryEntity];
