import { Module } from '@nestjs/common';
import { CentresModule } from '../modules/centres/index.js';
import { ListingsModule } from '../modules/listings/index.js';
import { TaxonomyModule } from '../modules/taxonomy/index.js';
import { AssetsController } from './assets/assets.controller.js';
import { ConsentFormController } from './consent-form/consent-form.controller.js';
import { HomeController } from './home/home.controller.js';

/** Pages for people. They call the same services and queries as the API. */
@Module({
  imports: [CentresModule, ListingsModule, TaxonomyModule],
  controllers: [ConsentFormController, HomeController, AssetsController],
})
export class WebModule {}
