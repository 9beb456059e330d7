import { DomainError } from '../../kernel/errors.js';
import {
  allowedTransitions,
  hasLevel,
  levelLifecycle,
  ORGANIZATION_LEVELS,
  type OrganizationLevel,
  type OrganizationRole,
  type OrganizationStanding,
  type OrganizationTransition,
  standingLifecycle,
  takeTransition,
} from './organization.lifecycle.js';

const ROLES: OrganizationRole[] = ['administrator', 'officer', 'reviewer', 'manager', 'papers'];
const STANDINGS: OrganizationStanding[] = ['good', 'rejected', 'suspended', 'expired'];
const NAMES: OrganizationTransition[] = [
  'check',
  'hand-in',
  'fall-short',
  'verify',
  'renew',
  'run-out',
  'pass-due-diligence',
  'end-due-diligence',
  'reject',
  'suspend',
  'resume',
];

/** Everything that is possible, written out by hand: transition, role, level and standing before, level and standing after. */
const POSSIBLE = new Map<string, string>([
  ['check reviewer registered good', 'basic good'],
  ['hand-in papers basic good', 'documents_submitted good'],
  ['fall-short papers documents_submitted good', 'basic good'],
  ...(['verified', 'due_diligence'] as const).flatMap((level): [string, string][] => [
    [`renew papers ${level} good`, `${level} good`],
    [`run-out papers ${level} good`, 'basic good'],
    [`pass-due-diligence administrator ${level} good`, 'due_diligence good'],
  ]),
  ...(['administrator', 'papers'] as const).map((role): [string, string] => [
    `end-due-diligence ${role} due_diligence good`,
    'verified good',
  ]),
  ...(['administrator', 'papers'] as const).flatMap((role) =>
    (['registered', 'basic', 'documents_submitted'] as const).map((level): [string, string] => [
      `verify ${role} ${level} good`,
      'verified good',
    ]),
  ),
  ...(['administrator', 'officer'] as const).flatMap((role) =>
    (['registered', 'basic', 'documents_submitted'] as const).map((level): [string, string] => [
      `reject ${role} ${level} good`,
      `${level} rejected`,
    ]),
  ),
  ...ORGANIZATION_LEVELS.map((level): [string, string] => [`suspend administrator ${level} good`, `${level} suspended`]),
  ...ORGANIZATION_LEVELS.flatMap((level) =>
    ['rejected', 'suspended'].map((standing): [string, string] => [`resume administrator ${level} ${standing}`, `${level} good`]),
  ),
]);

const ALL = NAMES.flatMap((name) =>
  ROLES.flatMap((role) => ORGANIZATION_LEVELS.flatMap((level) => STANDINGS.map((standing) => ({ name, role, level, standing })))),
);

const attempt = (
  name: OrganizationTransition,
  role: OrganizationRole,
  level: OrganizationLevel,
  standing: OrganizationStanding,
): string => {
  try {
    const after = takeTransition(name, { level, standing }, [role], 'other');
    return `${after.level} ${after.standing}`;
  } catch (error) {
    return (error as DomainError).kind;
  }
};

const errorOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
};

describe('the life cycle of an organization', () => {
  it('is sound in both tables', () => {
    expect([...levelLifecycle.faults(), ...standingLifecycle.faults()]).toEqual([]);
  });

  it('knows two initial states', () => {
    expect([levelLifecycle.definition.initial, standingLifecycle.definition.initial]).toEqual([['registered'], ['good']]);
  });

  it('allows exactly what is listed, and refuses the rest as forbidden or as a conflict', () => {
    const mayEver = new Set([...POSSIBLE.keys()].map((key) => key.split(' ').slice(0, 2).join(' ')));
    for (const { name, role, level, standing } of ALL) {
      const key = `${name} ${role} ${level} ${standing}`;
      const expected = POSSIBLE.get(key) ?? (mayEver.has(`${name} ${role}`) ? 'conflict' : 'forbidden');
      expect(`${key} -> ${attempt(name, role, level, standing)}`).toBe(`${key} -> ${expected}`);
    }
  });

  it('offers as buttons exactly what can be taken', () => {
    for (const { role, level, standing } of ALL) {
      const takable = NAMES.filter((name) => POSSIBLE.has(`${name} ${role} ${level} ${standing}`));
      expect(allowedTransitions({ level, standing }, [role])).toEqual(takable);
    }
  });

  it('names what is possible instead when it refuses', () => {
    const refusal = errorOf(() => takeTransition('reject', { level: 'verified', standing: 'good' }, ['administrator'], 'other'));
    expect(refusal.code).toBe('organization.transition-not-allowed');
    expect(refusal.details.allowed).toEqual(['pass-due-diligence', 'suspend']);
  });

  it('asks for a reason where somebody loses something', () => {
    for (const name of ['reject', 'suspend'] as const)
      expect(errorOf(() => takeTransition(name, { level: 'basic', standing: 'good' }, ['administrator'])).code).toBe(
        'organization.reason-required',
      );
    expect(takeTransition('resume', { level: 'basic', standing: 'suspended' }, ['administrator'])).toEqual({
      level: 'basic',
      standing: 'good',
    });
  });
});

describe('hasLevel', () => {
  it('orders the levels', () => {
    expect(ORGANIZATION_LEVELS.map((level) => hasLevel(level, 'documents_submitted'))).toEqual([false, false, true, true, true]);
  });
});
