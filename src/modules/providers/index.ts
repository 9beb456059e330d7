/** The supply side's own page: what an organization says of itself as a provider. Needs PlatformModule. */
import { ProviderProfileEntity } from './provider-profile.entity.js';

export { ProvidersModule } from './providers.module.js';
export { ProvidersQueries } from './providers.queries.js';
export { ProvidersService } from './providers.service.js';
export { type ProviderPatch, providerPatch, providersQuery, type ProviderView } from './providers.schemas.js';
export const providersEntities = [ProviderProfileEntity];
