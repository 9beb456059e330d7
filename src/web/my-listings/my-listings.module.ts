import { Module } from '@nestjs/common';
import { CatalogueModule } from '../../modules/catalogue/index.js';
import { FilesModule } from '../../modules/files/index.js';
import { ImportsModule } from '../../modules/imports/index.js';
import { ListingsModule } from '../../modules/listings/index.js';
import { OrganizationsModule } from '../../modules/organizations/index.js';
import { TaxonomyModule } from '../../modules/taxonomy/index.js';
import { ImportsPages } from '../imports/imports.pages.js';
import { Drafting } from '../wizard/drafting.js';
import { FilesPages } from '../wizard/files.pages.js';
import { LanguagesPages } from '../wizard/languages.pages.js';
import { LevelsPages } from '../wizard/levels.pages.js';
import { OwnListings } from '../wizard/own-listings.js';
import { SectorPages } from '../wizard/sector.pages.js';
import { WizardPages } from '../wizard/wizard.pages.js';
import { ActionPages } from './action.pages.js';
import { ListingHomePages } from './listing-home.pages.js';
import { MyListingsPages } from './my-listings.pages.js';
import { NewListingPages } from './new-listing.pages.js';

/** What an organization offers and needs: its lists, the wizard, the life of each listing, and tables brought in. */
@Module({
  imports: [CatalogueModule, FilesModule, ImportsModule, ListingsModule, OrganizationsModule, TaxonomyModule],
  controllers: [
    NewListingPages,
    MyListingsPages,
    ListingHomePages,
    SectorPages,
    FilesPages,
    LanguagesPages,
    LevelsPages,
    WizardPages,
    ActionPages,
    ImportsPages,
  ],
  providers: [Drafting, OwnListings],
})
export class MyListingsModule {}
