import { Column } from './growable.js';
import { saturation } from '../text/bm25.js';

interface Posting {
  readonly texts: Column<Uint32Array>;
  readonly counts: Column<Uint16Array>;
  /** Entries written, those of removed texts included. */
  length: number;
  /** Texts alive that hold the term. */
  frequency: number;
}

const newPosting = (): Posting => ({
  texts: new Column((n) => new Uint32Array(n)),
  counts: new Column((n) => new Uint16Array(n)),
  length: 0,
  frequency: 0,
});

/**
 * BM25 over numbered texts of one level; a text is all that a listing says in one language. Removing a text only forgets its length:
 * its entries stay until the index is rebuilt, and are skipped.
 */
export class TextPostings {
  private readonly postings = new Map<string, Posting>();
  private readonly lengths = new Column((n) => new Uint32Array(n));
  private readonly totals = new Map<string, { texts: number; tokens: number }>();

  add(text: number, language: string, terms: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      let posting = this.postings.get(term);
      if (!posting) this.postings.set(term, (posting = newPosting()));
      posting.texts.set(posting.length, text);
      posting.counts.set(posting.length, Math.min(count, 0xffff));
      posting.length++;
      posting.frequency++;
    }
    this.lengths.set(text, terms.length);
    this.count(language, 1, terms.length);
  }

  /** @param terms exactly those it was added with. */
  remove(text: number, language: string, terms: readonly string[]): void {
    for (const term of new Set(terms)) {
      const posting = this.postings.get(term);
      if (posting) posting.frequency--;
    }
    this.lengths.set(text, 0);
    this.count(language, -1, -terms.length);
  }

  /** Adds the BM25 weight of the terms (all of one language) to the texts that hold them. */
  score(language: string, terms: readonly string[], into: Map<number, number>): void {
    const { texts, tokens } = this.totals.get(language) ?? { texts: 0, tokens: 0 };
    if (texts === 0) return;
    const mean = Math.max(1, tokens / texts);
    for (const term of new Set(terms)) {
      const posting = this.postings.get(term);
      if (!posting || posting.frequency === 0) continue;
      const idf = Math.log(1 + (texts - posting.frequency + 0.5) / (posting.frequency + 0.5));
      for (let i = 0; i < posting.length; i++) {
        const text = posting.texts.get(i);
        const length = this.lengths.get(text);
        if (length > 0) into.set(text, (into.get(text) ?? 0) + idf * saturation(posting.counts.get(i), length, mean));
      }
    }
  }

  private count(language: string, texts: number, tokens: number): void {
    const total = this.totals.get(language) ?? { texts: 0, tokens: 0 };
    this.totals.set(language, { texts: total.texts + texts, tokens: total.tokens + tokens });
  }
}
