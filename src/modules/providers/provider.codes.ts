import { Injectable } from '@nestjs/common';
import { type Fault, invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { TaxonomyService } from '../taxonomy/index.js';

/** Holds a provider's sectors and places against the code lists of today. */
@Injectable()
export class ProviderCodes {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  /** A sector may be given as a purpose code or as the category or group above it. @throws DomainError `request.invalid` with every fault. */
  async require({ sectors = [], serves = [] }: { sectors?: readonly string[]; serves?: readonly string[] }): Promise<void> {
    const day = (await this.clock.now()).toISOString().slice(0, 10);
    const book = this.taxonomy.current();
    const faults: Fault[] = [];
    sectors.forEach((code, i) => {
      if (book.crsPath(code).length === 0)
        faults.push({ path: `sectors.${i}`, code: 'unknown-code', message: `"${code}" is not in the list: see /api/v1/code-lists/crs.` });
    });
    serves.forEach((place, i) => {
      if (!book.isPlace(place, day))
        faults.push({
          path: `serves.${i}`,
          code: 'unknown-code',
          message: `There is no place "${place}": see /api/v1/code-lists/country.`,
        });
    });
    if (faults.length > 0) throw invalid(faults);
  }
}
