import { Injectable } from '@nestjs/common';
import { invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { TaxonomyService } from '../taxonomy/index.js';

/** Holds reason and currency codes against the code lists of today. */
@Injectable()
export class MatchReasons {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError `request.invalid` when the reason is on no list. */
  async require(reason: string | undefined): Promise<void> {
    await this.requireCode('reason', 'reason', reason);
  }

  async requireCurrency(currency: string | undefined): Promise<void> {
    await this.requireCode('currency', 'currency', currency);
  }

  private async requireCode(path: string, scheme: 'reason' | 'currency', code: string | undefined): Promise<void> {
    if (code === undefined) return;
    const day = (await this.clock.now()).toISOString().slice(0, 10);
    if (!this.taxonomy.current().isCode(scheme, code, day))
      throw invalid([{ path, code: 'unknown-code', message: `"${code}" is not in the list: see /api/v1/code-lists/${scheme}.` }]);
  }
}
