import { Controller, Get, Param } from '@nestjs/common';
import { PublicListingsQueries } from '../../modules/listings/index.js';
import { OrganizationViewsQueries } from '../../modules/organizations/index.js';
import { VerificationRecords } from '../../modules/verification/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { CurrentReader, Page, type Reader } from '../page/index.js';
import { OrganizationPage } from './organization.page.js';

const LISTINGS = 50;

/** Organizations as others see them. Who they are is for those who take part. */
@Controller('organizations')
export class PublicOrganizationPages {
  constructor(
    private readonly organizations: OrganizationViewsQueries,
    private readonly listings: PublicListingsQueries,
    private readonly records: VerificationRecords,
  ) {}

  @Get(':id')
  @Can('organization.read')
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const organization = await this.organizations.one(id, actor);
    const [listings, record] = await Promise.all([this.listings.ofOrganization(id, LISTINGS), this.records.of(id)]);
    return <OrganizationPage organization={organization} listings={listings} record={record} />;
  }
}
