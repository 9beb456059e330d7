import { Module } from '@nestjs/common';
import { CentresModule } from '../centres/index.js';
import { EXAMPLES_LOADER } from '../../platform/examples/examples-loader.js';
import { IdentityModule } from '../identity/index.js';
import { ListingsModule } from '../listings/index.js';
import { MatchingModule } from '../matching/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ExampleCast } from './example-cast.js';
import { ExampleExchangeLoader } from './example-exchange.loader.js';
import { ExampleListings } from './example-listings.js';
import { ExampleMatches } from './example-matches.js';
import { ExampleRemoval } from './example-removal.service.js';
import { ExampleRevisions } from './example-revisions.js';

/** The example exchange, loaded in example mode only. */
@Module({
  imports: [CentresModule, IdentityModule, OrganizationsModule, ListingsModule, MatchingModule],
  providers: [
    ExampleCast,
    ExampleListings,
    ExampleMatches,
    ExampleRemoval,
    ExampleRevisions,
    { provide: EXAMPLES_LOADER, useClass: ExampleExchangeLoader },
  ],
  exports: [EXAMPLES_LOADER, ExampleRemoval],
})
export class ExamplesModule {}
