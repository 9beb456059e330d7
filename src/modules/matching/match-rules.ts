import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Rule, Rules } from '../rules/index.js';
import type { MatchEntity } from './match.entity.js';

/** What the house goes by for one match: the rules of the home facility of its need. */
@Injectable()
export class MatchRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  async of<T>({ needId }: Pick<MatchEntity, 'needId'>, rule: Rule<T>): Promise<T> {
    const [need] = await this.uow.query<{ facility: string }>('SELECT facility FROM listing WHERE id = $1', [needId]);
    return this.rules.get(rule, need?.facility ?? null);
  }
}
