import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';

/** The organization she acts for. @throws DomainError not found for somebody who acts for none. */
export function organizationOf({ organization }: PersonActor): string {
  if (!organization) throw notFound('organization');
  return organization.id;
}

export const manages = ({ organization }: PersonActor): boolean => organization?.role === 'manager';
