import { Injectable } from '@nestjs/common';
import { ListingContents, ListingKinds, type ContentRules, type ListingKind } from '../listings/index.js';
import type { OrganizationBrief } from '../organizations/index.js';
import { type Collection, COLLECTIONS } from './collections.js';
import { type FieldsCheck, RowReader } from './row-reader.js';

/** What rows of each kind take from their owner. */
type Defaults = Partial<Record<ListingKind, Record<string, unknown>>>;

/** How rows of a table become contents of listings. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly kinds: ListingKinds,
    private readonly contents: ListingContents,
  ) {}

  /** @param complete rows must have all that a review asks for: a draft need not. */
  async reader(collection: Collection, owner: OrganizationBrief, complete: boolean): Promise<RowReader> {
    const kinds = COLLECTIONS[collection];
    const schemas = Object.fromEntries(kinds.map((kind) => [kind, this.kinds.of(kind).schema]));
    const defaults: Defaults = {};
    for (const kind of kinds) defaults[kind] = await this.contents.defaults(kind, owner);
    const check = this.check(defaults, await this.contents.rules(), complete);
    return new RowReader(schemas, { language: owner.languages[0] ?? 'en' }, check);
  }

  /** Names of the columns that a table of listings of a kind may have. */
  columnsOf(kind: ListingKind): string[] {
    const { schema } = this.kinds.of(kind);
    return new RowReader({ [kind]: schema }, { language: 'en' }, () => ({ faults: [] })).columns(kind);
  }

  /** The same of all kinds of a collection. */
  columns(collection: Collection): string[] {
    return [...new Set(COLLECTIONS[collection].flatMap((kind) => this.columnsOf(kind)))];
  }

  private check(defaults: Defaults, rules: ContentRules, complete: boolean): FieldsCheck {
    return (kind, language, given) => {
      const examined = this.contents.examine(kind, { language, fields: this.contents.prefilled(given, defaults[kind] ?? {}) }, rules);
      if (examined.content === null || !complete)
        return examined.content === null ? { faults: examined.faults } : { content: examined.content };
      const ready = this.contents.submittable(kind, examined.content, language, rules);
      return ready.content === null ? { faults: ready.faults } : { content: ready.content };
    };
  }
}
