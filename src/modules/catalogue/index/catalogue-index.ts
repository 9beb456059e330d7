import type { ListingKind, PublishedListing } from '../../listings/index.js';
import { Shelf } from './shelf.js';

// Below this many dead rows a new shelf is not worth its building.
const DEAD_ROWS_TOLERATED = 1_000;

/**
 * The catalogue in memory: every published listing, with text postings, code bitmaps and columns over numbered rows. Filled and kept
 * current by CatalogueFollower. Whoever scores or searches also asks for the time, because a listing may expire before its change arrives.
 */
export class CatalogueIndex {
  private readonly rowOf = new Map<string, number>();
  private current = new Shelf();

  get shelf(): Shelf {
    return this.current;
  }

  get size(): number {
    return this.rowOf.size;
  }

  get(id: string): PublishedListing | undefined {
    const row = this.rowOf.get(id);
    return row === undefined ? undefined : this.current.listing(row);
  }

  /** Puts the present state of a listing in place of whatever was there: doing it twice changes nothing. */
  upsert(listing: PublishedListing): void {
    this.remove(listing.id);
    this.rowOf.set(listing.id, this.current.add(listing));
    const dead = this.current.rows - this.rowOf.size;
    if (dead > DEAD_ROWS_TOLERATED && dead > this.rowOf.size) this.rebuild();
  }

  remove(id: string): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.current.remove(row);
    this.rowOf.delete(id);
  }

  *all(): Generator<PublishedListing> {
    for (const row of this.current.alive) yield this.current.listing(row);
  }

  /** Listings of a kind (or all) that have not expired at that moment. */
  *open(at: Date, kind?: ListingKind): Generator<PublishedListing> {
    const { alive } = this.current;
    for (const row of kind ? alive.and(this.current.bitmap(`kind:${kind}`)) : alive)
      if (this.current.expires.get(row) > at.getTime()) yield this.current.listing(row);
  }

  private rebuild(): void {
    const shelf = new Shelf();
    for (const [id, row] of this.rowOf) this.rowOf.set(id, shelf.add(this.current.listing(row)));
    this.current = shelf;
  }
}
