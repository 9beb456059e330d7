import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, pageOf, type Page } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TaxonomyService } from '../taxonomy/index.js';
import type { NotificationKind } from './notification-kinds.js';
import { NoticeTextsReader } from './notice-texts.reader.js';
import { type HouseTexts, textOf } from './notification-words.js';
import type { NotificationParams, SubjectType } from './notification.entity.js';
import type { NotificationsQuery, NotificationView } from './notifications.schemas.js';

interface Row {
  id: string;
  kind: NotificationKind;
  subjectType: SubjectType;
  subjectId: string;
  params: NotificationParams;
  link: string;
  createdAt: Date;
  readAt: Date | null;
  cursor: string;
}

const COLUMNS = `id, kind, subject_type AS "subjectType", subject_id AS "subjectId", params, link, created_at AS "createdAt", read_at AS "readAt",
  created_at::text AS cursor`;

// A key does not read what she is told as somebody else than the key is bound to.
const OWN = 'person_id = $1 AND (NOT $2 OR organization_id IS NOT DISTINCT FROM $3::uuid)';
const owner = ({ personId, keyId, organization }: PersonActor) => [personId, keyId !== null, organization?.id ?? null];

/** A person's own inbox. */
@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taxonomy: TaxonomyService,
    private readonly texts: NoticeTextsReader,
  ) {}

  /** The newest first. */
  async page(actor: PersonActor, query: NotificationsQuery): Promise<Page<NotificationView>> {
    const [createdAt, id] = query.after ? decodeCursor(query.after, ['time', 'id']) : [null, null];
    const rows = await this.uow.query<Row>(
      `SELECT ${COLUMNS} FROM notification
       WHERE ${OWN} AND ($4::boolean IS NULL OR (read_at IS NULL) = $4)
         AND ($5::timestamptz IS NULL OR (notification.created_at, notification.id) < ($5::timestamptz, $6::uuid))
       ORDER BY notification.created_at DESC, notification.id DESC LIMIT $7`,
      [...owner(actor), query.unread ?? null, createdAt, id, query.limit + 1],
    );
    const page = pageOf(rows, query.limit, (row) => [row.cursor, row.id]);
    const house = await this.texts.of(page.items);
    return { ...page, items: page.items.map((row) => this.view(row, actor, house)) };
  }

  /** How many the actor has not read. */
  async unread(actor: PersonActor): Promise<number> {
    const [row] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM notification WHERE ${OWN} AND read_at IS NULL`,
      owner(actor),
    );
    return row?.count ?? 0;
  }

  /** Marks one as read, the first time for good. @throws DomainError `notification.not-found`, also for another person's. */
  async read(actor: PersonActor, id: string): Promise<NotificationView> {
    const [row] = await this.uow.query<Row>(
      `UPDATE notification SET read_at = coalesce(read_at, gate_now()) WHERE ${OWN} AND id = $4 RETURNING ${COLUMNS}`,
      [...owner(actor), id],
    );
    if (!row) throw notFound('notification');
    return this.view(row, actor, await this.texts.of([row]));
  }

  /** Marks all as read. @returns how many were not yet. */
  async readAll(actor: PersonActor): Promise<number> {
    const rows = await this.uow.query(
      `UPDATE notification SET read_at = gate_now() WHERE ${OWN} AND read_at IS NULL RETURNING id`,
      owner(actor),
    );
    return rows.length;
  }

  private view(row: Row, { language }: PersonActor, house: HouseTexts): NotificationView {
    return {
      id: row.id,
      kind: row.kind,
      subject: { type: row.subjectType, id: row.subjectId },
      text: textOf(row, language, this.taxonomy.current(), house),
      link: row.link,
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    };
  }
}
