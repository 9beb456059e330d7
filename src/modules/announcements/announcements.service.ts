import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Audience } from './announcement.entity.js';
import type { NewAnnouncement } from './announcements.schemas.js';

export interface AnnouncementView {
  id: string;
  texts: Partial<Record<string, string>>;
  audience: Audience;
  from: string;
  until: string | null;
  status: 'future' | 'in-force' | 'past' | 'withdrawn';
}

/** A process shows what another one has announced after this long at most. */
const FRESH_MS = 10_000;
const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;
const MOST = 100;

/** What is said above every page; who may say it is the route's policy (administrators). */
@Injectable()
export class Announcements {
  private seen: { at: number; items: Promise<AnnouncementView[]> } | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  async announce(actor: Actor, { texts, audience, from, until }: NewAnnouncement): Promise<string> {
    const id = await this.uow.run(async () => {
      const [row] = await this.uow.query<{ id: string }>(
        `INSERT INTO announcement (texts, audience, shown_from, shown_until, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [JSON.stringify(texts), audience, from, until, personIdOf(actor)],
      );
      if (!row) throw new Error('an announcement was not stored');
      await this.record(actor, 'announcement.make', row.id, { audience, from, until });
      return row.id;
    });
    this.seen = undefined;
    return id;
  }

  /** Ends it before its last day, or before its first. @throws DomainError `announcement.not-found`. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async () => {
      const ended = await this.uow.query(`UPDATE announcement SET ended_at = gate_now() WHERE id = $1 AND ended_at IS NULL RETURNING id`, [
        id,
      ]);
      if (ended.length === 0) throw notFound('announcement');
      await this.record(actor, 'announcement.end', id, {});
    });
    this.seen = undefined;
  }

  /** The latest first. */
  list(): Promise<AnnouncementView[]> {
    return this.uow.query<AnnouncementView>(
      `SELECT id, texts, audience, shown_from::text AS "from", shown_until::text AS until,
              CASE WHEN ended_at IS NOT NULL THEN 'withdrawn' WHEN shown_from > ${TODAY} THEN 'future' WHEN shown_until < ${TODAY} THEN 'past' ELSE 'in-force' END AS status
       FROM announcement ORDER BY shown_from DESC, id LIMIT ${MOST}`,
    );
  }

  /** What is to be said now to this actor; read anew every ten seconds at most, because every page asks. */
  async now(actor: Actor): Promise<AnnouncementView[]> {
    if (!this.seen || performance.now() - this.seen.at > FRESH_MS) this.seen = { at: performance.now(), items: this.list() };
    const items = await this.seen.items.catch(() => {
      this.seen = undefined;
      return [];
    });
    return items.filter(({ status, audience }) => status === 'in-force' && (audience === 'everybody' || actor.kind === 'person'));
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, string | null>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'announcement', id }, data });
  }
}
