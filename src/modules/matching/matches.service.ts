import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PeopleQueries } from '../identity/index.js';
import { ListingsQueries } from '../listings/index.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { maySeeContacts, readsByOffice, sidesOf } from './match.policy.js';
import { MatchPatience } from './match-patience.js';
import { viewOf, type Contacts, type MatchRecord } from './match.view.js';
import { MatchesQueries } from './matches.queries.js';
import type { MatchesQuery, MatchView } from './matches.schemas.js';

/** Reading matches: what is shown, in whose words, and who is seen reading. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queries: MatchesQueries,
    private readonly listings: ListingsQueries,
    private readonly people: PeopleQueries,
    private readonly audit: AuditLog,
    private readonly taxonomy: TaxonomyService,
    private readonly patience: MatchPatience,
  ) {}

  async page(actor: Actor, query: MatchesQuery): Promise<Page<MatchView>> {
    const page = await this.queries.page(actor, query);
    const patience = await this.patience.today();
    return { ...page, items: page.items.map((match) => viewOf(match, actor, this.taxonomy.current(), patience)) };
  }

  /** One match; once introduced with the contacts, and then a reading by office is audited. */
  async one(actor: Actor, id: string): Promise<MatchView> {
    const match = await this.queries.one(actor, id);
    const contacts = maySeeContacts(actor, match) ? await this.contacts(actor, match) : null;
    return viewOf(match, actor, this.taxonomy.current(), await this.patience.today(), contacts);
  }

  private async contacts(actor: Actor, match: MatchRecord): Promise<Contacts> {
    return this.uow.run(async () => {
      const cards = await this.listings.cards([match.need.id, match.offer.id]);
      const ids = new Map(cards.map((card) => [card.id, card.contactPersonId]));
      const people = await this.people.contact([...ids.values()].filter((id) => id !== null));
      const of = (listingId: string) => {
        const person = people.find((one) => one.id === ids.get(listingId));
        return person ? { id: person.id, name: person.name, email: person.email } : null;
      };
      if (sidesOf(actor, match).length === 0 && readsByOffice(actor, match))
        await this.audit.record(actor, { action: 'match.read-contacts', subject: { type: 'match', id: match.id } });
      return { need: of(match.need.id), offer: of(match.offer.id) };
    });
  }
}
