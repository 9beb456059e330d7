import { Module, type OnModuleInit } from '@nestjs/common';
import { ListingKinds, ListingsModule } from '../listings/index.js';
import { financingKind } from './financing.kind.js';
import { OffersController } from './offers.controller.js';
import { solutionKind } from './solution.kind.js';
import { technologyKind } from './technology.kind.js';

@Module({ imports: [ListingsModule], controllers: [OffersController] })
export class OffersModule implements OnModuleInit {
  constructor(private readonly kinds: ListingKinds) {}

  onModuleInit(): void {
    this.kinds.register(technologyKind);
    this.kinds.register(solutionKind);
    this.kinds.register(financingKind);
  }
}
