import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { listingClosed, listingPublished } from '../listings/index.js';
import { MatchListingsReader, termsChanged } from './match-listings.js';
import { MatchSteps } from './match-steps.js';
import { isOpen, matchLifecycle, MATCH_SIDES } from './match.lifecycle.js';
import { BUSINESS_NOW, MatchRepository } from './match.repository.js';
import { closeListingJob, newRevisionJob } from './matching.jobs.js';

const ACTOR: Actor = system('job:matching.endings');

// A listing that only rests or whose time is up ends no match that somebody wants; one that is taken away ends them all.
const ENDS_ALL = ['withdrawn', 'suspended', 'archived', 'rejected', 'fulfilled'];
const ENDS_SUGGESTIONS = ['expired'];

/** What the life of a listing means for matches that people have acted on; all others are the engine's. */
@Injectable()
export class MatchEndingsJobs implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly steps: MatchSteps,
    private readonly listings: MatchListingsReader,
    private readonly jobs: Jobs,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on(listingClosed, ({ listingId, reason }) => this.jobs.add(closeListingJob, { listingId, reason }));
    this.events.on(listingPublished, async ({ listingId, revision, first }) =>
      first ? undefined : this.jobs.add(newRevisionJob, { listingId, revision }),
    );
  }

  /** Each match in a commit of its own, so that none is locked for long; the row of the job is done last. */
  @Handles(closeListingJob)
  async closeListing({ listingId, reason }: { listingId: string; reason: string }, run: JobRun): Promise<void> {
    for (const id of await this.matches.openOf(listingId)) {
      run.signal.throwIfAborted();
      await this.uow.run(() => this.end(id, listingId, reason));
    }
    await run.complete(async () => undefined);
  }

  /** A new revision: what was scored is no longer what there is, and a yes to other terms has to be said again. Asked once. */
  @Handles(newRevisionJob)
  async newRevision({ listingId }: { listingId: string; revision: number }, run: JobRun): Promise<void> {
    for (const id of await this.matches.openOf(listingId)) {
      run.signal.throwIfAborted();
      await this.uow.run(() => this.ask(id));
    }
    await run.complete(async () => undefined);
  }

  private async end(id: string, listingId: string, reason: string): Promise<void> {
    const match = await this.matches.lock(id);
    if (!match || !isOpen(match.state)) return;
    const name = ENDS_ALL.includes(reason) ? 'withdraw' : ENDS_SUGGESTIONS.includes(reason) ? 'lapse' : null;
    // From the first yes a match outlives the term of its listings.
    if (name === 'lapse' && match.state !== 'suggested' && match.state !== 'held') return;
    if (!name || !matchLifecycle.allowed(match.state, ['system']).includes(name)) return;
    const edge = matchLifecycle.take(name, match.state, ['system']);
    const why = match.needId === listingId ? 'no-longer-needed' : 'no-longer-offered';
    await this.steps.take(ACTOR, { match, roles: ['system'], side: null }, edge, { endedAt: BUSINESS_NOW, endReason: why }, { reason: why });
  }

  private async ask(id: string): Promise<void> {
    const match = await this.matches.lock(id);
    if (!match || !isOpen(match.state)) return;
    const listings = await this.listings.of(match);
    const newer = listings.seeker.card.publishedRevision !== match.needRevision || listings.provider.card.publishedRevision !== match.offerRevision;
    const changedFor = MATCH_SIDES.filter((side) => termsChanged(match, side, listings));
    const asked = { seeker: match.seekerAskedAt, provider: match.providerAskedAt };
    const unasked = changedFor.filter((side) => asked[side] === null);
    if (newer === match.changedSince && unasked.length === 0) return;
    await this.matches.update(match, {
      changedSince: newer,
      ...(unasked.length > 0 && { nudged: 0 }),
      ...(unasked.includes('seeker') && { seekerAskedAt: BUSINESS_NOW }),
      ...(unasked.includes('provider') && { providerAskedAt: BUSINESS_NOW }),
    });
    match.version++;
    for (const side of unasked) await this.steps.record(ACTOR, match, { name: 'ask-again', from: match.state, side });
  }
}
