import { type Actor, isAdministrator, isOfficerOf } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/errors.js';
import { requireSight, type OrganizationFacts } from '../organizations/index.js';

export const CONSENT_KINDS = ['signed-form', 'noted-call'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
export const CONSENT_ENDINGS = ['withdrawn', 'lapsed', 'handed-over'] as const;
export type ConsentEnding = (typeof CONSENT_ENDINGS)[number];

/** Longest life of a consent; the database holds it too. */
export const CONSENT_MONTHS = 12;

/** The same day so many months later, or the last one of a shorter month. Days are ISO dates. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export interface ConsentDays {
  givenOn: string;
  until?: string | undefined;
}

/** Its last day, twelve months after it was given unless it says an earlier one; or what is wrong with its days. */
export function lastDay({ givenOn, until }: ConsentDays, today: string): { until: string; faults: [] } | { until: null; faults: Fault[] } {
  const longest = monthsAfter(givenOn, CONSENT_MONTHS);
  const last = until ?? longest;
  const faults: Fault[] = [];
  const refuse = (path: string, code: string, message: string) => faults.push({ path, code, message });
  if (givenOn > today) refuse('consent.givenOn', 'future', `It is dated after today, ${today}: give the day it was signed or said.`);
  else if (last > longest) refuse('consent.until', 'too-long', `A consent holds for twelve months at most: until ${longest}.`);
  else if (last < today) refuse('consent.until', 'past', 'It has run out already: ask for a new one.');
  return faults.length > 0 ? { until: null, faults } : { until: last, faults: [] };
}

/** Who keeps the consents of an organization: officers of its country and administrators who do not belong to it. @throws DomainError 404, 403. */
export function requireKeeper(actor: Actor, organization: OrganizationFacts): void {
  requireSight(actor, organization);
  const keeps = isOfficerOf(actor, organization.country) || isAdministrator(actor);
  if (!keeps || organization.role !== null)
    throw new DomainError('forbidden', 'consent.keepers-only', {
      detail: 'Consents are kept by the officers of its country, or an administrator, who do not belong to the organization.',
    });
}
