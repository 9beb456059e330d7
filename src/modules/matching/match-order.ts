import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OfferKind, PublishedListing } from '../listings/index.js';
import type { MatchClass } from './match-policy.entity.js';

const FACILITY = 'global';

/** The classes an offer falls into besides `any`. */
export function classesOf(kind: string, content: unknown): MatchClass[] {
  const { details } = (content ?? {}) as { details?: { dualUse?: boolean } };
  return kind === 'technology' && details?.dualUse === true ? ['any', 'dual-use'] : ['any'];
}

/** Who is asked first, read from `match_policy` at every run: an administrator changes a row, not the code. */
@Injectable()
export class MatchOrder {
  constructor(private readonly uow: UnitOfWork) {}

  /** Ids of those offers whose matches start `held` until an administrator releases them. */
  async heldFirst(offers: readonly Pick<PublishedListing, 'id' | 'kind' | 'content'>[]): Promise<Set<string>> {
    if (offers.length === 0) return new Set();
    const rows = await this.uow.query<{ kind: OfferKind; class: MatchClass }>(
      `SELECT kind, class FROM match_policy WHERE facility = $1 AND (first_asked = 'administrator_first' OR sensitive)`,
      [FACILITY],
    );
    const strict = new Set(rows.map((row) => `${row.kind} ${row.class}`));
    return new Set(offers.filter(({ kind, content }) => classesOf(kind, content).some((c) => strict.has(`${kind} ${c}`))).map(({ id }) => id));
  }
}
