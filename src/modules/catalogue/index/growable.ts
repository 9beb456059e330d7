type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A typed array that grows by doubling: a column of the index. Entries never written read as 0. */
export class Column<A extends Numbers> {
  private cells: A;

  constructor(private readonly make: (length: number) => A) {
    this.cells = make(4);
  }

  get(row: number): number {
    return this.cells[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.cells.length) {
      const larger = this.make(Math.max(row + 1, this.cells.length * 2));
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells[row] = value;
  }
}

/** Set of row numbers, 32 to a word. */
export class Bitmap {
  private words = new Uint32Array(1);

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.words.length) {
      const larger = new Uint32Array(Math.max(word + 1, this.words.length * 2));
      larger.set(this.words);
      this.words = larger;
    }
    this.words[word]! |= 1 << (row & 31);
  }

  delete(row: number): void {
    const word = row >>> 5;
    if (word < this.words.length) this.words[word]! &= ~(1 << (row & 31));
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  /** Rows in both; neither operand changes. */
  and(other: Bitmap): Bitmap {
    const both = new Bitmap();
    both.words = new Uint32Array(Math.min(this.words.length, other.words.length));
    for (let i = 0; i < both.words.length; i++) both.words[i] = this.words[i]! & other.words[i]!;
    return both;
  }

  countAnd(other: Bitmap): number {
    let count = 0;
    for (let i = Math.min(this.words.length, other.words.length) - 1; i >= 0; i--) count += bitsOf(this.words[i]! & other.words[i]!);
    return count;
  }

  get size(): number {
    return this.countAnd(this);
  }

  /** The rows in order; several times as fast as iterating. */
  forEach(visit: (row: number) => void): void {
    for (let i = 0; i < this.words.length; i++)
      for (let word = this.words[i]!; word !== 0; word &= word - 1) visit((i << 5) + (31 - Math.clz32(word & -word)));
  }

  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.words.length; i++)
      for (let word = this.words[i]!; word !== 0; word &= word - 1) yield (i << 5) + (31 - Math.clz32(word & -word));
  }

  static or(maps: Iterable<Bitmap>): Bitmap {
    const any = new Bitmap();
    for (const map of maps) {
      if (map.words.length > any.words.length) {
        const larger = new Uint32Array(map.words.length);
        larger.set(any.words);
        any.words = larger;
      }
      for (let i = 0; i < map.words.length; i++) any.words[i]! |= map.words[i]!;
    }
    return any;
  }
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
