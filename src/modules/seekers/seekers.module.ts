import { Module, type OnModuleInit } from '@nestjs/common';
import { ListingKinds, ListingsModule } from '../listings/index.js';
import { RulesModule } from '../rules/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { NeedTriage } from './need-triage.service.js';
import { TriageController } from './triage.controller.js';
import { needKind } from './need.kind.js';
import { NeedsController } from './needs.controller.js';
import { SeekersController } from './seekers.controller.js';
import { SeekersQueries } from './seekers.queries.js';
import { SeekersService } from './seekers.service.js';

@Module({
  imports: [ListingsModule, OrganizationsModule, RulesModule, TaxonomyModule],
  controllers: [TriageController, NeedsController, SeekersController],
  providers: [NeedTriage, SeekersService, SeekersQueries],
  exports: [NeedTriage, SeekersService, SeekersQueries],
})
export class SeekersModule implements OnModuleInit {
  constructor(private readonly kinds: ListingKinds) {}

  onModuleInit(): void {
    this.kinds.register(needKind);
  }
}
