import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { LISTING_KINDS, ListingContents, ListingDrafts, ListingReview, ListingsQueries, ListingSubmission } from '../listings/index.js';
import { OrganizationsQueries } from '../organizations/index.js';
import { type Cast, READ } from './example-cast.js';
import type { ExampleListing } from './example-data.js';

/** Publishes the example listings through drafts, submission and review. */
@Injectable()
export class ExampleListings {
  constructor(
    private readonly drafts: ListingDrafts,
    private readonly contents: ListingContents,
    private readonly submission: ListingSubmission,
    private readonly review: ListingReview,
    private readonly organizations: OrganizationsQueries,
    private readonly queries: ListingsQueries,
  ) {}

  /** @param managers who enters and submits for each organization; `reviewers` belong to none of them: one for each stage. */
  async publish(
    listings: readonly ExampleListing[],
    managers: ReadonlyMap<string, PersonActor>,
    [first, second]: Cast['administrators'],
  ): Promise<void> {
    const rules = await this.contents.rules();
    for (const { key, organization, kind, language, fields } of listings) {
      const author = managers.get(organization);
      const [owner] = author?.organization ? await this.organizations.brief([author.organization.id]) : [];
      if (!author || !owner) throw new Error(`example ${key} has no organization ${organization}`);
      const prefilled = this.contents.prefilled(fields, await this.contents.defaults(kind, owner));
      const { content, faults } = this.contents.examine(kind, { language, fields: prefilled }, rules);
      if (content === null) throw new Error(`example ${key}: ${faults.map((fault) => `${fault.path} ${fault.message}`).join('; ')}`);
      const [created] = await this.drafts.createMany(author, owner, [{ kind, language, content, externalKey: key }]);
      if (!created) throw new Error(`example ${key} stands twice in the files`);
      const target = { id: created.id, kinds: LISTING_KINDS };
      await this.submission.submit(author, target);
      await this.review.approve(first, target, READ);
      const [card] = await this.queries.cards([created.id]);
      if (card?.state === 'global_review') await this.review.approve(second, target, READ);
    }
  }
}
