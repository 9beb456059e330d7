import { SavedSearchEntity } from './saved-search.entity.js';

export { RHYTHMS } from './saved-search.entity.js';
export { newSearch } from './searches.schemas.js';
export { SEARCH_LOOKS } from './search-looks.jobs.js';
export { searchFound } from './searches.events.js';
export { SearchesModule } from './searches.module.js';
export { SearchesService } from './searches.service.js';
export const searchesEntities = [SavedSearchEntity];
