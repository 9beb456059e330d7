import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { CatalogueFollower, SearchService } from '../catalogue/index.js';
import { parsed } from './saved-query.js';
import { searchFound } from './searches.events.js';

/** Name of the recurring task. */
export const SEARCH_LOOKS = 'searches.looks';

const EVERY_MS = 10 * 60_000;
const PAGE = 100;

interface Due {
  id: string;
  query: string;
  lookedAt: Date;
  /** The same to the microsecond. */
  mark: string;
  actor: Pick<PersonActor, 'personId' | 'organization' | 'officerOf' | 'administrator' | 'auditor' | 'language'>;
}

// Who she is now decides what her search may find: the organization she acts for, her offices.
const DUE = `
  SELECT s.id, s.query, s.looked_at AS "lookedAt", s.looked_at::text AS mark, json_build_object('personId', p.id, 'language', p.language, 'administrator', p.administrator,
         'auditor', p.auditor, 'officerOf', ARRAY(SELECT o.country FROM serving_officer o WHERE o.person_id = p.id),
         'organization', (SELECT json_build_object('id', m.organization_id, 'role', m.role) FROM membership m
           JOIN organization g ON g.id = m.organization_id AND g.standing = 'good'
           WHERE m.person_id = p.id ORDER BY m.organization_id IS NOT DISTINCT FROM p.acting_organization_id DESC LIMIT 1)) AS actor
  FROM saved_search s JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
  WHERE s.rhythm = 'immediate' OR (s.rhythm = 'daily' AND s.looked_at <= gate_now() - interval '1 day')
     OR (s.rhythm = 'weekly' AND s.looked_at <= gate_now() - interval '7 days')
  ORDER BY s.looked_at, s.id`;

/** Looks again for those who keep a search, in their rhythm. Nobody hears of nothing. */
@Injectable()
export class SearchLooks implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly follower: CatalogueFollower,
    private readonly search: SearchService,
    private readonly clock: BusinessClock,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(SEARCH_LOOKS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    if (!this.follower.isReady) return;
    for (const due of await this.uow.query<Due>(DUE)) await this.look(due);
  }

  private async look({ id, query, lookedAt, mark, actor }: Due): Promise<void> {
    // Before the search: what is published meanwhile is found again next time rather than never.
    const now = await this.clock.now();
    const count = await this.countNew({ ...actor, kind: 'person', sessionId: null, keyId: null }, query, lookedAt);
    await this.uow.run(async () => {
      const moved = await this.uow.query(
        'UPDATE saved_search SET looked_at = $2 WHERE id = $1 AND looked_at = $3::timestamptz RETURNING id',
        [id, now, mark],
      );
      // Another process has looked at the same moment.
      if (moved.length === 0 || count === 0) return;
      await this.events.publish(searchFound, { searchId: id, count, run: randomUUID() });
    });
  }

  /** What has been published since, newest first, page by page. Nought for a filter that she may no longer use. */
  private async countNew(actor: PersonActor, query: string, since: Date): Promise<number> {
    let count = 0;
    for (let after: string | undefined; ;) {
      const page = await this.search
        .search(actor, { ...parsed(query), sort: 'date', limit: PAGE, ...(after !== undefined && { after }) })
        .catch((error: unknown) => {
          if (error instanceof DomainError && error.kind === 'invalid') return { items: [], next: null };
          throw error;
        });
      const fresh = page.items.filter(({ publishedAt }) => new Date(publishedAt) > since).length;
      count += fresh;
      if (fresh < page.items.length || page.next === null) return count;
      after = page.next;
    }
  }
}
