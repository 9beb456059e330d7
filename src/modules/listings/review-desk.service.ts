import { Injectable } from '@nestjs/common';
import { type Fault, invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { requireUnclaimed } from './claim.js';
import { claimHours, reviewChecklist } from './listing-review.rules.js';
import type { ListingEntity } from './listing.entity.js';
import type { ListingRevision } from './listing.repository.js';
import type { Verdict } from './remarks.js';
import type { Decision } from './review-decision.entity.js';

const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** What a reviewer must have done before she decides. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError `review.claimed` (409) while a colleague has it; `request.invalid` (400) for what was not read or not looked at. */
  async requireReady(
    row: ListingEntity,
    revision: ListingRevision,
    reviewerId: string,
    decision: Decision,
    verdict: Verdict,
  ): Promise<void> {
    await this.requireFree(row, reviewerId);
    if (decision !== 'approve') return;
    const faults = [...(await this.unread(revision, reviewerId, verdict)), ...(await this.notLookedAt(row, verdict))];
    if (faults.length > 0) throw invalid(faults);
  }

  /** @throws DomainError `review.claimed` (409) while somebody else has taken it on, within the hours a claim lasts. */
  async requireFree(row: ListingEntity, personId: string): Promise<void> {
    requireUnclaimed(row, personId, { hours: await this.rules.get(claimHours, row.facility), now: await this.clock.now() });
  }

  /** Languages she reads: the one she uses GATE in, and those a centre has her for. */
  async languagesOf(personId: string): Promise<string[]> {
    const rows = await this.uow.query<{ language: string }>(
      `SELECT language FROM person WHERE id = $1 UNION SELECT unnest(languages) FROM country_officer WHERE person_id = $1 AND active`,
      [personId],
    );
    return rows.map(({ language }) => base(language));
  }

  /** Whether she reads its language, or it is there in one that she reads. */
  async reads(personId: string, { language, content }: ListingRevision): Promise<boolean> {
    const hers = await this.languagesOf(personId);
    return (
      hers.includes(base(language)) || content.texts.some((text) => text.description !== undefined && hers.includes(base(text.language)))
    );
  }

  private async unread(revision: ListingRevision, reviewerId: string, { readBy }: Verdict): Promise<Fault[]> {
    if (readBy !== undefined || (await this.reads(reviewerId, revision))) return [];
    const message = `Its language is "${revision.language}", which is none of yours: say who read it for you.`;
    return [{ path: 'readBy', code: 'required', message }];
  }

  private async notLookedAt({ kind, facility }: ListingEntity, { checklist = {} }: Verdict): Promise<Fault[]> {
    const { required, items } = (await this.rules.get(reviewChecklist, facility))[kind];
    const unknown = Object.keys(checklist).filter((key) => !Object.hasOwn(items, key));
    const missing = required ? Object.keys(items).filter((key) => checklist[key] !== true) : [];
    return [
      ...unknown.map((key) => ({ path: `checklist.${key}`, code: 'unknown', message: 'The checklist in force has no such item.' })),
      ...missing.map((key) => ({
        path: `checklist.${key}`,
        code: 'required',
        message: `Look at this before you approve: ${items[key] ?? key}`,
      })),
    ];
  }
}
