import { type Actor, type PersonActor, system, VISITOR } from '../../kernel/actor.js';
import { fourEyesObstacle, insideView, mayCreateFor, reviewCountryOf, rolesOn, standsIn, type ListingFacts } from './listing.policy.js';

const person = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: null,
  keyId: null,
  organization: null,
  officerOf: [],
  administrator: false,
  auditor: false,
  language: 'en',
  ...change,
});
const member = (role: 'viewer' | 'editor' | 'manager', id = 'own') => person({ organization: { id, role } });
const officer = (change: Partial<PersonActor> = {}) => person({ officerOf: ['KE'], ...change });
const listing: ListingFacts = {
  organizationId: 'own',
  ownerCountry: 'KE',
  reviewCountry: null,
  state: 'centre_review',
  createdBy: 'author',
  onBehalf: false,
};
const kept: ListingFacts = { ...listing, onBehalf: true };

describe('parts an actor plays towards a listing', () => {
  it.each<[string, Actor, string[]]>([
    ['a manager of the owner', member('manager'), ['manager']],
    ['an editor of the owner', member('editor'), ['editor']],
    ['a viewer of the owner', member('viewer'), []],
    ['a manager of another', member('manager', 'other'), []],
    ['an officer of its country', officer(), ['officer']],
    ['an officer of another country', person({ officerOf: ['UG'] }), []],
    ['an officer who entered it as a member', officer({ personId: 'author' }), ['officer']],
    ['somebody who entered it and left', person({ personId: 'author' }), []],
    ['an administrator', person({ administrator: true }), ['administrator']],
    ['an auditor', person({ auditor: true }), []],
    ['the system', system('x'), ['system']],
    ['a visitor', VISITOR, []],
  ])('%s', (_, actor, roles) => expect(rolesOn(listing, actor)).toEqual(roles));
});

describe('parts towards a listing that the centre of its facility reviews', () => {
  const elsewhere: ListingFacts = { ...listing, reviewCountry: 'RW' };
  const ofCentre = person({ officerOf: ['RW'] });
  it('are those of its officers alone', () => {
    expect([rolesOn(elsewhere, ofCentre), rolesOn(elsewhere, officer())]).toEqual([['officer'], []]);
    expect([insideView(elsewhere, ofCentre), insideView(elsewhere, officer())]).toEqual(['officer', 'officer']);
    expect(rolesOn({ ...elsewhere, onBehalf: true }, ofCentre)).toEqual(['officer']);
    expect(rolesOn({ ...elsewhere, onBehalf: true }, officer())).toEqual(['editor']);
    expect(reviewCountryOf(elsewhere)).toBe('RW');
    expect(reviewCountryOf(listing)).toBe('KE');
  });
});

describe('parts towards a listing that a desk has entered on behalf', () => {
  it.each<[string, Actor, string[]]>([
    ['the officer who entered it', officer({ personId: 'author' }), ['editor', 'officer']],
    ['another officer of its country', officer(), ['editor', 'officer']],
    ['an officer of another country', person({ officerOf: ['UG'] }), []],
    ['the global desk', person({ administrator: true }), ['editor', 'administrator']],
    ['a manager of the owner', member('manager'), ['manager']],
    ['an editor of the owner who is an officer too', { ...member('editor'), officerOf: ['KE'] }, ['editor', 'officer']],
  ])('%s', (_, actor, roles) => expect(rolesOn(kept, actor)).toEqual(roles));
});

describe('who sees a listing from inside', () => {
  const draft: ListingFacts = { ...listing, state: 'draft' };
  it.each<[string, ListingFacts, Actor, string | null]>([
    ['its owner', draft, member('viewer'), 'owner'],
    ['an officer, once it is submitted', listing, officer(), 'officer'],
    ['an officer, of a draft', draft, officer(), null],
    ['an officer, of a draft she entered on behalf', { ...draft, onBehalf: true }, officer({ personId: 'author' }), 'owner'],
    ['another officer, of such a draft', { ...draft, onBehalf: true }, officer(), 'overseer'],
    ['an administrator', draft, person({ administrator: true }), 'overseer'],
    ['an auditor', draft, person({ auditor: true }), 'overseer'],
    ['a member of another organization', listing, member('manager', 'other'), null],
    ['an officer of another country', listing, person({ officerOf: ['UG'] }), null],
    ['a visitor', listing, VISITOR, null],
  ])('%s', (_, facts, actor, view) => expect(insideView(facts, actor)).toBe(view));
});

describe('who may enter a listing', () => {
  const owner = { id: 'own', country: 'KE' };
  it.each<[string, Actor, boolean]>([
    ['an editor', member('editor'), true],
    ['a viewer', member('viewer'), false],
    ['a manager of another', member('manager', 'other'), false],
    ['an officer of its country', officer(), true],
    ['an administrator, as the global desk', person({ administrator: true }), true],
    ['a visitor', VISITOR, false],
  ])('%s', (_, actor, may) => expect(mayCreateFor(owner, actor)).toBe(may));
});

describe('four eyes', () => {
  const involved = { createdBy: 'a', submittedBy: 'b', editedBy: 'c' };
  it.each([
    ['a', false, 'entered'],
    ['b', false, 'submitted'],
    ['c', false, 'edited'],
    ['d', true, 'member'],
    ['d', false, null],
  ] as const)('%s, member of the owner: %s', (personId, memberOfOwner, obstacle) =>
    expect(fourEyesObstacle(involved, { personId, memberOfOwner })).toBe(obstacle),
  );

  it('is no obstacle where nobody entered it', () => {
    const nobody = { createdBy: null, submittedBy: null, editedBy: null };
    expect(fourEyesObstacle(nobody, { personId: 'd', memberOfOwner: false })).toBeNull();
  });

  it('calls it standing in when an administrator decides for a centre that is not hers', () => {
    const administrator = person({ administrator: true });
    expect(standsIn('centre_review', 'KE', administrator)).toBe(true);
    expect(standsIn('global_review', 'KE', administrator)).toBe(false);
    expect(standsIn('centre_review', 'KE', officer({ administrator: true }))).toBe(false);
    expect(standsIn('centre_review', 'KE', officer())).toBe(false);
  });
});
