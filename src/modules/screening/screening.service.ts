import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { OrganizationCodes, OrganizationsQueries, organizationChanged, requireFourEyes } from '../organizations/index.js';
import type { Likeness } from './name-index.js';
import { nameKey } from './names.js';
import { organizationHeld } from './screening.events.js';
import type { HitStatus } from './screening.entities.js';
import type { HitDecision } from './screening.schemas.js';

interface Hit {
  organizationId: string;
  status: HitStatus;
  decidedBy: string | null;
}

/** Keeps what screening found, and holds organizations until a person has decided about every hit of theirs. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly codes: OrganizationCodes,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Records the hits of one organization under the name that was compared. A pair of names that somebody has decided about before is no hit again.
   * Joins the caller's unit of work.
   */
  async found(actor: Actor, { organizationId, name }: { organizationId: string; name: string }, hits: readonly Likeness[]): Promise<void> {
    if (hits.length === 0) return;
    await this.lock(organizationId);
    const key = nameKey(name).text;
    const rows = hits.map(({ entry, name: listedName, likeness }) => ({
      entryKey: entryKey(entry),
      listName: entry.list,
      listedName,
      country: entry.country,
      likeness,
    }));
    const added = await this.uow.query<{ id: string }>(
      `INSERT INTO screening_hit (organization_id, name_key, entry_key, list_name, listed_name, listed_country, likeness)
       SELECT DISTINCT ON (h."entryKey") $1::uuid, $2, h."entryKey", h."listName", h."listedName", h.country, h.likeness
       FROM jsonb_to_recordset($3::jsonb) AS h ("entryKey" text, "listName" text, "listedName" text, country text, likeness real)
       ON CONFLICT ON CONSTRAINT uq_screening_hit_pair DO NOTHING RETURNING id`,
      [organizationId, key, JSON.stringify(rows)],
    );
    for (const { id } of added)
      await this.audit.record(actor, {
        action: 'screening.hit',
        subject: { type: 'screening-hit', id },
        data: { organization: organizationId },
      });
    if (added.length > 0 && (await this.hold(organizationId))) await this.events.publish(organizationHeld, { organizationId });
  }

  /**
   * Decides about an open hit: `cleared`, another one of that name; `confirmed`, it is the one, and the organization stays held. What was confirmed may
   * be cleared later by somebody else, so that a mistake, or a name that has left its list, holds nobody for ever.
   * @throws DomainError `screening-hit.not-found`, `organization.own-organization`, `screening-hit.decided` (409).
   */
  decide(actor: Actor, id: string, status: 'cleared' | 'confirmed', { reason, note }: HitDecision): Promise<void> {
    return this.uow.run(async () => {
      const { organizationId } = await this.read(id);
      await this.lock(organizationId);
      const hit = await this.read(id);
      requireFourEyes(actor, await this.organizations.facts(hit.organizationId, actor));
      const isSecondLook = hit.status === 'confirmed' && status === 'cleared' && hit.decidedBy !== personIdOf(actor);
      if (hit.status !== 'open' && !isSecondLook)
        throw new DomainError('conflict', 'screening-hit.decided', { detail: `Somebody has decided about it: it is ${hit.status}.` });
      await this.codes.requireReason(reason);
      await this.uow.query(
        `UPDATE screening_hit SET status = $2, reason = $3, note = $4, decided_at = gate_now(), decided_by = $5 WHERE id = $1`,
        [id, status, reason, note ?? null, personIdOf(actor)],
      );
      await this.audit.record(actor, {
        action: status === 'cleared' ? 'screening.clear' : 'screening.confirm',
        subject: { type: 'screening-hit', id },
        data: { organization: hit.organizationId, reason },
      });
      await this.hold(hit.organizationId);
    });
  }

  private async read(id: string): Promise<Hit> {
    const [hit] = await this.uow.query<Hit>(
      'SELECT organization_id AS "organizationId", status, decided_by AS "decidedBy" FROM screening_hit WHERE id = $1',
      [id],
    );
    if (!hit) throw notFound('screening-hit');
    return hit;
  }

  /** Whoever finds or decides waits for her turn: of the last two hits cleared at once, one has to see the other. */
  private async lock(organizationId: string): Promise<void> {
    await this.uow.query('SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
  }

  /** Holds it while a hit is open or confirmed. @returns whether it was not held before and is now. */
  private async hold(organizationId: string): Promise<boolean> {
    const [changed] = await this.uow.query<{ held: boolean }>(
      `UPDATE organization AS o SET held = h.held
       FROM (SELECT EXISTS (SELECT FROM screening_hit WHERE organization_id = $1 AND status <> 'cleared') AS held) AS h
       WHERE o.id = $1 AND o.held <> h.held RETURNING o.held`,
      [organizationId],
    );
    if (changed) await this.events.publish(organizationChanged, { organizationId, ...(!changed.held && { decision: 'release' as const }) });
    return changed?.held ?? false;
  }
}

const entryKey = ({ list, names, country }: Likeness['entry']): string => [list, nameKey(names[0] ?? '').text, country ?? ''].join('|');
