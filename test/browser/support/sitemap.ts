import type { Exchange, Role } from './exchange.js';

/** A page to look at: by whom, and where it is in the example exchange. */
export interface Place {
  name: string;
  role: Role;
  path: string | ((exchange: Exchange) => Promise<string>);
}

/** Every page of the exchange. A page that is not named here is not looked at: add yours, in its states. */
export const SITEMAP: readonly Place[] = [
  { name: 'home', role: 'visitor', path: '/' },
  { name: 'sign-in', role: 'visitor', path: '/sign-in' },
  { name: 'sign-up', role: 'visitor', path: '/sign-up' },
  { name: 'offers', role: 'visitor', path: '/offers' },
  { name: 'offers-chosen', role: 'seeker-editor', path: '/offers?q=water&sdg=6,2&crs=140&country=KE,IN' },
  { name: 'offers-none', role: 'visitor', path: '/offers?q=zeppelin&readiness=8,9' },
  { name: 'needs', role: 'provider-editor', path: '/needs' },
  { name: 'not-found', role: 'visitor', path: '/no-such-page' },
];
