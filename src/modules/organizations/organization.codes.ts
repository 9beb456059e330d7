import { Injectable } from '@nestjs/common';
import { type Fault, invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { type CodeBook, type Scheme, TaxonomyService } from '../taxonomy/index.js';

export interface CodedFacts {
  country?: string;
  type?: string;
  languages?: readonly string[];
  countries?: readonly string[];
}

interface CodeUse {
  path: string;
  scheme: Scheme;
  code: string;
}

/** Holds what is said of an organization against the code lists of today. */
@Injectable()
export class OrganizationCodes {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError `request.invalid` with every code that is on no list. */
  async require({ country, type, languages = [], countries = [] }: CodedFacts): Promise<void> {
    const uses: CodeUse[] = languages.map((code, i) => ({ path: `languages.${i}`, scheme: 'language', code }));
    uses.push(...countries.map((code, i): CodeUse => ({ path: `countries.${i}`, scheme: 'country', code })));
    if (country !== undefined) uses.push({ path: 'country', scheme: 'country', code: country });
    if (type !== undefined) uses.push({ path: 'type', scheme: 'organization-type', code: type });
    await this.refuseUnknown(uses);
  }

  /** @throws DomainError `request.invalid` when it is not on the list of reasons. */
  async requireReason(reason: string | undefined): Promise<void> {
    if (reason !== undefined) await this.refuseUnknown([{ path: 'reason', scheme: 'reason', code: reason }]);
  }

  private async refuseUnknown(uses: readonly CodeUse[]): Promise<void> {
    const day = (await this.clock.now()).toISOString().slice(0, 10);
    const faults = codeFaults(uses, this.taxonomy.current(), day);
    if (faults.length > 0) throw invalid(faults);
  }
}

const codeFaults = (uses: readonly CodeUse[], book: CodeBook, day: string): Fault[] =>
  uses
    .filter(({ scheme, code }) => !book.isCode(scheme, code, day))
    .map(({ path, scheme, code }) => ({
      path,
      code: 'unknown-code',
      message: `"${code}" is not in the list: see /api/v1/code-lists/${scheme}.`,
    }));
