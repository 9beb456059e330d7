import type { SelectItem } from '../components/index.js';
import type { Reader } from '../page/reader.js';

/** Codes of the list of reasons that make sense for a decision. */
const REASONS = {
  review: [
    'incomplete',
    'unclear',
    'evidence-missing',
    'wrong-codes',
    'duplicate',
    'out-of-scope',
    'not-verified',
    'not-eligible',
    'conflict-of-interest',
    'rules-broken',
    'sensitive',
  ],
  paper: ['incomplete', 'unclear', 'language', 'not-verified', 'duplicate', 'entered-by-mistake'],
  organization: ['not-verified', 'duplicate', 'out-of-scope', 'rules-broken', 'on-screening-list', 'conflict-of-interest'],
  screening: ['another-of-that-name', 'on-screening-list'],
  endorsement: ['entered-by-mistake', 'no-longer-offered', 'no-longer-needed', 'rules-broken', 'conflict-of-interest'],
} as const;
export type ReasonsOf = keyof typeof REASONS;

/** Reasons to choose from, in the order of the reader's alphabet, "other" last. */
export function reasonItems({ t, name, format }: Pick<Reader, 't' | 'name' | 'format'>, of: ReasonsOf): SelectItem[] {
  const items = REASONS[of].map((code) => ({ value: code, text: name('reason', code) }));
  return [
    { value: '', text: t('desk.choose-reason') },
    ...format.sorted(items, ({ text }) => text),
    { value: 'other', text: name('reason', 'other') },
  ];
}
