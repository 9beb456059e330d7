import type { OwnListing, Review } from '../wizard/own-listings.js';

export interface Happened {
  at: Date | string;
  what: 'created' | 'submitted' | 'published' | 'confirmed' | Review['decision'];
  reason?: string | null;
  note?: string | null;
}

/** What is on record of a listing for its owner, the newest first. */
export function historyOf({ createdAt, submittedAt, publishedAt, assuredAt, reviews }: OwnListing): Happened[] {
  const moments: [Happened['what'], Date | null][] = [
    ['created', createdAt],
    ['submitted', submittedAt],
    ['published', publishedAt],
    // The first publication counts as confirmed too.
    ['confirmed', assuredAt && publishedAt && assuredAt.getTime() === publishedAt.getTime() ? null : assuredAt],
  ];
  const happened: Happened[] = [
    ...moments.flatMap(([what, at]) => (at === null ? [] : [{ what, at }])),
    ...reviews.map(({ decision, at, reason, note }) => ({ what: decision, at, reason, note })),
  ];
  return happened.sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime());
}
