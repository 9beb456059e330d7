import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OfferKind, PublishedListing } from '../listings/index.js';
import type { MatchClass } from './match-policy.entity.js';

const GLOBAL = 'global';

interface Policy {
  facility: string;
  kind: OfferKind;
  class: MatchClass;
  strict: boolean;
}

/** The classes an offer falls into besides `any`. */
export function classesOf(kind: string, content: unknown): MatchClass[] {
  const { details } = (content ?? {}) as { details?: { dualUse?: boolean } };
  return kind === 'technology' && details?.dualUse === true ? ['any', 'dual-use'] : ['any'];
}

/** Who is asked first, read from `match_policy` at every run: an administrator changes a row, not the code. */
@Injectable()
export class MatchOrder {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Ids of those offers whose matches start `held` until an administrator releases them: by the order of their home facility, where that has one for
   * their kind and class, else by the one for all.
   */
  async heldFirst(offers: readonly Pick<PublishedListing, 'id' | 'kind' | 'content'>[]): Promise<Set<string>> {
    if (offers.length === 0) return new Set();
    const policies = await this.uow.query<Policy>(
      `SELECT facility, kind, class, first_asked = 'administrator_first' OR sensitive AS strict FROM match_policy`,
    );
    const homes = await this.homes(offers, policies);
    const isStrict = (facility: string, kind: string, of: MatchClass): boolean | undefined =>
      policies.find((one) => one.facility === facility && one.kind === kind && one.class === of)?.strict;
    const held = offers.filter(({ id, kind, content }) =>
      classesOf(kind, content).some((of) => isStrict(homes.get(id) ?? GLOBAL, kind, of) ?? isStrict(GLOBAL, kind, of)),
    );
    return new Set(held.map(({ id }) => id));
  }

  private async homes(offers: readonly { id: string }[], policies: readonly Policy[]): Promise<ReadonlyMap<string, string>> {
    if (policies.every(({ facility }) => facility === GLOBAL)) return new Map();
    const rows = await this.uow.query<{ id: string; facility: string }>('SELECT id, facility FROM listing WHERE id = ANY($1)', [
      offers.map(({ id }) => id),
    ]);
    return new Map(rows.map(({ id, facility }) => [id, facility]));
  }
}
