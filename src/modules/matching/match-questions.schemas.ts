import { z } from 'zod';
import { shown } from '../listings/index.js';
import { ASKERS } from './match-question.entity.js';
import { MATCH_SIDES } from './match.lifecycle.js';

const words = (max: number) => shown(z.string().trim().min(1).max(max, { error: `Say it in at most ${max} characters.` }));

export const newQuestion = z.strictObject({
  question: words(1_000).describe('Without an e-mail address, phone number or web address: contacts come with the introduction.'),
  to: z.enum(MATCH_SIDES).optional().describe('For reviewers: the side that is asked. A side always asks the other one.'),
});
export type NewQuestion = z.infer<typeof newQuestion>;

export const newAnswer = z.strictObject({ answer: words(2_000) });
export type NewAnswer = z.infer<typeof newAnswer>;

const moment = z.union([z.date(), z.iso.datetime({ offset: true })]);
const question = z.object({
  id: z.guid(),
  from: z.enum(ASKERS),
  to: z.enum(MATCH_SIDES),
  question: z.string(),
  askedAt: moment,
  answer: z.string().nullable(),
  answeredAt: moment.nullable(),
});
export type QuestionView = z.infer<typeof question>;

export const questionsView = z.object({
  items: z.array(question),
  left: z.number().int().min(0).describe('How many more your side may ask.'),
});
export type QuestionsView = z.infer<typeof questionsView>;
