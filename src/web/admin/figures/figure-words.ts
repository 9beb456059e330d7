import type { Count, Wait } from '../../../modules/reporting/index.js';
import type { Reader } from '../../page/reader.js';

/** What a count is told apart by, in the reader's words. */
export function keyName({ dimension, key, measure }: Count, { t, name, translator }: Reader): string {
  if (dimension === 'kind') return translator.has(`kind.${key}`) ? t(`kind.${key}` as 'kind.need') : key;
  if (dimension === 'goal') return `${key}. ${name('sdg-goal', key)}`;
  if (dimension === 'group') return name('group', key);
  if (dimension === 'code') return measure === 'outcome' ? name('outcome', key) : name('reason', key);
  const [provider = '', seeker = ''] = key.split(' ');
  return t('figures.pair', { provider: name('country', provider), seeker: name('country', seeker) });
}

export const stepName = ({ step, whose }: Wait, { t }: Reader): [string, string] => [
  t(`figures.step.${step}`),
  t(`figures.whose.${whose}`),
];
