import type { PublishedNeed } from './scoring.types.js';

/** What an offer is held against: the whole need, or one of its open lots with what holds for all of them. */
export interface NeedPart {
  /** Its key; null for the whole. */
  readonly lot: string | null;
  readonly need: PublishedNeed;
}

const parts = new WeakMap<PublishedNeed, readonly NeedPart[]>();

/** The open lots of a need, or the need itself when it has none. Worked out once for each listing object, which nobody changes. */
export function partsOf(need: PublishedNeed): readonly NeedPart[] {
  let known = parts.get(need);
  if (!known) parts.set(need, (known = partition(need)));
  return known;
}

function partition(need: PublishedNeed): NeedPart[] {
  const { content } = need;
  // Contents of before there were lots have none.
  const open = (content.lots ?? []).filter(({ key }) => !need.filledLots.includes(key));
  if (open.length === 0) return [{ lot: null, need }];
  return open.map(({ key, kinds = content.kinds, requirements, budget = content.budget }) => ({
    lot: key,
    need: { ...need, content: { ...content, kinds, budget, requirements: [...content.requirements, ...requirements] } },
  }));
}
