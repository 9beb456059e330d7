import { likeness, nameKey, type NameKey } from './names.js';

/** An entry of a screening list. */
export interface ListedName {
  list: string;
  /** The name first, then its aliases. */
  names: readonly string[];
  /** ISO alpha-2, where the list has one. */
  country: string | null;
}

export interface Likeness {
  entry: ListedName;
  /** The name or alias that is alike. */
  name: string;
  /** 0 to 1. */
  likeness: number;
}

interface Candidate {
  entry: ListedName;
  name: string;
  key: NameKey;
  grams: number;
}

// Names that share fewer of their pairs of letters are not compared: far below any threshold.
const SHARED_GRAMS = 0.3;

/** Finds the names of lists that are like a given one, without comparing it to every one of them. */
export class NameIndex {
  private readonly candidates: Candidate[] = [];
  private readonly postings = new Map<string, number[]>();

  constructor(entries: Iterable<ListedName>) {
    for (const entry of entries) for (const name of entry.names) this.add(entry, name);
  }

  /** The best of each entry at or above `atLeast`, most alike first. `discount` is taken off for another country. */
  find(name: string, country: string, { atLeast, discount }: { atLeast: number; discount: number }): Likeness[] {
    const key = nameKey(name);
    const best = new Map<ListedName, Likeness>();
    for (const { entry, name: listed, key: other } of this.near(key)) {
      const alike = likeness(key, other) - (entry.country !== null && entry.country !== country ? discount : 0);
      if (alike >= atLeast && alike > (best.get(entry)?.likeness ?? 0)) best.set(entry, { entry, name: listed, likeness: alike });
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness);
  }

  private add(entry: ListedName, name: string): void {
    const key = nameKey(name);
    const grams = gramsOf(key);
    const at = this.candidates.push({ entry, name, key, grams: grams.size }) - 1;
    for (const gram of grams) {
      const list = this.postings.get(gram);
      if (list) list.push(at);
      else this.postings.set(gram, [at]);
    }
  }

  private near(key: NameKey): Candidate[] {
    const grams = gramsOf(key);
    const shared = new Map<number, number>();
    for (const gram of grams) for (const at of this.postings.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared].flatMap(([at, count]) => {
      const candidate = this.candidates[at];
      return candidate && count >= SHARED_GRAMS * Math.max(grams.size, candidate.grams) ? [candidate] : [];
    });
  }
}

function gramsOf({ words }: NameKey): Set<string> {
  const text = words.join('');
  const grams = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) grams.add(text.slice(i, i + 2));
  return grams;
}
