import fc from 'fast-check';
import { financingKind } from '../offers/financing.kind.js';
import { solutionKind } from '../offers/solution.kind.js';
import { technologyKind } from '../offers/technology.kind.js';
import { needKind } from '../seekers/need.kind.js';
import type { AnyContent, ListingKindDefinition } from './listing-kinds.js';
import { type ListingRecord, projectListing, projectSummary, type Viewer } from './listing.projection.js';

const kinds = [technologyKind, solutionKind, financingKind, needKind] as unknown as ListingKindDefinition[];

/** Every text carries the level from which it may be seen; 9: only from inside. */
const CONTENT = {
  title: '<0>title',
  teaser: '<0>teaser',
  description: '<1>description',
  texts: [{ language: 'fr', title: '<0>titre', teaser: '<0>chapeau', description: '<1>texte', origin: 'author' }],
  codes: [{ scheme: 'crs', code: '14030' }],
  countriesRefused: ['<1>country'],
  countriesOffered: ['<1>offered'],
  countriesPreferred: ['<1>preferred'],
  languages: ['<1>language'],
  contactPersonId: '<9>contact',
  kinds: ['<0>kind'],
  country: '<0>country',
  requirements: [{ attribute: '<1>requirement', comparator: '>=', value: 1, must: true }],
  specifications: [{ attribute: '<1>specification', value: 1 }],
  budget: { max: 1, currency: '<1>budget' },
} as const;
const DETAILS = {
  technology: { advantage: '<1>advantage', terms: { territory: '<2>terms' } },
  solution: { challenge: '<1>challenge' },
  financing: { instrument: '<1>instrument', price: '<2>price' },
  need: { problem: '<1>problem', place: '<1>place' },
};

function recordOf(kind: ListingKindDefinition, fields: readonly string[], anonymous: boolean): ListingRecord {
  const content = Object.fromEntries(Object.entries(CONTENT).filter(([key]) => ['title', 'texts', 'codes', ...fields].includes(key)));
  const details =
    anonymous && kind.kind === 'need'
      ? { problem: '<1>problem', place: '<3>place', nationalPlan: { title: '<3>plan' } }
      : DETAILS[kind.kind];
  const organizationLevel = anonymous ? '<9>' : '<1>';
  return {
    id: 'id',
    reference: 'NE-KE-2026-000001',
    kind: kind.kind,
    organizationId: '<9>organization',
    ownerCountry: 'KE',
    country: '<0>country',
    state: 'published',
    stateReason: '<9>reason',
    stateNote: '<9>note',
    version: 3,
    language: 'en',
    revision: 1,
    content: { ...content, details, anonymous } as unknown as AnyContent,
    pending: { revision: 2, state: 'draft', language: 'en', content: { title: '<9>pending' } as AnyContent },
    anonymous,
    isExample: false,
    externalKey: '<9>key',
    createdBy: '<9>creator',
    submittedBy: '<9>submitter',
    contactPersonId: '<9>contact',
    createdAt: new Date(0),
    submittedAt: null,
    publishedAt: null,
    assuredAt: null,
    expiresAt: null,
    organization: {
      id: `${organizationLevel}id`,
      reference: `${organizationLevel}reference`,
      legalName: `${organizationLevel}name`,
      country: 'KE',
      type: '10',
      level: 'basic',
    },
    reviews: [
      {
        revision: 1,
        stage: 'centre_review',
        decision: 'approve',
        reason: null,
        note: '<9>note',
        at: '',
        reviewerId: '<9>reviewer',
        standIn: false,
      },
    ],
  };
}

const levelsIn = (answer: unknown): number[] => [...JSON.stringify(answer).matchAll(/<(\d)>/g)].map(([, level]) => Number(level));
const records = fc
  .tuple(fc.constantFrom(...kinds), fc.subarray(Object.keys(CONTENT)), fc.boolean())
  .map(([kind, fields, anonymous]) => ({ kind, record: recordOf(kind, fields, anonymous) }));

describe('what a listing shows', () => {
  it('never shows one of the public anything above her level', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(0, 1, 2), ({ kind, record }, level) => {
        const viewer: Viewer = { inside: null, level };
        expect(Math.max(0, ...levelsIn(projectListing(record, viewer, kind, [])))).toBeLessThanOrEqual(level);
        expect(Math.max(0, ...levelsIn(projectSummary(record, viewer)))).toBeLessThanOrEqual(level);
      }),
    );
  });

  it('shows members what is theirs to see', () => {
    fc.assert(
      fc.property(records, ({ kind, record }) => {
        const member = JSON.stringify(projectListing(record, { inside: null, level: 2 }, kind, []));
        for (const text of JSON.stringify(record.content).matchAll(/<[012]>[a-z]+/g)) expect(member).toContain(text[0]);
        expect(member.includes('<1>name')).toBe(!record.anonymous);
      }),
    );
  });

  it('shows its owner and overseers everything, an officer no draft beside the published revision', () => {
    const record = recordOf(technologyKind as unknown as ListingKindDefinition, Object.keys(CONTENT), true);
    const seen = (inside: Viewer['inside']): string =>
      JSON.stringify(projectListing(record, { inside, level: 2 }, technologyKind, ['withdraw']));
    for (const inside of ['owner', 'overseer', 'officer'] as const) {
      expect(seen(inside)).toContain('<9>contact');
      expect(seen(inside)).toContain('<9>name');
      expect(seen(inside)).toContain('<9>key');
      expect(seen(inside)).toContain('"allowed":["withdraw"]');
      expect(seen(inside).includes('<9>pending')).toBe(inside !== 'officer');
    }
    expect(seen('owner')).not.toContain('<9>reviewer');
    expect(seen('officer')).toContain('<9>reviewer');
  });

  it('shows an officer the revision that waits for her', () => {
    const record = recordOf(needKind as unknown as ListingKindDefinition, [], false);
    const waiting: ListingRecord = { ...record, pending: record.pending && { ...record.pending, state: 'centre_review' } };
    expect(projectListing(waiting, { inside: 'officer', level: 2 }, needKind as never, [])).toMatchObject({
      pendingState: 'centre_review',
      pending: { title: '<9>pending', revision: 2, state: 'centre_review' },
    });
  });
});
