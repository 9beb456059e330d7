import { Module } from '@nestjs/common';
import { CodeListEdits } from './code-list-edits.service.js';
import { CodeListsController } from './code-lists.controller.js';
import { CountryGroupsController } from './country-groups.controller.js';
import { CountryGroups } from './country-groups.service.js';
import { EditsRepository } from './edits.repository.js';
import { TaxonomyRepository } from './taxonomy.repository.js';
import { TaxonomyService } from './taxonomy.service.js';

/** Code lists. Needs PlatformModule. */
@Module({
  controllers: [CodeListsController, CountryGroupsController],
  providers: [TaxonomyRepository, EditsRepository, TaxonomyService, CodeListEdits, CountryGroups],
  exports: [TaxonomyService, CodeListEdits, CountryGroups],
})
export class TaxonomyModule {}
