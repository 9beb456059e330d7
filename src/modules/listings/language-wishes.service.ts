import { Injectable } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import type { Language } from '../../platform/i18n/locales.js';
import type { ListingKind } from './content.schemas.js';
import { listingLanguageWished } from './listing.events.js';
import { ListingViews } from './listing-views.queries.js';

/** How many would like to read a listing in a language, and whether the caller is one of them. */
export interface LanguageWish {
  count: number;
  hers: boolean;
}

/** Listings in languages that their readers do not know. */
@Injectable()
export class LanguageWishes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: ListingViews,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Asks for it once for the organization she acts for, or for herself. Owner and centre are told by the first who asks for a language; the others are
   * counted.
   * @throws DomainError `listing.not-found`, `listing.language-there` (409) where she can read it already.
   */
  async ask(actor: PersonActor, id: string, kinds: readonly ListingKind[], language: Language): Promise<void> {
    const view = await this.views.one(actor, id, kinds, language);
    const { language: source, translated = {} } = view as { language: string; translated?: Record<string, unknown> };
    if (source.split('-')[0] === language || 'title' in translated)
      throw new DomainError('conflict', 'listing.language-there', {
        detail: 'There is a text in this language already: read the page again.',
      });
    await this.uow.run(async () => {
      const added = await this.uow.query(
        'INSERT INTO language_wish (listing_id, language, asker) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING listing_id',
        [id, language, askerOf(actor)],
      );
      if (added.length === 0) return;
      await this.audit.record(actor, { action: 'listing.ask-language', subject: { type: 'listing', id }, data: { language } });
      const { count } = await this.of(actor, id, language);
      if (count === 1) await this.events.publish(listingLanguageWished, { listingId: id, language });
    });
  }

  async of(actor: Actor, listingId: string, language: string): Promise<LanguageWish> {
    const [row] = await this.uow.query<LanguageWish>(
      `SELECT count(*)::int AS count, coalesce(bool_or(asker = $3::uuid), false) AS hers FROM language_wish WHERE listing_id = $1 AND language = $2`,
      [listingId, language, actor.kind === 'person' ? askerOf(actor) : null],
    );
    return row ?? { count: 0, hers: false };
  }
}

const askerOf = ({ organization, personId }: PersonActor): string => organization?.id ?? personId;
