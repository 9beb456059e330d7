import type { OwnListing, Review, Who } from '../wizard/own-listings.js';

export interface Happened {
  at: Date | string;
  what: 'created' | 'submitted' | 'published' | 'confirmed' | Review['decision'];
  /** Null where it follows from what somebody else did. */
  by: Who['by'] | 'centre' | 'stand-in' | 'global' | null;
  /** Of her own people. */
  person?: string | null;
  reason?: string | null;
  note?: string | null;
}

/** What is on record of a listing for its owner, the newest first. */
export function historyOf({ createdAt, submittedAt, publishedAt, assuredAt, acted, reviews }: OwnListing): Happened[] {
  const moments: [Happened['what'], Date | null, Who | null][] = [
    ['created', createdAt, acted.created],
    ['submitted', submittedAt, acted.submitted],
    ['published', publishedAt, null],
    // The first publication counts as confirmed too.
    ['confirmed', assuredAt && publishedAt && assuredAt.getTime() === publishedAt.getTime() ? null : assuredAt, acted.assured],
  ];
  const happened: Happened[] = [
    ...moments.flatMap(([what, at, who]) => (at === null ? [] : [{ what, at, by: who?.by ?? null, person: who?.name ?? null }])),
    ...reviews.map(({ decision, at, reason, note, ...review }) => ({ what: decision, at, by: deskOf(review), reason, note })),
  ];
  return happened.sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime());
}

const deskOf = ({ stage, standIn }: Pick<Review, 'stage' | 'standIn'>): Happened['by'] =>
  stage === 'global_review' ? 'global' : standIn ? 'stand-in' : 'centre';
