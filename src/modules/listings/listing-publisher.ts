import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { forFacility, Rules } from '../rules/index.js';
import type { ListingKind } from './content.schemas.js';
import { type AnyContent, ListingKinds } from './listing-kinds.js';
import { fieldsOf } from './translations.js';
import { ListingChanges } from './listing-changes.js';
import { lifeMonths } from './listing-life.rules.js';

/** A revision that goes online now. */
export interface Publication {
  listingId: string;
  kind: ListingKind;
  revision: number;
  language: string;
  content: AnyContent;
  /** Who stands behind it: the submitter, or the importing administrator. */
  assuredBy: string | null;
}

/** Puts revisions online: the listing's own columns, its texts and codes as rows, and the numbered change. Joins the caller's unit of work. */
@Injectable()
export class ListingPublisher {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: ListingChanges,
    private readonly kinds: ListingKinds,
    private readonly rules: Rules,
  ) {}

  /** A first publication starts the listing's life; a later one changes neither its dates of birth and expiry nor whether it is paused. */
  async publish(publications: readonly Publication[]): Promise<void> {
    if (publications.length === 0) return;
    await this.uow.query(
      `UPDATE listing l
       SET state = CASE WHEN l.published_revision IS NULL THEN 'published' ELSE l.state END,
           published_revision = p.revision, pending_revision = NULL, pending_state = NULL, review_since = NULL, language = p.language,
           country = coalesce(p.content->>'country', l.owner_country), anonymous = coalesce((p.content->>'anonymous')::boolean, false),
           contact_person_id = coalesce((p.content->>'contactPersonId')::uuid, CASE WHEN NOT l.on_behalf THEN l.submitted_by END),
           published_at = coalesce(l.published_at, gate_now()), listed_at = coalesce(l.published_at, gate_now()),
           assured_at = gate_now(), assured_by = p."assuredBy", assured_changed = NULL, expires_at = coalesce(l.expires_at, gate_now() + make_interval(months => ${forFacility('l.facility')}::integer)),
           version = l.version + 1, updated_at = gate_now()
       FROM jsonb_to_recordset($3::jsonb) AS p ("listingId" uuid, revision integer, language text, content jsonb, "assuredBy" uuid)
       WHERE l.id = p."listingId"`,
      [...(await this.rules.forStatement(lifeMonths)), JSON.stringify(publications)],
    );
    await this.normalise(publications);
    await this.changes.note(publications.map(({ listingId }) => listingId));
  }

  private async normalise(publications: readonly Publication[]): Promise<void> {
    const ids = publications.map(({ listingId }) => listingId);
    await this.uow.query('DELETE FROM listing_text WHERE listing_id = ANY($1)', [ids]);
    await this.uow.query('DELETE FROM listing_code WHERE listing_id = ANY($1)', [ids]);
    await this.uow.query(
      `INSERT INTO listing_text (listing_id, language, field, value, origin, checked_by)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, language text, field text, value text, origin text, "checkedBy" uuid)`,
      [JSON.stringify(publications.flatMap((one) => textRows(one, this.kinds.of(one.kind).texts)))],
    );
    await this.uow.query(
      `INSERT INTO listing_code (listing_id, scheme, code, main, percentage)
       SELECT c.id, c.scheme, c.code, coalesce(c.main, false), c.percentage
       FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, scheme text, code text, main boolean, percentage real)`,
      [JSON.stringify(publications.flatMap(({ listingId: id, content }) => content.codes.map((code) => ({ id, ...code }))))],
    );
  }
}

/** The source texts, and those in other languages beside them. */
function textRows({ listingId: id, language, content }: Publication, texts: readonly string[]): object[] {
  const paragraphs = texts.flatMap((name) => (typeof content.details[name] === 'string' ? [[name, content.details[name]] as const] : []));
  const source = { ...content, details: Object.fromEntries(paragraphs), language, origin: 'author', checkedBy: undefined };
  return [source, ...content.texts].flatMap((entry) =>
    fieldsOf(entry).map(([field, value]) => ({
      id,
      language: entry.language,
      field,
      value,
      origin: entry.origin,
      checkedBy: entry.checkedBy,
    })),
  );
}
