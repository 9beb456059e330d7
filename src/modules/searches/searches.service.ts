import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { SavedSearchEntity } from './saved-search.entity.js';
import { kept, parsed } from './saved-query.js';
import { savedMax } from './searches.rules.js';
import type { NewSearch, SavedSearch, SearchPatch } from './searches.schemas.js';

const COLUMNS = `id, name, query, rhythm, looked_at AS "lookedAt", created_at AS "createdAt"`;

/** The searches a person keeps; nobody else sees them. */
@Injectable()
export class SearchesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  list({ personId }: PersonActor): Promise<SavedSearch[]> {
    return this.uow.query<SavedSearch>(`SELECT ${COLUMNS} FROM saved_search WHERE person_id = $1 ORDER BY created_at, id`, [personId]);
  }

  /** @throws DomainError `search.not-found` for one of somebody else. */
  async one({ personId }: PersonActor, id: string): Promise<SavedSearch> {
    const [row] = await this.uow.query<SavedSearch>(`SELECT ${COLUMNS} FROM saved_search WHERE id = $1 AND person_id = $2`, [id, personId]);
    if (!row) throw notFound('search');
    return row;
  }

  /** @throws DomainError `request.invalid` (400) for what a search would refuse, `search.too-many` (409). */
  save(actor: PersonActor, { name, query, rhythm }: NewSearch): Promise<{ id: string }> {
    parsed(kept(query));
    return this.uow.run(async () => {
      const { personId } = actor;
      await this.uow.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      const max = await this.rules.get(savedMax);
      if ((await this.list(actor)).length >= max)
        throw new DomainError('conflict', 'search.too-many', {
          detail: `You keep ${max} searches already: delete one you no longer need.`,
        });
      const { identifiers } = await this.uow.manager.insert(SavedSearchEntity, { personId, name, query: kept(query), rhythm });
      return { id: String(identifiers[0]?.id) };
    });
  }

  /** A changed query, and one that was off, starts anew: what is there already is no news. */
  change(actor: PersonActor, id: string, { query, ...patch }: SearchPatch): Promise<void> {
    if (query !== undefined) parsed(kept(query));
    return this.uow.run(async () => {
      const { rhythm } = await this.one(actor, id);
      const wakes = rhythm === 'off' && patch.rhythm !== undefined && patch.rhythm !== 'off';
      const renewed =
        query === undefined && !wakes ? {} : { ...(query !== undefined && { query: kept(query) }), lookedAt: () => 'gate_now()' };
      if (Object.keys(patch).length > 0 || query !== undefined)
        await this.uow.manager.update(SavedSearchEntity, { id }, { ...patch, ...renewed });
    });
  }

  remove(actor: PersonActor, id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.one(actor, id);
      await this.uow.manager.delete(SavedSearchEntity, { id });
    });
  }
}
