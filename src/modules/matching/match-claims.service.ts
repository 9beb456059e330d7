import { Injectable } from '@nestjs/common';
import { isAdministrator, personIdOf, type Actor, type PersonActor } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { claimHours, requireUnclaimed } from '../listings/index.js';
import { MatchRules } from './match-rules.js';
import { MatchSteps, type OpenMatch } from './match-steps.js';
import type { MatchEntity } from './match.entity.js';
import { MatchRepository } from './match.repository.js';

/** Administrators take matches under review on, give them back, and are given some, so that no two do the same work. */
@Injectable()
export class MatchClaims {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly steps: MatchSteps,
    private readonly rules: MatchRules,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404; `review.claim-forbidden` (403); `review.claimed`, `review.not-waiting` (409). */
  claim(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const { match, roles } = await this.steps.open(actor, id);
      if (!roles.includes('reviewer'))
        throw new DomainError('forbidden', 'review.claim-forbidden', {
          detail: 'An administrator takes it on who belongs to neither side and did not bring them together.',
        });
      requireWaiting(match);
      await this.requireFree(match, actor);
      await this.hand(actor, match, 'claim', personIdOf(actor));
    });
  }

  /** By whoever has it, and by administrators. Doing it twice changes nothing. */
  release(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const { match } = await this.openAsAdministrator(actor, id, 'review.release-forbidden');
      if (match.claimedBy !== null) await this.hand(actor, match, 'release', null);
    });
  }

  /** An administrator gives it to one who may decide on it. @throws DomainError as claim; `request.invalid` (400) for one who may not. */
  assign(actor: Actor, id: string, personId: string): Promise<void> {
    return this.uow.run(async () => {
      const { match } = await this.openAsAdministrator(actor, id, 'review.assign-forbidden');
      requireWaiting(match);
      if (!(await this.mayReview(personId, match)))
        throw invalid([
          { path: 'personId', code: 'not-a-reviewer', message: 'She does not review this: name an administrator who had no hand in it.' },
        ]);
      await this.hand(actor, match, 'assign', personId);
    });
  }

  /** @throws DomainError `review.claimed` (409) while a colleague has it. */
  async requireFree(match: MatchEntity, actor: Actor): Promise<void> {
    if (match.claimedBy === null) return;
    requireUnclaimed(match, personIdOf(actor), { hours: await this.rules.of(match, claimHours), now: await this.clock.now() });
  }

  private async openAsAdministrator(actor: Actor, id: string, code: string): Promise<OpenMatch> {
    const open = await this.steps.open(actor, id);
    if (isAdministrator(actor)) return open;
    throw new DomainError('forbidden', code, { detail: 'Administrators assign reviews of matches and release them.' });
  }

  private async mayReview(personId: string, match: MatchEntity): Promise<boolean> {
    const [person] = await this.uow.query<Pick<PersonActor, 'administrator' | 'officerOf'>>(
      `SELECT p.administrator, ARRAY(SELECT o.country FROM serving_officer o WHERE o.person_id = p.id) AS "officerOf"
       FROM person p WHERE p.id = $1 AND p.disabled_at IS NULL`,
      [personId],
    );
    if (!person?.administrator) return false;
    const she: PersonActor = {
      kind: 'person',
      personId,
      sessionId: null,
      keyId: null,
      organization: null,
      auditor: false,
      language: 'en',
      ...person,
    };
    return (await this.steps.face(she, match)).roles.includes('reviewer');
  }

  private async hand(actor: Actor, { id }: MatchEntity, act: 'claim' | 'release' | 'assign', personId: string | null): Promise<void> {
    await this.matches.claim(id, personId);
    await this.audit.record(actor, { action: `match-review.${act}`, subject: { type: 'match', id }, data: { reviewer: personId } });
  }
}

function requireWaiting({ state }: MatchEntity): void {
  if (state !== 'under_review') throw new DomainError('conflict', 'review.not-waiting', { detail: 'It does not wait for review.' });
}
