import { Module, type OnModuleInit } from '@nestjs/common';
import { ListingKinds, ListingsModule } from '../listings/index.js';
import { ProvidersModule, ProvidersQueries } from '../providers/index.js';
import { financingKind } from './financing.kind.js';
import { OffersController } from './offers.controller.js';
import { solutionKind } from './solution.kind.js';
import { technologyKind } from './technology.kind.js';

@Module({ imports: [ListingsModule, ProvidersModule], controllers: [OffersController] })
export class OffersModule implements OnModuleInit {
  constructor(
    private readonly kinds: ListingKinds,
    private readonly providers: ProvidersQueries,
  ) {}

  onModuleInit(): void {
    const prefill = async ({ id }: { id: string }) => ({ countriesOffered: await this.providers.serves(id) });
    this.kinds.register({ ...technologyKind, prefill });
    this.kinds.register({ ...solutionKind, prefill });
    this.kinds.register(financingKind);
  }
}
