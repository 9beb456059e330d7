import { Injectable } from '@nestjs/common';
import { invalid, type Fault } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import { TaxonomyService, type CodeBook } from '../taxonomy/index.js';
import { codeFaults, codeUseFaults, languageUse } from './content.codes.js';
import type { ListingKind } from './content.schemas.js';
import { levelFaults } from './field-levels.js';
import { ListingKinds, type AnyContent } from './listing-kinds.js';
import { contactFaults, proposeTeaser } from './public-text.js';
import { missingFields } from './submit-requirements.js';
import { translationFaults } from './translations.js';

/** What a listing says, before it is checked. */
export interface RawContent {
  language: string;
  /** The fields of the kind's schema, as they came. */
  fields: Record<string, unknown>;
}

export type Examined = { content: AnyContent; faults: [] } | { content: null; faults: Fault[] };

/** The code lists and the day that contents are checked against; take one for a whole batch. */
export interface ContentRules {
  book: CodeBook;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
}

interface Owner {
  id: string;
  country: string;
  languages: readonly string[];
}

/** Checks what listings say: shape, codes, and what must not stand in public texts. */
@Injectable()
export class ListingContents {
  constructor(
    private readonly kinds: ListingKinds,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  async rules(): Promise<ContentRules> {
    const now = await this.clock.now();
    return { book: this.taxonomy.current(), day: now.toISOString().slice(0, 10) };
  }

  /** The checked content with the schema's defaults, or every fault with its path. */
  examine(kind: ListingKind, { language, fields }: RawContent, { book, day }: ContentRules): Examined {
    const definition = this.kinds.of(kind);
    const result = definition.schema.safeParse(fields, { error: remedy, reportInput: true });
    const faults = codeUseFaults([languageUse('language', language)], book, day);
    if (!result.success) return { content: null, faults: [...faults, ...faultsOf(result.error.issues)] };
    faults.push(
      ...contactFaults(result.data),
      ...levelFaults(result.data, definition.groups),
      ...translationFaults(result.data, language, definition.texts),
      ...codeFaults(result.data, definition.codes(result.data), book, day),
    );
    return faults.length > 0 ? { content: null, faults } : { content: result.data, faults: [] };
  }

  /** With which references of listings of a kind begin. */
  prefixOf(kind: ListingKind): string {
    return this.kinds.of(kind).prefix;
  }

  /** @throws DomainError `request.invalid` (400) with every fault. */
  async require(kind: ListingKind, raw: RawContent): Promise<AnyContent> {
    const { content, faults } = this.examine(kind, raw, await this.rules());
    if (content === null) throw invalid(faults);
    return content;
  }

  /** What a new listing of a kind takes from its owner. */
  async defaults(kind: ListingKind, owner: Owner): Promise<Record<string, unknown>> {
    return { ...(await this.kinds.of(kind).prefill(owner)), languages: [...owner.languages] };
  }

  /** The fields of a new listing, those left out or empty taken from `defaults`. */
  prefilled(fields: Record<string, unknown>, defaults: Record<string, unknown>): Record<string, unknown> {
    const isGiven = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
    return { ...fields, ...Object.fromEntries(Object.entries(defaults).filter(([name]) => !isGiven(fields[name]))) };
  }

  /** The summary its own, or one proposed from its longer texts; undefined when there is none to propose from. */
  teaser(kind: ListingKind, content: AnyContent, language: string): string | undefined {
    if (content.teaser !== undefined) return content.teaser;
    for (const source of this.kinds.of(kind).summaries(content)) {
      const proposed = source === undefined ? undefined : proposeTeaser(source, language);
      if (proposed !== undefined) return proposed;
    }
    return undefined;
  }

  /**
   * The content as it is submitted: with a summary, complete, and with codes that are still in use.
   * Faults: everything that is missing or has become wrong since it was saved, at once.
   */
  submittable(kind: ListingKind, content: AnyContent, language: string, rules: ContentRules): Examined {
    const definition = this.kinds.of(kind);
    const teaser = this.teaser(kind, content, language);
    const complete = teaser === undefined ? content : { ...content, teaser };
    const faults = [
      ...missingFields(complete, definition.submit),
      ...codeFaults(complete, definition.codes(complete), rules.book, rules.day),
    ];
    return faults.length > 0 ? { content: null, faults } : { content: complete, faults: [] };
  }

  /** @throws DomainError `request.invalid` (400) for a code that is not on the reason list today; null passes. */
  async requireReason(reason: string | null): Promise<void> {
    if (reason === null) return;
    const { book, day } = await this.rules();
    const faults = codeUseFaults([{ path: 'reason', scheme: 'reason', code: reason }], book, day);
    if (faults.length > 0) throw invalid(faults);
  }
}
