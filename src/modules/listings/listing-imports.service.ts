import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { ListingContents } from './listing-contents.js';
import { ListingOwners } from './listing-owners.js';
import { ListingPublisher, type Publication } from './listing-publisher.js';
import { ListingTrail } from './listing-trail.js';
import { listingsImported } from './listing.events.js';
import { listingLifecycle } from './listing.lifecycle.js';
import { fourEyesObstacle } from './listing.policy.js';
import { ListingRepository, type LockedDraft } from './listing.repository.js';

export interface ImportedPublication {
  published: string[];
  /** Drafts that lack something, with every missing field; they stay drafts. */
  incomplete: { id: string; reference: string; externalKey: string | null; faults: Fault[] }[];
}

/** Publishes what an import brought, under one administrator's name. */
@Injectable()
export class ListingImports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly contents: ListingContents,
    private readonly owners: ListingOwners,
    private readonly publisher: ListingPublisher,
    private readonly trail: ListingTrail,
    private readonly events: DomainEvents,
  ) {}

  /** Ids of the drafts under these keys of the owner that nobody has touched since they were imported, by whichever run. */
  untouched(organizationId: string, externalKeys: readonly string[]): Promise<string[]> {
    return this.listings.importedDrafts(organizationId, externalKeys);
  }

  /**
   * Publishes the drafts among these listings of one organization, in one unit: call it in batches of some hundreds. The administrator answers for them
   * as a reviewer would: she neither entered nor edited them, and is no member of the organization. Tell those concerned by `announce`, once a run.
   * @throws DomainError `listing.four-eyes`, `listing.transition-forbidden` (403); those of an owner who may not list (409).
   */
  publishImported(actor: PersonActor, organizationId: string, listingIds: readonly string[]): Promise<ImportedPublication> {
    return this.uow.run(async () => {
      await this.requireMayPublish(actor, organizationId);
      const drafts = await this.listings.lockDrafts(organizationId, listingIds);
      for (const kind of new Set(drafts.map((draft) => draft.kind))) await this.owners.admit(actor, organizationId, kind);
      const rules = await this.contents.rules();
      const publications: Publication[] = [];
      const incomplete: ImportedPublication['incomplete'] = [];
      for (const draft of drafts) {
        this.requireFourEyes(actor, draft);
        const { content, faults } = this.contents.submittable(draft.kind, draft.content, draft.language, rules);
        const { id, reference, externalKey } = draft;
        if (content === null) incomplete.push({ id, reference, externalKey, faults });
        else
          publications.push({
            listingId: id,
            kind: draft.kind,
            revision: draft.revision,
            language: draft.language,
            content,
            assuredBy: actor.personId,
          });
      }
      await this.listings.submitMany(publications);
      await this.publisher.publish(publications);
      const published = publications.map(({ listingId }) => listingId);
      const done = new Set(published);
      for (const draft of drafts.filter(({ id }) => done.has(id)))
        await this.trail.moved(
          actor,
          { ...draft, organizationId },
          'publish-imported',
          { from: 'draft', to: 'published' },
          { revision: draft.revision },
        );
      return { published, incomplete };
    });
  }

  /** One event for the whole run. */
  async announce(actor: PersonActor, organizationId: string, listingIds: readonly string[]): Promise<void> {
    if (listingIds.length > 0)
      await this.uow.run(() => this.events.publish(listingsImported, { organizationId, listingIds, personId: actor.personId }));
  }

  private async requireMayPublish(actor: PersonActor, organizationId: string): Promise<void> {
    listingLifecycle.take('publish-imported', 'draft', actor.administrator ? ['administrator'] : []);
    if (await this.owners.isMember(actor.personId, organizationId))
      throw new DomainError('forbidden', 'listing.four-eyes', {
        detail: 'You belong to this organization: another administrator has to publish its listings.',
      });
  }

  private requireFourEyes({ personId }: PersonActor, { reference, ...involved }: LockedDraft): void {
    if (fourEyesObstacle({ ...involved, submittedBy: null }, { personId, memberOfOwner: false }) !== null)
      throw new DomainError('forbidden', 'listing.four-eyes', {
        detail: `You entered or edited ${reference}: another administrator has to publish it.`,
      });
  }
}
