import { z } from 'zod';

/** Where single keys lead at a desk. None decides: a decision is pressed by its button. */
export const DESK_ACTS = ['next', 'previous', 'take', 'approve', 'refuse', 'ask', 'queue', 'help'] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

export type DeskKeys = Record<DeskAct, string>;

/** Letters that programs for mail and service desks have taught people. */
export const USUAL_KEYS: DeskKeys = { next: 'j', previous: 'k', take: 't', approve: 'a', refuse: 'd', ask: 'i', queue: 'u', help: '?' };

// Letters and digits by themselves, and the question mark: browsers and screen readers speak by others, and by these with Ctrl, Alt or Insert.
const key = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}?]$/u, { error: 'Give one letter, a digit or a question mark.' });

export const deskKeys = z
  .strictObject(Object.fromEntries(DESK_ACTS.map((act) => [act, key])) as Record<DeskAct, typeof key>)
  .superRefine((keys, context) => {
    for (const [index, act] of DESK_ACTS.entries())
      if (DESK_ACTS.slice(0, index).some((earlier) => keys[earlier] === keys[act]))
        context.addIssue({ code: 'custom', path: [act], message: 'This key leads elsewhere already.', params: { code: 'key-twice' } });
  });
