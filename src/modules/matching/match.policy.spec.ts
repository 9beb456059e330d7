import type { MemberRole, PersonActor } from '../../kernel/actor.js';
import { system, VISITOR } from '../../kernel/actor.js';
import { MATCH_SIDES, type MatchSide } from './match.lifecycle.js';
import { maySee, maySeeContacts, rolesOn, sidesOf, type MatchFacts } from './match.policy.js';

const SEEKER = 'organization-of-the-need';
const PROVIDER = 'organization-of-the-offer';

const match = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  state: 'suggested',
  needOrganizationId: SEEKER,
  offerOrganizationId: PROVIDER,
  needCountry: 'MZ',
  offerCountry: 'BR',
  openedBy: null,
  openedSide: null,
  brokeredBy: null,
  reviewerId: null,
  appealedAt: null,
  ...change,
});

const person = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'person',
  sessionId: null,
  keyId: null,
  organization: null,
  officerOf: [],
  administrator: false,
  auditor: false,
  language: 'en',
  ...change,
});
const member = (id: string, role: MemberRole = 'editor') => person({ organization: { id, role } });

const everyone = {
  visitor: VISITOR,
  outsider: member('another-organization', 'manager'),
  seekerViewer: member(SEEKER, 'viewer'),
  seekerEditor: member(SEEKER),
  provider: member(PROVIDER, 'manager'),
  officerHere: person({ officerOf: ['MZ'] }),
  officerElsewhere: person({ officerOf: ['KE'] }),
  administrator: person({ administrator: true }),
  auditor: person({ auditor: true }),
  job: system('job:test'),
};
const who = (allowed: (actor: (typeof everyone)[keyof typeof everyone]) => boolean) =>
  Object.entries(everyone)
    .filter(([, actor]) => allowed(actor))
    .map(([name]) => name);

describe('who sees a match', () => {
  it('is both sides, officers of the two countries, administrators and auditors', () => {
    expect(who((actor) => maySee(actor, match()))).toEqual(['seekerViewer', 'seekerEditor', 'provider', 'officerHere', 'administrator', 'auditor', 'job']);
  });

  it('is no side while it is held, but the one that opened it', () => {
    expect(who((actor) => maySee(actor, match({ state: 'held' })))).toEqual(['officerHere', 'administrator', 'auditor', 'job']);
    expect(who((actor) => maySee(actor, match({ state: 'held', openedSide: 'provider' })))).toContain('provider');
    expect(who((actor) => maySee(actor, match({ state: 'held', openedSide: 'provider' })))).not.toContain('seekerEditor');
  });

  it('learns the contacts only after the introduction', () => {
    for (const state of ['suggested', 'interest_seeker', 'under_review', 'declined', 'rejected'] as const)
      expect(who((actor) => maySeeContacts(actor, match({ state })))).toEqual([]);
    for (const state of ['introduced', 'in_dialogue', 'converted'] as const)
      expect(who((actor) => maySeeContacts(actor, match({ state })))).toEqual(who((actor) => maySee(actor, match({ state }))));
  });
});

describe('what an actor is to a match', () => {
  const roles = (actor: Parameters<typeof rolesOn>[0], change: Partial<MatchFacts> = {}, memberOfParty = false, consented: MatchSide[] = []) =>
    rolesOn(actor, match(change), { memberOfParty, consented });

  it('is a side for editors and managers only', () => {
    expect(roles(everyone.seekerViewer)).toEqual([]);
    expect(sidesOf(everyone.seekerViewer, match())).toEqual(['seeker']);
    expect(roles(everyone.seekerEditor)).toEqual(['seeker']);
    expect(roles(everyone.provider)).toEqual(['provider']);
    expect(roles(everyone.outsider)).toEqual([]);
  });

  it('is the reviewer for administrators who neither belong to a party nor brought the pair together', () => {
    expect(roles(everyone.administrator)).toEqual(['administrator', 'reviewer']);
    expect(roles(everyone.administrator, {}, true)).toEqual([]);
    expect(roles(everyone.administrator, { brokeredBy: 'person' })).toEqual(['administrator']);
    expect(roles(everyone.administrator, { openedBy: 'person' })).toEqual(['administrator']);
    expect(roles(everyone.administrator, { openedBy: 'someone else' })).toEqual(['administrator', 'reviewer']);
    expect(roles(person({ administrator: true, organization: { id: SEEKER, role: 'manager' } }), {}, true)).toEqual(['seeker']);
  });

  it('is the side an officer answers for by its consent, never both, never of a party she belongs to', () => {
    const here = everyone.officerHere;
    const sides = MATCH_SIDES.filter((side) => here.officerOf.includes(side === 'seeker' ? match().needCountry : match().offerCountry));
    expect(sides).toHaveLength(1);
    expect(roles(here, {}, false, ['seeker', 'provider'])).toEqual(sides);
    expect(roles(here, {}, true, ['seeker', 'provider'])).toEqual([]);
    expect(roles(here, { state: 'held' }, false, sides)).toEqual([]);
    expect(roles({ ...here, officerOf: [match().needCountry, match().offerCountry] }, {}, false, ['seeker', 'provider'])).toEqual([]);
    expect(roles({ ...here, administrator: true }, {}, false, sides)).toEqual([...sides, 'administrator']);
  });

  it('is nothing for officers without a consent, auditors and visitors', () => {
    for (const actor of [everyone.officerHere, everyone.auditor, everyone.visitor]) expect(roles(actor)).toEqual([]);
    expect(roles(everyone.job)).toEqual(['system']);
  });
});
