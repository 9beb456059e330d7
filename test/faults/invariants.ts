import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import type { MailSink } from '../support/mail-sink.js';
import { matchSets } from '../support/match-set.js';
import type { MediumContext } from '../support/medium.js';
import { until } from '../support/until.js';

// Hundreds of needs on a machine that does other things as well.
const MUCH_WORK_MS = 180_000;

/** Waits until the processes under test have worked off every job. @throws when one is dead, or when they do not get there. */
export async function workedOff({ sql }: MediumContext): Promise<void> {
  await until(
    'every job is done',
    async () => {
      const { rows } = await sql.query<{ name: string; state: string; last_error: string | null }>(
        `SELECT name, state, last_error FROM outbox WHERE state <> 'done'`,
      );
      const dead = rows.find(({ state }) => state === 'dead');
      if (dead) throw new Error(`job ${dead.name} is dead: ${dead.last_error}`);
      return rows.length === 0;
    },
    MUCH_WORK_MS,
  );
}

// What listings were told of in all, beside the pairs that are marked as told.
const NOTICES = `
  SELECT l.id, l.kind, n.told, m.marked FROM listing l
  CROSS JOIN LATERAL (SELECT coalesce(sum((params->>'count')::int), 0)::int AS told FROM notification WHERE subject_id = l.id AND kind = 'matches-found') n
  CROSS JOIN LATERAL (SELECT count(*)::int AS marked FROM match WHERE (need_id = l.id AND need_noticed_at IS NOT NULL) OR (offer_id = l.id AND offer_noticed_at IS NOT NULL)) m
  WHERE n.told <> m.marked`;

const UNTOLD = `SELECT id FROM match WHERE state = 'suggested' AND NOT touched AND (need_noticed_at IS NULL OR offer_noticed_at IS NULL)`;

const PUBLISHED = `
  SELECT l.id, count(n.id)::int AS notices FROM listing l LEFT JOIN notification n ON n.subject_id = l.id AND n.kind = 'published'
  WHERE l.published_at IS NOT NULL GROUP BY l.id HAVING count(n.id) <> 1`;

const UNMAILED = `SELECT id FROM notification WHERE mail = 'now'`;

/** Whatever was killed: every need has exactly R, and each recipient was told of each pair and publication once. Owners have one member each. */
export async function expectSound(context: MediumContext): Promise<void> {
  await workedOff(context);
  // It may find that a new engine version is due, which asks for more jobs.
  await context.get(CatalogueFollower).catchUp();
  await workedOff(context);
  const sets = await matchSets(context);
  for (const { stored, expected } of sets) expect(stored).toEqual(expected);
  expect(sets.some(({ stored }) => stored.length > 0)).toBe(true);
  for (const sql of [NOTICES, UNTOLD, PUBLISHED, UNMAILED]) expect((await context.sql.query(sql)).rows).toEqual([]);
}

/** Everything that had to be mailed was, to its reader alone, and what went out twice did so under one Message-ID. @returns how many did. */
export async function expectMailed({ sql }: MediumContext, { taken }: MailSink): Promise<number> {
  const { rows } = await sql.query<{ line: string }>(
    `SELECT n.id || ' ' || p.email AS line FROM notification n JOIN person p ON p.id = n.person_id WHERE n.mail = 'sent'`,
  );
  const notices = taken.filter(({ messageId }) => messageId.startsWith('<notification-'));
  const lines = notices.map(({ messageId, to }) => `${/^<notification-(.+)@/.exec(messageId)?.[1]} ${to}`);
  const different = [...new Set(lines)];
  expect(different.sort()).toEqual(rows.map(({ line }) => line).sort());
  return lines.length - different.length;
}
