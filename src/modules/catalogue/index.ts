import { EngineVersionEntity } from './engine/engine-version.entity.js';

export { CatalogueFollower } from './catalogue.follower.js';
export { CatalogueModule } from './catalogue.module.js';
export { engineRenewed } from './catalogue.events.js';
export { DEFAULT_WEIGHTS, FACTOR_KEYS, type Engine, type EngineCause, type FactorKey, type Weights } from './engine/engine.js';
export { EnginesService } from './engine/engines.service.js';
export { frozenBook } from './engine/frozen-lists.js';
export { CatalogueIndex } from './index/catalogue-index.js';
export { searchQuery, type SearchParameters } from './catalogue.schemas.js';
export type { Facets } from './index/facet-counts.js';
export { SIZES, type PublicCard } from './index/listing-facts.js';
export type { SearchAnswer } from './index/search.js';
export { SearchService } from './search.service.js';
export { analyse, baseLanguage } from './text/analyser.js';
export { impacts } from './text/bm25.js';
export { textsOf, type ListingText } from './text/listing-text.js';
export { TextStatistics, type StoredStatistics } from './text/text-statistics.js';
export const catalogueEntities = [EngineVersionEntity];
