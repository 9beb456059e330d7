import { Injectable } from '@nestjs/common';
import { type Actor, isAdministrator, isAuditor } from '../../kernel/actor.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { byTriage, triage, type TriageFacts } from './triage.js';
import { needTriage } from './triage.rules.js';
import type { TriageQuery, TriageView } from './triage.schemas.js';

interface Waiting extends TriageFacts {
  id: string;
  reference: string;
  title: string;
  state: string;
  facility: string;
  submittedAt: Date;
}

/** The needs that wait for review, in the order in which they should be looked at. */
@Injectable()
export class NeedTriage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  /** Those an actor reviews: officers see those that their desk reviews, administrators and auditors all. */
  async waiting(actor: Actor, { limit }: TriageQuery): Promise<TriageView[]> {
    if (actor.kind !== 'person') return [];
    const all = isAdministrator(actor) || isAuditor(actor);
    const rows = await this.uow.query<Waiting>(
      `SELECT l.id, l.reference, r.content->>'title' AS title, l.state, l.facility, l.country, l.submitted_at AS "submittedAt",
              coalesce(r.content->>'description', r.content->'details'->>'problem') IS NOT NULL AS described,
              r.content->'details'->'nationalPlan' IS NOT NULL AS "nationalPlan",
              (SELECT count(*)::int FROM catalogue_listing c WHERE c.kind = 'need' AND c.country = l.country) AS "openOfCountry"
       FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.latest_revision
       WHERE l.kind = 'need' AND l.state IN ('centre_review', 'global_review') AND ($1 OR coalesce(l.review_country, l.owner_country) = ANY($2))
       ORDER BY l.submitted_at, l.id`,
      [all, actor.officerOf],
    );
    const policies = await this.rules.byFacility(needTriage);
    const book = this.taxonomy.current();
    const day = (await this.clock.now()).toISOString().slice(0, 10);
    return rows
      .map(({ described, nationalPlan, openOfCountry, facility, ...need }) => {
        const facts = { country: need.country, described, nationalPlan, openOfCountry };
        return { ...need, facility, ...triage(facts, policies.own.get(facility) ?? policies.all, book, day) };
      })
      .sort(byTriage)
      .slice(0, limit);
  }
}
