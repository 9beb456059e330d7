import { saturation } from '../text/bm25.js';
import { Column } from './growable.js';
import type { Scores } from './scores.js';

/** 0: what anybody may read; 1: that and what members may. */
export type TextLevel = 0 | 1;

/** The terms of a text by the level they are read at, with repeats; what stands at 0 is not repeated at 1. */
export type TermsByLevel = readonly [open: readonly string[], closed: readonly string[]];

/** Counts are kept in a byte for each level: more than this often is as good as this often. */
const MOST = 0xff;

interface Posting {
  texts: Uint32Array;
  /** How often a text holds the term: at level 0 in the low byte, in all in the high one. */
  counts: Uint16Array;
  /** Entries written, those of removed texts included. */
  length: number;
  /** Texts alive that hold the term, by level. */
  readonly frequency: [number, number];
}

interface Totals {
  texts: number;
  readonly tokens: [number, number];
}

/**
 * BM25 over numbered texts, by level; a text is all that a listing says in one language. Removing a text only forgets its length: its entries
 * stay until the index is rebuilt, and are skipped.
 */
export class TextPostings {
  private readonly postings = new Map<string, Posting>();
  private readonly lengths = [new Column((n) => new Uint32Array(n)), new Column((n) => new Uint32Array(n))] as const;
  private readonly totals = new Map<string, Totals>();

  add(text: number, language: string, [open, closed]: TermsByLevel): void {
    for (const [term, [atOpen, inAll]] of counted(open, closed)) {
      const posting = this.postingOf(term);
      append(posting, text, Math.min(atOpen, MOST) | (Math.min(inAll, MOST) << 8));
      count(posting.frequency, atOpen, 1);
    }
    this.measure(text, language, 1, open.length, open.length + closed.length);
  }

  /** @param terms exactly those it was added with. */
  remove(text: number, language: string, [open, closed]: TermsByLevel): void {
    for (const [term, [atOpen]] of counted(open, closed)) count(this.postingOf(term).frequency, atOpen, -1);
    this.measure(text, language, -1, open.length, open.length + closed.length);
  }

  /** Adds the BM25 weight of the terms (all of one language) to the scores of the texts that hold them at this level. */
  score(level: TextLevel, language: string, terms: readonly string[], into: Scores): void {
    const { texts, tokens } = this.totals.get(language) ?? { texts: 0, tokens: [0, 0] };
    if (texts === 0) return;
    const mean = Math.max(1, tokens[level] / texts);
    for (const term of new Set(terms)) {
      const posting = this.postings.get(term);
      const frequency = posting?.frequency[level] ?? 0;
      if (!posting || frequency === 0) continue;
      const idf = Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
      for (let i = 0; i < posting.length; i++) {
        const text = posting.texts[i]!;
        const times = level === 0 ? posting.counts[i]! & MOST : posting.counts[i]! >>> 8;
        const length = this.lengths[level].get(text);
        if (length > 0 && times > 0) into.add(text, idf * saturation(times, length, mean));
      }
    }
  }

  private postingOf(term: string): Posting {
    let posting = this.postings.get(term);
    if (!posting)
      this.postings.set(term, (posting = { texts: new Uint32Array(1), counts: new Uint16Array(1), length: 0, frequency: [0, 0] }));
    return posting;
  }

  /** Notes how long a text is, or with -1 that it is there no more. */
  private measure(text: number, language: string, one: 1 | -1, open: number, all: number): void {
    this.lengths[0].set(text, one > 0 ? open : 0);
    this.lengths[1].set(text, one > 0 ? all : 0);
    let totals = this.totals.get(language);
    if (!totals) this.totals.set(language, (totals = { texts: 0, tokens: [0, 0] }));
    totals.texts += one;
    totals.tokens[0] += one * open;
    totals.tokens[1] += one * all;
  }
}

function append(posting: Posting, text: number, counts: number): void {
  if (posting.length === posting.texts.length) {
    // Most terms are rare: room for half as much again wastes less than doubling.
    const room = Math.ceil(posting.length * 1.5) + 1;
    const [texts, all] = [new Uint32Array(room), new Uint16Array(room)];
    texts.set(posting.texts);
    all.set(posting.counts);
    posting.texts = texts;
    posting.counts = all;
  }
  posting.texts[posting.length] = text;
  posting.counts[posting.length] = counts;
  posting.length++;
}

function count(frequency: [number, number], atOpen: number, one: 1 | -1): void {
  if (atOpen > 0) frequency[0] += one;
  frequency[1] += one;
}

/** How often each term stands at level 0, and in all. */
function counted(open: readonly string[], closed: readonly string[]): Map<string, [number, number]> {
  const counts = new Map<string, [number, number]>();
  const add = (term: string, atOpen: 0 | 1): void => {
    const known = counts.get(term);
    if (!known) counts.set(term, [atOpen, 1]);
    else {
      known[0] += atOpen;
      known[1]++;
    }
  };
  for (const term of open) add(term, 1);
  for (const term of closed) add(term, 0);
  return counts;
}
