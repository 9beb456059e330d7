import { Module } from '@nestjs/common';
import { ListingsModule } from '../listings/index.js';
import { OffersModule } from '../offers/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { SeekersModule } from '../seekers/index.js';
import { ImportRows } from './import-rows.service.js';
import { ImportService } from './import.service.js';

/** Tables of offers and needs from files. */
@Module({
  imports: [ListingsModule, OffersModule, SeekersModule, OrganizationsModule],
  providers: [ImportRows, ImportService],
  exports: [ImportService],
})
export class ImportsModule {}
