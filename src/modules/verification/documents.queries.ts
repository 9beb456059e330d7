import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hasLevel, levelSql, OrganizationsQueries, requireSight } from '../organizations/index.js';
import { Rules, WorkingDays } from '../rules/index.js';
import {
  countsFrom,
  dueDiligencePartOf,
  isAccepted,
  L1_PAPERS,
  L2_PAPERS,
  type L2Part,
  missingParts,
  type VerificationPeriod,
} from './verification.policy.js';
import { PERIODS, type PeriodLevel } from './verification-periods.js';
import { renewalDays, verificationDueDays } from './verification.rules.js';
import type { DocumentsView, DocumentView } from './verification.schemas.js';

/** Where the due diligence of an organization stands. */
interface DueDiligenceStand {
  missing: L2Part[];
  until: Date | null;
  renewableFrom: Date | null;
  /** Since all of it has been accepted and an administrator has to decide; null while something is missing, a verification too. */
  readySince: Date | null;
  counting: string[];
}

const DOCUMENT = `
  SELECT id, kind, title, reference, language, translated, issued_on::text AS "issuedOn", expires_on::text AS "expiresOn", uploaded_at AS "uploadedAt",
         outcome, reason, note, copy_by AS "copyBy", reviewed_at AS "reviewedAt", (SELECT p.name FROM person p WHERE p.id = reviewer_id) AS reviewer,
         CASE WHEN outcome IS NOT NULL THEN CASE WHEN EXISTS (SELECT FROM country_officer c JOIN organization o ON o.id = $1 AND o.country = c.country
           WHERE c.person_id = reviewer_id) THEN 'centre' ELSE 'administrators' END END AS "reviewedBy",
         (SELECT jsonb_build_object('name', f.name, 'type', f.type, 'bytes', f.bytes) FROM stored_file f WHERE f.id = file_id) AS file
  FROM organization_document WHERE organization_id = $1 ORDER BY uploaded_at, id`;

const isSince = ({ uploadedAt }: DocumentView, from: Date | null): boolean => from === null || new Date(uploadedAt) >= from;

/** The papers of an organization: level 5, for its members, its centre, administrators and auditors. */
@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
  ) {}

  /** A reading by office is audited. @throws DomainError `organization.not-found`, `organization.members-only` for everybody else. */
  async list(actor: Actor, organizationId: string): Promise<DocumentsView> {
    return this.uow.run(async () => {
      const facts = await this.organizations.facts(organizationId, actor);
      requireSight(actor, facts, 'full');
      const items = await this.of(organizationId);
      if (facts.role === null && items.length > 0 && personIdOf(actor) !== null)
        await this.audit.record(actor, { action: 'organization.read-documents', subject: { type: 'organization', id: organizationId } });
      const now = await this.clock.now();
      const { from, until } = await this.period(organizationId, 'verified');
      const counting = items.filter((paper) => isSince(paper, from));
      const { counting: _, readySince, ...dueDiligence } = await this.dueDiligence(organizationId);
      const decision = readySince && {
        with: 'administrators' as const,
        since: readySince,
        ...(await this.dueFrom(readySince, facts.country, now)),
      };
      const isSettled = hasLevel(facts.level, 'verified') && from !== null && now < from;
      return {
        // Members learn which office has decided, not who.
        items: facts.role === null ? items : items.map((paper) => ({ ...paper, reviewer: null })),
        missing: isSettled ? [] : missingParts(L1_PAPERS, counting, await this.today(), isAccepted),
        waiting: await this.waiting(organizationId, facts.country, items, now),
        verifiedUntil: until,
        renewableFrom: from,
        dueDiligence: { ...dueDiligence, waiting: decision },
      };
    });
  }

  /** What of due diligence has not been accepted yet, or has run out, with the ids of the papers that count, and since when the decision waits. */
  async dueDiligence(organizationId: string): Promise<DueDiligenceStand> {
    const { from, until } = await this.period(organizationId, 'due_diligence');
    const papers = (await this.of(organizationId)).filter((paper) => isSince(paper, from));
    const missing = missingParts(L2_PAPERS, papers, await this.today(), isAccepted);
    const accepted = papers.filter((paper) => isAccepted(paper) && dueDiligencePartOf(paper.kind) !== null);
    const last = Math.max(...accepted.map(({ reviewedAt }) => new Date(reviewedAt ?? 0).getTime()));
    // The level above rests on a verification: until there is one, nobody can decide.
    const [verified] = await this.uow.query<{ since: Date | null }>(
      `SELECT verified_since AS since FROM organization WHERE id = $1 AND ${levelSql('level', 'verified')} AND standing = 'good'`,
      [organizationId],
    );
    const isReady = missing.length === 0 && verified !== undefined;
    const readySince = isReady ? new Date(Math.max(last, from?.getTime() ?? 0, verified.since?.getTime() ?? 0)) : null;
    return { missing, until, renewableFrom: from, readySince, counting: papers.map(({ id }) => id) };
  }

  /** By when a decision on papers should have been taken that waits since then. */
  async dueAt(since: Date, country: string): Promise<Date> {
    return this.workingDays.after(since, await this.rules.get(verificationDueDays), country);
  }

  /** What of the countries an actor serves waits for a decision: organizations, and the oldest of their papers. */
  async atTheDesk(countries: readonly string[] | 'all'): Promise<{ count: number; oldest: Date | null }> {
    const [row] = await this.uow.query<{ count: number; oldest: Date | null }>(
      `SELECT count(DISTINCT d.organization_id)::integer AS count, min(d.uploaded_at) AS oldest
       FROM organization_document d JOIN organization o ON o.id = d.organization_id WHERE d.outcome IS NULL AND ($1 OR o.country = ANY($2))`,
      [countries === 'all', countries === 'all' ? [] : countries],
    );
    return row ?? { count: 0, oldest: null };
  }

  of(organizationId: string): Promise<DocumentView[]> {
    return this.uow.query<DocumentView>(DOCUMENT, [organizationId]);
  }

  /** The papers that count towards the next verification. */
  async counting(organizationId: string): Promise<DocumentView[]> {
    const { from } = await this.period(organizationId, 'verified');
    return (await this.of(organizationId)).filter((paper) => isSince(paper, from));
  }

  /** `YYYY-MM-DD`, UTC. */
  async today(): Promise<string> {
    return (await this.clock.now()).toISOString().slice(0, 10);
  }

  private async period(organizationId: string, level: PeriodLevel): Promise<{ from: Date | null; until: Date | null }> {
    const [columns] = PERIODS.filter((period) => period.level === level);
    const rows = await this.uow.query<VerificationPeriod>(
      `SELECT ${columns?.since} AS since, ${columns?.until} AS until FROM organization WHERE id = $1`,
      [organizationId],
    );
    const period = rows[0] ?? { since: null, until: null };
    return { from: countsFrom(period, await this.rules.get(renewalDays)), until: period.until };
  }

  private async waiting(id: string, country: string, items: readonly DocumentView[], now: Date): Promise<DocumentsView['waiting']> {
    const first = items.find(({ outcome }) => outcome === null);
    if (!first) return null;
    const since = new Date(first.uploadedAt);
    const officers = await this.organizations.officersFreeFor(id);
    return { with: officers.length > 0 ? 'centre' : 'administrators', since, ...(await this.dueFrom(since, country, now)) };
  }

  private async dueFrom(since: Date, country: string, now: Date): Promise<{ dueAt: Date; late: boolean }> {
    const dueAt = await this.dueAt(since, country);
    return { dueAt, late: dueAt <= now };
  }
}
