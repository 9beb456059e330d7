import type { Actor } from '../../kernel/actor.js';
import type { MessageKey } from '../i18n/areas.js';

export interface Place {
  path: string;
  key: MessageKey;
}

const EVERYBODY: Place[] = [
  { path: '/offers', key: 'place.offers' },
  { path: '/needs', key: 'place.needs' },
];

/** The main parts of the exchange that are open to an actor, in the order of the menu. */
export function placesOf(actor: Actor): Place[] {
  if (actor.kind !== 'person') return [...EVERYBODY, { path: '/help', key: 'place.help' }];
  const { organization, officerOf, administrator, auditor } = actor;
  return [
    { path: '/dashboard', key: 'place.dashboard' },
    ...EVERYBODY,
    ...(organization ? OWN : []),
    ...(officerOf.length > 0 || administrator || auditor ? [{ path: '/desk', key: 'place.desk' } as const] : []),
    ...(administrator || auditor ? [{ path: '/admin', key: 'place.admin' } as const] : []),
  ];
}

const OWN: Place[] = [
  { path: '/my/listings', key: 'place.listings' },
  { path: '/matches', key: 'place.matches' },
  { path: '/organization', key: 'place.organization' },
];

/** Whether a page belongs to a part. */
export const isHere = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}?`);
