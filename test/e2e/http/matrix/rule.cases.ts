import { ADMINS, at, type Case, STAFF } from './case.js';

const rule = 'review.due-days';

export const rulesCases: Record<string, Case> = {
  ...at('GET /api/v1/rules', STAFF),
  ...at('GET /api/v1/rules/:rule', STAFF, { make: () => ({ rule }) }),
  ...at('POST /api/v1/rules/:rule/versions', ADMINS.replace('200', '201'), { make: () => ({ rule }), body: { value: 6 } }),
  ...at('POST /api/v1/notice-texts/:kind/preview', ADMINS, {
    make: () => ({ kind: 'published' }),
    body: { language: 'en', subject: 'Out: {title}', text: 'It is out.' },
  }),
  ...at('DELETE /api/v1/rules/:rule/versions/:id', ADMINS.replace('200', '204'), {
    make: async (world) => ({
      rule,
      ...(await world.row(`INSERT INTO rule_version (rule, value, valid_from) VALUES ($1, '7', '2099-01-01') RETURNING id`, [rule])),
    }),
  }),
};
