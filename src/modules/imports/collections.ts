import { OFFER_KINDS, type ListingKind } from '../listings/index.js';

/** What a table holds, and the kinds of listings its rows may be. */
export const COLLECTIONS = { offers: OFFER_KINDS, needs: ['need'] } as const satisfies Record<string, readonly ListingKind[]>;
export type Collection = keyof typeof COLLECTIONS;
