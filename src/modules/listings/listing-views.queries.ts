import { Injectable } from '@nestjs/common';
import { type Actor, actsFor, isAdministrator, isAuditor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { type Page, pageOf } from '../../kernel/pagination.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { levelGives, type OrganizationLevel } from '../organizations/index.js';
import { LISTING_KINDS, type ListingKind } from './content.schemas.js';
import { type Difference, differences } from './content-difference.js';
import { ListingAccess } from './listing-access.js';
import { ListingReaders } from './listing-readers.js';
import { ListingKinds } from './listing-kinds.js';
import { actingFor, pageOfIds } from './listing-scope.js';
import type { PendingState } from './listing.lifecycle.js';
import { insideView } from './listing.policy.js';
import { closedFields, isSaid, type PublicLevel } from './field-levels.js';
import { type ListingLine, type ListingRecord, pick, projectListing, projectSummary, type Viewer } from './listing.projection.js';
import type { ListingQuery } from './listing.schemas.js';

interface Seen {
  viewerLevel: OrganizationLevel | null;
  introduced: boolean;
}
type Line = ListingLine & Seen & { cursor: string };
type Whole = ListingRecord & Seen & { pendingState: PendingState | null; inCatalogue: boolean };

// The organization the viewer acts for decides what she sees of others' listings; $1 is its id, $2 the countries she is an officer of.
const COLUMNS = `
  l.id, l.reference, l.kind, l.organization_id AS "organizationId", l.owner_country AS "ownerCountry", l.review_country AS "reviewCountry", l.country, l.state,
  l.state_reason AS "stateReason", l.state_note AS "stateNote", l.version, l.language, r.revision, l.anonymous, l.is_example AS "isExample",
  l.facility, ARRAY(SELECT t.facility FROM listing_facility_tag t WHERE t.listing_id = l.id ORDER BY 1) AS "facilityTags",
  l.filled_lots AS "filledLots", l.external_key AS "externalKey", l.created_by AS "createdBy", l.on_behalf AS "onBehalf", l.submitted_by AS "submittedBy", l.contact_person_id AS "contactPersonId",
  l.created_at AS "createdAt", l.submitted_at AS "submittedAt", l.published_at AS "publishedAt", l.assured_at AS "assuredAt",
  l.assured_by AS "assuredBy", l.assured_changed AS "assuredChanged", l.expires_at AS "expiresAt",
  json_build_object('id', o.id, 'reference', o.reference, 'legalName', o.legal_name, 'country', o.country, 'type', o.type, 'level', o.level) AS organization,
  (SELECT level FROM organization WHERE id = $1::uuid AND standing = 'good') AS "viewerLevel",
  EXISTS (SELECT FROM listing_introduction i WHERE i.listing_id = l.id AND (i.country = ANY($2::text[])
    OR i.organization_id = (SELECT id FROM organization WHERE id = $1::uuid AND standing = 'good'))) AS introduced`;
const TABLES = `
  JOIN organization o ON o.id = l.organization_id
  JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.published_revision, l.latest_revision)`;
const LINE = `
  ${COLUMNS}, l.listed_at::text AS cursor, CASE WHEN l.pending_state IS NOT NULL THEN json_build_object('state', l.pending_state) END AS pending,
  jsonb_strip_nulls(jsonb_build_object('title', r.content->'title', 'teaser', r.content->'teaser', 'codes', r.content->'codes',
    'kinds', r.content->'kinds'))
    || jsonb_build_object('texts', (SELECT coalesce(jsonb_agg(t - 'description' - 'details'), '[]') FROM jsonb_array_elements(r.content->'texts') t)) AS content`;
const PENDING = `(
  SELECT json_build_object('revision', p.revision, 'state', l.pending_state, 'language', p.language, 'content', p.content)
  FROM listing_revision p WHERE p.listing_id = l.id AND p.revision = l.pending_revision) AS pending`;
const REVIEWS = `(
  SELECT coalesce(json_agg(json_build_object('revision', d.revision, 'stage', d.stage, 'decision', d.decision, 'reason', d.reason, 'note', d.note,
         'at', d.decided_at, 'reviewerId', d.reviewer_id,
         'reviewerName', (SELECT name FROM person WHERE id = d.reviewer_id), 'standIn', d.stand_in, 'checklist', d.checklist, 'readBy', d.read_by) ORDER BY d.decided_at, d.id), '[]')
  FROM review_decision d WHERE d.listing_id = l.id) AS reviews`;

const ENDORSEMENTS = `(
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'institution', e.institution, 'person', e.person_name, 'position', e.person_position,
         'document', e.document, 'letter', (SELECT json_build_object('name', f.name, 'type', f.type, 'bytes', f.bytes) FROM stored_file f WHERE f.id = e.file_id), 'on', e.endorsed_on, 'until', e.expires_on, 'reason', e.withdrawal_reason, 'note', e.withdrawal_note,
         'state', CASE WHEN e.withdrawn_at IS NOT NULL THEN 'withdrawn'
           WHEN e.expires_on < (gate_now() AT TIME ZONE 'UTC')::date THEN 'expired' ELSE 'in-force' END) ORDER BY e.endorsed_on, e.id), '[]')
  FROM listing_endorsement e WHERE e.listing_id = l.id) AS endorsements`;

const REQUESTS = `(
  SELECT coalesce(json_agg(json_build_object('id', q.id, 'revision', q.revision, 'path', q.path, 'note', q.note, 'requestedAt', q.requested_at,
         'answer', q.answer, 'changed', q.changed, 'answeredAt', q.answered_at) ORDER BY q.requested_at, q.position), '[]')
  FROM change_request q WHERE q.listing_id = l.id) AS "changeRequests"`;
// What may be known of an owner who stays unnamed.
const UNNAMED = `json_build_object('country', o.country, 'type', o.type, 'size', o.size, 'level', o.level,
  'levelSince', CASE WHEN o.level IN ('verified', 'due_diligence') THEN to_char(o.verified_since AT TIME ZONE 'UTC', 'YYYY-MM-DD') END,
  'medianAnswerDays', (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY a.days)::numeric, 1)::float FROM organization_answer a WHERE a.organization_id = o.id),
  'knownToCentre', EXISTS (SELECT FROM review_decision d JOIN listing k ON k.id = d.listing_id
     WHERE k.organization_id = o.id AND d.stage = 'centre_review' AND d.decision = 'approve' AND NOT d.stand_in)) AS unnamed`;

// Whether she belongs to its owner decides who may know her name.
const whoIn = (column: string): string => `(SELECT json_build_object('name', p.name, 'isMember',
  EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.organization_id = l.organization_id)) FROM person p WHERE p.id = l.${column})`;
const ACTED = `json_build_object('created', ${whoIn('created_by')}, 'submitted', ${whoIn('submitted_by')}, 'assured', ${whoIn('assured_by')}) AS acted`;

/** Listings as screens show them, each by one statement and cut to what the viewer may see. */
@Injectable()
export class ListingViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kinds: ListingKinds,
    private readonly access: ListingAccess,
    private readonly audit: AuditLog,
    private readonly readers: ListingReaders,
  ) {}

  /** @throws DomainError `listing.not-found` for what is not there, of another collection, or not hers to see. */
  async one(actor: Actor, id: string, kinds: readonly ListingKind[], lang?: string): Promise<Record<string, unknown>> {
    const { row, viewer } = await this.read(actor, id, kinds, lang);
    await this.recordReading(actor, row, viewer);
    return projectListing(row, viewer, this.kinds.of(row.kind), await this.access.allowedTo(actor, row));
  }

  /** What a match shows of a listing beside its line: nothing that only introduced parties read, so that looking at it is not on record. @throws as one. */
  async beside(actor: Actor, id: string): Promise<Record<string, unknown>> {
    const { row, viewer } = await this.read(actor, id, LISTING_KINDS);
    const { translated, ...view } = projectListing(row, viewer, this.kinds.of(row.kind), []);
    return {
      ...pick(view, ['description', 'codes', 'organization', 'unnamed']),
      translated: pick(translated ?? {}, ['title', 'description']),
    };
  }

  /** As the actor may see it; members' organizations are counted among its readers. */
  private async read(actor: Actor, id: string, kinds: readonly ListingKind[], lang?: string): Promise<{ row: Whole; viewer: Viewer }> {
    const [row] = await this.uow.query<Whole>(
      `SELECT ${COLUMNS}, r.content, l.pending_state AS "pendingState", EXISTS (SELECT FROM catalogue_listing c WHERE c.id = l.id) AS "inCatalogue",
              ${UNNAMED}, ${ACTED}, ${PENDING}, ${REVIEWS}, ${REQUESTS}, ${ENDORSEMENTS}
       FROM listing l ${TABLES} WHERE l.id = $3 AND l.kind = ANY($4)`,
      [actingFor(actor), officerOf(actor), id, kinds],
    );
    if (!row) throw notFound('listing');
    const viewer = viewerOf(row, actor, lang);
    if (viewer.inside === null && !row.inCatalogue) throw notFound('listing');
    if (viewer.inside === null && row.viewerLevel !== null && levelGives(row.viewerLevel, 'read-as-member'))
      await this.readers.record(actor, row);
    return { row, viewer };
  }

  /** Whoever reads by office what else only introduced parties see is on record. */
  private async recordReading(actor: Actor, { id, kind, content, organizationId }: Whole, { inside, level }: Viewer): Promise<void> {
    if (actor.kind !== 'person' || inside === 'owner' || actsFor(actor, organizationId)) return;
    const serves = actor.administrator || actor.auditor || actor.officerOf.length > 0;
    if (!serves || (inside === null && level < 3)) return;
    const { groups } = this.kinds.of(kind);
    const saysMore = closedFields(content, groups, 2).some((path) => isSaid(content, path));
    if (!saysMore && !content.attachments?.some((one) => one.level === 3)) return;
    await this.uow.run(() => this.audit.record(actor, { action: 'listing.read-introduced', subject: { type: 'listing', id } }));
  }

  /** What the revision that waits would change. @throws DomainError `listing.not-found` for those who see no waiting revision, or where there is none. */
  async difference(actor: Actor, id: string, kinds: readonly ListingKind[]): Promise<{ items: Difference[] }> {
    const view = await this.one(actor, id, kinds);
    const { pending } = view as { pending?: { revision: number } | null };
    if (!pending) throw notFound('listing');
    const rows = await this.uow.query<{ from: object; to: object }>(
      `SELECT p.content AS "from", w.content AS "to" FROM listing l
       JOIN listing_revision p ON p.listing_id = l.id AND p.revision = l.published_revision
       JOIN listing_revision w ON w.listing_id = l.id AND w.revision = $2 WHERE l.id = $1`,
      [id, pending.revision],
    );
    return { items: rows.flatMap(({ from, to }) => differences(from, to)) };
  }

  /**
   * The newest first: without a state and `mine`, what is in the catalogue; by state, what the viewer may see in it, reviews of revisions that wait
   * beside a published one included; `mine`, all of her organization's.
   */
  async list(actor: Actor, kinds: readonly ListingKind[], query: ListingQuery): Promise<Page<Record<string, unknown>>> {
    const values: unknown[] = [actingFor(actor), officerOf(actor)];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const rows = await this.uow.query<Line>(
      `WITH page AS MATERIALIZED (${pageOfIds(actor, kinds, query, bind)})
       SELECT ${LINE} FROM page JOIN listing l ON l.id = page.id ${TABLES} ORDER BY l.listed_at DESC, l.id DESC`,
      values,
    );
    const page = pageOf(rows, query.limit, (row) => [row.cursor, row.id]);
    return { items: page.items.map((row) => projectSummary(row, viewerOf(row, actor, query.lang))), next: page.next };
  }
}

function viewerOf(row: ListingLine & Seen, actor: Actor, lang?: string): Viewer {
  const own = actor.kind === 'person' ? [actor.language] : [];
  const level = row.introduced ? 3 : levelOf(row.viewerLevel, actor);
  return { inside: insideView(row, actor), level, languages: lang === undefined ? own : [lang] };
}

const officerOf = (actor: Actor): readonly string[] => (actor.kind === 'person' ? actor.officerOf : []);

/** The house sees as much of others' listings as verified organizations do. */
function levelOf(level: OrganizationLevel | null, actor: Actor): PublicLevel {
  if (actor.kind === 'visitor') return 0;
  if (actor.kind === 'system' || actor.officerOf.length > 0 || isAdministrator(actor) || isAuditor(actor)) return 2;
  if (level === null || !levelGives(level, 'read-as-member')) return 0;
  return levelGives(level, 'read-as-verified') ? 2 : 1;
}
