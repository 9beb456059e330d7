export { CodeBook, loadCodeBookFromFiles, type Attribute, type Country } from './code-book.js';
export { CodeListEdits } from './code-list-edits.service.js';
export { CountryGroups, GROUPS_DAILY } from './country-groups.service.js';
export { findScheme, NAME_LANGUAGES, SCHEMES, type NameLanguage, type Scheme, type SchemeDefinition } from './schemes.js';
export type { CodeItem, CurrencyRate, Dated, GroupMember, TaxonomyData } from './taxonomy-data.js';
export { groupMembershipChanged } from './taxonomy.events.js';
export { taxonomyEntities } from './taxonomy.entities.js';
export { TaxonomyModule } from './taxonomy.module.js';
export { TaxonomyService } from './taxonomy.service.js';
