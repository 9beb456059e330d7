import { Module } from '@nestjs/common';
import { CodeListsController } from './code-lists.controller.js';
import { TaxonomyRepository } from './taxonomy.repository.js';
import { TaxonomyService } from './taxonomy.service.js';

/** Code lists. Needs PlatformModule. */
@Module({ controllers: [CodeListsController], providers: [TaxonomyRepository, TaxonomyService], exports: [TaxonomyService] })
export class TaxonomyModule {}
