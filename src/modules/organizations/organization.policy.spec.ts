import { type MemberRole, type PersonActor, system, VISITOR } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import {
  type OrganizationFacts,
  requireFourEyes,
  requireManager,
  requireOwnAct,
  requireSight,
  rolesTowards,
  sightOf,
  takesPart,
} from './organization.policy.js';

const person = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  keyId: null,
  organization: null,
  officerOf: [],
  administrator: false,
  auditor: false,
  language: 'en',
  ...change,
});
const actingFor = (id: string, role: MemberRole = 'viewer', change: Partial<PersonActor> = {}) =>
  person({ organization: { id, role }, ...change });
const byKey = { keyId: 'k', sessionId: null };
const administrator = person({ administrator: true });
const facts = (change: Partial<OrganizationFacts> = {}): OrganizationFacts => ({
  id: 'o',
  country: 'KE',
  level: 'basic',
  standing: 'good',
  role: null,
  ...change,
});
const codeOf = (act: () => void): string => {
  try {
    act();
    return 'passes';
  } catch (error) {
    return error instanceof DomainError ? `${error.kind} ${error.code}` : 'crash';
  }
};

describe('who sees an organization', () => {
  it.each([
    ['a visitor', VISITOR, facts(), 'none'],
    ['somebody without an organization', person(), facts(), 'none'],
    ['a job', system('job:x'), facts({ level: 'registered' }), 'full'],
    ['an administrator', administrator, facts({ level: 'registered' }), 'full'],
    ['an auditor', person({ auditor: true }), facts({ standing: 'suspended' }), 'full'],
    ['the officer of its country', person({ officerOf: ['KE'] }), facts({ standing: 'rejected' }), 'full'],
    ['an officer of another country', person({ officerOf: ['UG'] }), facts(), 'members'],
    ['an officer of another country, before it is checked', person({ officerOf: ['UG'] }), facts({ level: 'registered' }), 'none'],
    ['its member', actingFor('o'), facts({ role: 'viewer', standing: 'suspended' }), 'full'],
    ['its member while she acts for another', actingFor('x'), facts({ role: 'viewer', level: 'registered' }), 'full'],
    ['a key of its member bound to another', actingFor('x', 'viewer', byKey), facts({ role: 'viewer', level: 'registered' }), 'none'],
    ['a key bound to it', actingFor('o', 'viewer', byKey), facts({ role: 'viewer', level: 'registered' }), 'full'],
    ['a member of another', actingFor('x'), facts(), 'members'],
    ['a member of another, before it is checked', actingFor('x'), facts({ level: 'registered' }), 'none'],
    ['a member of another, while it is suspended', actingFor('x'), facts({ standing: 'suspended', level: 'verified' }), 'none'],
  ] as const)('%s', (_, actor, organization, sight) => {
    expect(sightOf(actor, organization)).toBe(sight);
  });

  it('answers 404 to whom it is hidden and 403 to whom only a part is shown', () => {
    expect(codeOf(() => requireSight(person(), facts()))).toBe('not-found organization.not-found');
    expect(codeOf(() => requireSight(actingFor('x'), facts()))).toBe('passes');
    expect(codeOf(() => requireSight(actingFor('x'), facts(), 'full'))).toBe('forbidden organization.members-only');
    expect(codeOf(() => requireSight(person(), facts(), 'full'))).toBe('not-found organization.not-found');
    expect(codeOf(() => requireSight(administrator, facts(), 'full'))).toBe('passes');
  });

  it('counts as taking part whoever acts for an organization or serves the exchange', () => {
    const auditor = person({ auditor: true });
    const officer = person({ officerOf: ['KE'] });
    expect([VISITOR, system('x'), person()].map(takesPart)).toEqual([false, false, false]);
    expect([actingFor('x'), officer, auditor, administrator].map(takesPart)).toEqual([true, true, true, true]);
  });
});

describe('what somebody may do to an organization', () => {
  it.each([
    ['an administrator', administrator, null, ['administrator']],
    ['an administrator who is its officer too', person({ administrator: true, officerOf: ['KE'] }), null, ['administrator', 'officer']],
    ['its officer', person({ officerOf: ['KE'] }), null, ['officer']],
    ['an officer elsewhere', person({ officerOf: ['UG'] }), null, []],
    ['an administrator who belongs to it', administrator, 'viewer', []],
    ['an administrator who manages it', actingFor('o', 'manager', { administrator: true }), 'manager', ['manager']],
    ['its manager', actingFor('o', 'manager'), 'manager', ['manager']],
    ['its manager while she acts for another', actingFor('x', 'manager'), 'manager', []],
    ['its editor', actingFor('o', 'editor'), 'editor', []],
  ] as const)('%s', (_, actor, role, roles) => {
    expect(rolesTowards(actor, facts({ role }))).toEqual(roles);
  });

  it('keeps administrators and officers from deciding about their own', () => {
    const own = facts({ role: 'viewer' });
    expect(codeOf(() => requireFourEyes(administrator, own))).toBe('forbidden organization.own-organization');
    expect(codeOf(() => requireFourEyes(person({ officerOf: ['KE'] }), own))).toBe('forbidden organization.own-organization');
    expect(codeOf(() => requireFourEyes(person({ officerOf: ['UG'] }), own))).toBe('passes');
    expect(codeOf(() => requireFourEyes(administrator, facts()))).toBe('passes');
  });

  it('leaves its people to the managers who act for it', () => {
    expect(codeOf(() => requireManager(actingFor('o', 'manager'), facts({ role: 'manager' })))).toBe('passes');
    expect(codeOf(() => requireManager(actingFor('o', 'editor'), facts({ role: 'editor' })))).toBe('forbidden organization.manager-only');
    expect(codeOf(() => requireManager(actingFor('x', 'manager'), facts({ role: 'manager' })))).toBe('forbidden organization.manager-only');
    expect(codeOf(() => requireManager(actingFor('o', 'editor', byKey), facts({ role: 'manager' })))).toBe(
      'forbidden organization.manager-only',
    );
    expect(codeOf(() => requireManager(actingFor('o', 'manager'), facts({ role: 'editor' })))).toBe('forbidden organization.manager-only');
    expect(codeOf(() => requireManager(administrator, facts()))).toBe('forbidden organization.manager-only');
    expect(codeOf(() => requireManager(person(), facts()))).toBe('not-found organization.not-found');
  });

  it('lets a key neither found nor join', () => {
    expect(codeOf(() => requireOwnAct(actingFor('o', 'manager', byKey)))).toBe('forbidden organization.not-by-key');
    expect(codeOf(() => requireOwnAct(person(byKey)))).toBe('passes');
    expect(codeOf(() => requireOwnAct(actingFor('o', 'manager')))).toBe('passes');
  });
});
