import { Module } from '@nestjs/common';
import { ListingsModule } from '../modules/listings/index.js';
import { TaxonomyModule } from '../modules/taxonomy/index.js';
import { AssetsController } from './assets/assets.controller.js';
import { HomeController } from './home/home.controller.js';

/** Pages for people. They call the same services and queries as the API. */
@Module({ imports: [ListingsModule, TaxonomyModule], controllers: [HomeController, AssetsController] })
export class WebModule {}
