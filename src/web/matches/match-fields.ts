import { YES_FIELDS } from './decision.js';
import type { WholeMatch } from './match-reading.js';
import { answerField, QUESTION_FIELDS } from './questions.js';

/** Fields of the forms that stand on a match's page: the yes, a question, and an answer for each that is open. */
export const answerFields = ({ questions }: Pick<WholeMatch, 'questions'>): string[] => [
  ...QUESTION_FIELDS,
  ...questions.items.map(({ id }) => answerField(id)),
];

export const matchFields = (whole: Pick<WholeMatch, 'questions'>): string[] => [...YES_FIELDS, ...answerFields(whole)];
