import type { Cell, ExportColumn } from './export-encoding.js';

type Row = Record<string, unknown>;

const inside = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, name) => (here !== null && typeof here === 'object' ? (here as Row)[name] : undefined), row);

/** Plain values as they are, words of a list between `|`, everything else as JSON: what an import reads back. */
export function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && !/[|;]/.test(one) && !/^[[{]/.test(one)))
    return value.join(' | ');
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/** The column of a dotted path, under its own name. */
export const column = (path: string): ExportColumn => ({ name: path, cell: (row) => cellOf(inside(row, path)) });

interface Code {
  scheme: string;
  code: string;
  main?: boolean;
}

/** `crs:14031* | sdg-target:6.1`, as imports take them. */
const codes: ExportColumn = {
  name: 'codes',
  cell: (row) => ((row.codes ?? []) as Code[]).map(({ scheme, code, main }) => `${scheme}:${code}${main ? '*' : ''}`).join(' | '),
};

export const LISTING_COLUMNS: readonly ExportColumn[] = [
  ...['id', 'reference', 'kind', 'state', 'title', 'teaser', 'language', 'country'].map(column),
  codes,
  ...[
    'kinds',
    'organization.reference',
    'organization.legalName',
    'organization.country',
    'organization.level',
    'publishedAt',
    'expiresAt',
  ].map(column),
];

export const SEARCH_COLUMNS: readonly ExportColumn[] = [
  ...['id', 'reference', 'kind', 'title', 'teaser', 'language', 'country'].map(column),
  codes,
  ...['publishedAt', 'expiresAt'].map(column),
];

export const ORGANIZATION_COLUMNS: readonly ExportColumn[] = [
  'id',
  'reference',
  'legalName',
  'country',
  'type',
  'languages',
  'website',
  'level',
  'standing',
].map(column);

export const PROVIDER_COLUMNS: readonly ExportColumn[] = [
  'id',
  'reference',
  'legalName',
  'country',
  'type',
  'level',
  'sectors',
  'serves',
  'offers.technology',
  'offers.solution',
  'offers.financing',
  'languages',
  'website',
  'statement',
].map(column);

export const REVIEW_COLUMNS: readonly ExportColumn[] = [
  'id',
  'reference',
  'kind',
  'title',
  'language',
  'ownerCountry',
  'facility',
  'stage',
  'revision',
  'first',
  'since',
  'dueAt',
  'overdue',
  'claimedBy',
  'openRequests',
].map(column);

const side = (name: 'need' | 'offer'): ExportColumn[] =>
  ['reference', 'title', 'country', 'organization.legalName'].map((path) => column(`${name}.${path}`));

export const MATCH_COLUMNS: readonly ExportColumn[] = [
  ...['id', 'state', 'kind', 'source', 'score', 'side'].map(column),
  ...side('need'),
  ...side('offer'),
  ...['underReviewAt', 'introducedAt', 'end.at', 'end.reason', 'createdAt', 'updatedAt'].map(column),
];

export const PEOPLE_COLUMNS: readonly ExportColumn[] = [
  'id',
  'name',
  'email',
  'language',
  'administrator',
  'auditor',
  'officerOf',
  'organizations',
  'createdAt',
  'lastSeenAt',
  'disabledAt',
].map(column);

export const HIT_COLUMNS: readonly ExportColumn[] = [
  'id',
  'list',
  'listedName',
  'listedCountry',
  'likeness',
  'organization.reference',
  'organization.legalName',
  'organization.country',
  'status',
  'reason',
  'note',
  'foundAt',
  'decidedAt',
].map(column);

export const CENTRE_COLUMNS: readonly ExportColumn[] = [
  'id',
  'name',
  'host',
  'countries',
  'contact.email',
  'contact.phone',
  'letter.reference',
  'letter.date',
  'letter.expires',
  'standing',
  'warnings',
  'createdAt',
  'endedAt',
].map(column);

export const CONSENT_COLUMNS: readonly ExportColumn[] = [
  'id',
  'kind',
  'scopes',
  'givenOn',
  'until',
  'organization.reference',
  'organization.legalName',
  'organization.country',
].map(column);

export const IMPORT_COLUMNS: readonly ExportColumn[] = [
  'id',
  'collection',
  'organizationId',
  'fileName',
  'state',
  'rows',
  'faultyRows',
  'added',
  'known',
  'submitted',
  'createdAt',
  'finishedAt',
].map(column);

export const ALL_IMPORTS_COLUMNS: readonly ExportColumn[] = [
  'id',
  'collection',
  'fileName',
  'state',
  'rows',
  'faultyRows',
  'added',
  'createdAt',
  'personName',
  'organizationName',
].map(column);

export const NOTIFICATION_COLUMNS: readonly ExportColumn[] = [
  'id',
  'kind',
  'subject.type',
  'subject.id',
  'text',
  'link',
  'createdAt',
  'readAt',
].map(column);

export const INVITATION_COLUMNS: readonly ExportColumn[] = ['id', 'email', 'role', 'state', 'createdAt', 'expiresAt'].map(column);

export const MEMBER_COLUMNS: readonly ExportColumn[] = ['personId', 'name', 'email', 'role', 'disabled', 'since'].map(column);

export const OFFICER_COLUMNS: readonly ExportColumn[] = ['id', 'personId', 'name', 'email', 'country', 'appointedAt'].map(column);

export const SAVED_SEARCH_COLUMNS: readonly ExportColumn[] = ['id', 'name', 'query', 'rhythm', 'lookedAt', 'createdAt'].map(column);

export const SHORTLIST_COLUMNS: readonly ExportColumn[] = [
  'id',
  'reference',
  'addedAt',
  'listing.kind',
  'listing.title',
  'listing.teaser',
  'listing.language',
  'listing.country',
].map(column);

export const JOB_COLUMNS: readonly ExportColumn[] = [
  'id',
  'queue',
  'name',
  'state',
  'payload',
  'starts',
  'lastError',
  'createdAt',
  'availableAt',
  'startedAt',
  'doneAt',
].map(column);

export const TRAIL_COLUMNS: readonly ExportColumn[] = [
  'seq',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'subjectType',
  'subjectId',
  'data',
].map(column);
