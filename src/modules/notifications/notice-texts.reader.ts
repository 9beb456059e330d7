import { Injectable } from '@nestjs/common';
import { Rules } from '../rules/index.js';
import { NOTICE_TEXTS } from './notice-texts.rules.js';
import type { HouseTexts, Worded } from './notification-words.js';

/** What the house says today. */
@Injectable()
export class NoticeTextsReader {
  constructor(private readonly rules: Rules) {}

  /** For notifications of these kinds, by one statement. */
  async of(told: readonly Pick<Worded, 'kind'>[]): Promise<HouseTexts> {
    const rules = Object.fromEntries(told.map(({ kind }) => [kind, NOTICE_TEXTS[kind]]));
    return Object.keys(rules).length > 0 ? this.rules.values(rules) : {};
  }
}
