import fc from 'fast-check';
import type { Endorsement } from './endorsement.projection.js';
import { financingKind } from '../offers/financing.kind.js';
import { solutionKind } from '../offers/solution.kind.js';
import { technologyKind } from '../offers/technology.kind.js';
import { needKind } from '../seekers/need.kind.js';
import type { AnyContent, ListingKindDefinition } from './listing-kinds.js';
import type { FieldLevel } from './field-levels.js';
import { type ListingRecord, projectListing, projectSummary, type Viewer } from './listing.projection.js';

const kinds = [technologyKind, solutionKind, financingKind, needKind] as unknown as ListingKindDefinition[];

/** Every text carries the level from which it may be seen; 9: only from inside. */
const CONTENT = {
  title: '<0>title',
  teaser: '<0>teaser',
  description: '<1>description',
  texts: [{ language: 'fr', title: '<0>titre', teaser: '<0>chapeau', description: '<1>texte', origin: 'author', checkedBy: '<9>checker' }],
  codes: [{ scheme: 'crs', code: '14030' }],
  countriesRefused: ['<1>country'],
  countriesOffered: ['<1>offered'],
  countriesPreferred: ['<1>preferred'],
  languages: ['<1>language'],
  contactPersonId: '<3>person',
  kinds: ['<0>kind'],
  country: '<0>country',
  requirements: [{ attribute: '<1>requirement', comparator: '>=', value: 1, must: true }],
  specifications: [{ attribute: '<1>specification', value: 1 }],
  budget: { max: 1, currency: '<1>budget' },
} as const;
type Levels = Partial<Record<string, FieldLevel>>;
/** Fields of every group of a kind at the level the owner has chosen, or the group's own. */
const details = (kind: ListingKindDefinition, levels: Levels, anonymous: boolean): object => {
  const at = (group: string): string => {
    const { least = 1, leastAnonymous = 1 } = kind.groups[group] ?? {};
    return `<${Math.max(least, anonymous ? leastAnonymous : 1, levels[group] ?? 1)}>${group}`;
  };
  return {
    technology: {
      advantage: '<1>advantage',
      howItWorks: at('workings'),
      readinessEvidence: at('evidence'),
      ip: { status: '<1>status', numbers: [at('intellectual-property')] },
      deliveryWeeks: at('supply'),
      exportControlNotes: at('export-control'),
      terms: { territory: at('terms') },
      usedIn: [{ country: '<1>used', contact: at('contacts') }, { country: '<1>usedtoo' }],
    },
    solution: {
      challenge: '<1>challenge',
      qualities: [{ statement: at('qualities') }],
      results: [{ indicator: at('results') }],
      risks: at('risks'),
      whoPays: at('costs'),
      replications: [{ country: '<1>repeated', contact: at('contacts') }],
    },
    financing: { instrument: '<1>instrument', price: at('terms'), remaining: at('budget'), decisionBody: at('duties') },
    need: {
      problem: '<1>problem',
      tried: at('tried'),
      scale: { note: at('scale') },
      safeguards: at('safeguards'),
      place: at('place'),
      nationalPlan: { title: at('national-plan') },
    },
  }[kind.kind];
};

/** In French too: the paragraphs of every group that stand for texts. */
const textsOf = (kind: ListingKindDefinition, levels: Levels, anonymous: boolean): object[] => {
  const texts = Object.entries(details(kind, levels, anonymous)).filter(([name]) => kind.texts.includes(name));
  return [...CONTENT.texts, { language: 'fr', origin: 'machine', details: Object.fromEntries(texts) }];
};

const endorsement = (state: Endorsement['state'], level: number): Endorsement => ({
  id: '<3>id',
  state,
  institution: `<${level}>institution`,
  person: `<${Math.max(level, 3)}>signer`,
  position: `<${Math.max(level, 3)}>position`,
  document: `<${Math.max(level, 3)}>letter`,
  letter: { name: `<${Math.max(level, 3)}>copy`, type: 'application/pdf', bytes: 1 },
  on: '2026-01-15',
  until: null,
  reason: null,
  note: null,
});

function recordOf(kind: ListingKindDefinition, fields: readonly string[], anonymous: boolean, levels: Levels = {}): ListingRecord {
  const content = Object.fromEntries(Object.entries(CONTENT).filter(([key]) => ['title', 'texts', 'codes', ...fields].includes(key)));
  const organizationLevel = anonymous ? '<3>' : '<1>';
  return {
    id: 'id',
    reference: 'NE-KE-2026-000001',
    kind: kind.kind,
    organizationId: '<9>organization',
    ownerCountry: 'KE',
    reviewCountry: null,
    country: '<0>country',
    state: 'published',
    stateReason: '<9>reason',
    stateNote: '<9>note',
    version: 3,
    language: 'en',
    revision: 1,
    content: {
      ...content,
      texts: textsOf(kind, levels, anonymous),
      details: details(kind, levels, anonymous),
      anonymous,
      levels,
    } as unknown as AnyContent,
    pending: { revision: 2, state: 'draft', language: 'en', content: { title: '<9>pending' } as AnyContent },
    anonymous,
    isExample: false,
    filledLots: [],
    facility: '<0>facility',
    facilityTags: ['<0>tag'],
    externalKey: '<9>key',
    createdBy: '<9>creator',
    onBehalf: false,
    submittedBy: '<9>submitter',
    contactPersonId: '<9>contact',
    createdAt: new Date(0),
    submittedAt: null,
    publishedAt: null,
    assuredAt: null,
    assuredBy: null,
    assuredChanged: null,
    expiresAt: null,
    organization: {
      id: `${organizationLevel}id`,
      reference: `${organizationLevel}reference`,
      legalName: `${organizationLevel}name`,
      country: 'KE',
      type: '10',
      level: 'basic',
    },
    endorsements: [endorsement('in-force', anonymous ? 3 : 1), endorsement('withdrawn', 9), endorsement('expired', 9)],
    unnamed: { country: 'KE', type: '10', size: null, level: 'basic', levelSince: null, medianAnswerDays: null, knownToCentre: true },
    acted: { created: { name: '<9>name', isMember: true }, submitted: { name: '<9>name', isMember: false }, assured: null },
    changeRequests: [{ path: 'title', note: '<9>request' }],
    reviews: [
      {
        revision: 1,
        stage: 'centre_review',
        decision: 'approve',
        reason: null,
        note: '<9>note',
        at: '',
        reviewerId: '<9>reviewer',
        reviewerName: '<9>reviewer',
        standIn: false,
        checklist: { codes: true },
        readBy: '<9>reader',
      },
    ],
  };
}

const levelsIn = (answer: unknown): number[] => [...JSON.stringify(answer).matchAll(/<(\d)>/g)].map(([, level]) => Number(level));
const records = fc
  .tuple(fc.constantFrom(...kinds), fc.subarray(Object.keys(CONTENT)), fc.boolean(), fc.infiniteStream(fc.constantFrom(undefined, 1, 2, 3)))
  .map(([kind, fields, anonymous, chosen]) => {
    const levels = Object.fromEntries(Object.keys(kind.groups).map((group) => [group, chosen.next().value as FieldLevel | undefined]));
    return { kind, record: recordOf(kind, fields, anonymous, levels) };
  });

describe('what a listing shows', () => {
  it('never shows one of the public anything above her level', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(0, 1, 2, 3), ({ kind, record }, level) => {
        const viewer: Viewer = { inside: null, level, languages: ['fr'] };
        expect(Math.max(0, ...levelsIn(projectListing(record, viewer, kind, [])))).toBeLessThanOrEqual(level);
        expect(Math.max(0, ...levelsIn(projectSummary(record, viewer)))).toBeLessThanOrEqual(level);
      }),
    );
  });

  it('shows every level all that is its to see, and says what others see', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(1, 2, 3), ({ kind, record }, level) => {
        const view = projectListing(record, { inside: null, level, languages: ['fr'] }, kind, []);
        const shown = JSON.stringify(view);
        const texts = [...JSON.stringify(record.content).matchAll(/<(\d)>[a-z-]+/g)];
        for (const [text, at] of texts) if (Number(at) <= level) expect(shown).toContain(text);
        expect(shown.includes('>name')).toBe(!record.anonymous || level === 3);
        expect([shown.includes('>institution'), shown.includes('>signer')]).toEqual([!record.anonymous || level === 3, level === 3]);
        const closed = Object.values(view.closed as Record<string, number>);
        const above = new Set(texts.filter(([text, at]) => Number(at) > level && !/person|checker/.test(text)).map(([text]) => text));
        expect(closed.sort()).toEqual([...above].map((text) => Number(text[1])).sort());
        expect('unnamed' in view).toBe(record.anonymous && level < 3);
      }),
    );
  });

  it('shows its owner and overseers everything, an officer no draft beside the published revision', () => {
    const record = recordOf(technologyKind as unknown as ListingKindDefinition, Object.keys(CONTENT), true);
    const seen = (inside: Viewer['inside']): string =>
      JSON.stringify(projectListing(record, { inside, level: 2, languages: [] }, technologyKind, ['withdraw']));
    for (const inside of ['owner', 'overseer', 'officer'] as const) {
      expect(seen(inside)).toContain('<3>person');
      expect(seen(inside)).toContain('<3>name');
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
    expect(projectListing(waiting, { inside: 'officer', level: 2, languages: [] }, needKind as never, [])).toMatchObject({
      pendingState: 'centre_review',
      pending: { title: '<9>pending', revision: 2, state: 'centre_review' },
    });
  });
});
