import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import '../../../src/app.module.js';
import { matchNeedJob } from '../../../src/modules/matching/matching.jobs.js';
import { jobCatalogue, QUEUES } from '../../../src/platform/queue/job.js';
import { Jobs } from '../../../src/platform/queue/jobs.js';
import { QUEUE_SETTINGS } from '../../../src/platform/queue/queue.settings.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  maxLength?: number;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: Schema[];
}

/** Places in a payload where words of people could stand: texts that are no id, code (60 characters at most) or number. */
function wordsIn(schema: Schema, at: string): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one) => wordsIn(one, at));
  if (schema.items) return wordsIn(schema.items, `${at}[]`);
  if (schema.type === 'object')
    return [
      ...(schema.additionalProperties === false ? [] : [`${at} takes other fields`]),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => wordsIn(inner, `${at}.${name}`)),
    ];
  const isCode = schema.enum !== undefined || schema.pattern !== undefined || (schema.maxLength ?? Infinity) <= 60;
  return schema.type === 'string' && !isCode ? [at] : [];
}

describe('the catalogue of jobs', () => {
  it('carries ids and codes only: payloads stand in clear text in the queue', () => {
    expect(jobCatalogue().length).toBeGreaterThan(8);
    expect(jobCatalogue().flatMap(({ name, payload }) => wordsIn(z.toJSONSchema(payload, { io: 'output' }) as Schema, name))).toEqual([]);
  });

  it('has a queue with every setting for each job', () => {
    for (const { queue } of jobCatalogue()) expect(QUEUES).toContain(queue);
    for (const settings of Object.values(QUEUE_SETTINGS))
      expect(Object.keys(settings).sort()).toEqual(['backoffMs', 'concurrency', 'lockMs', 'maxStarts', 'runLimitMs', 'stalledCheckMs']);
  });
});

describe('asking for a job', () => {
  let context: MediumContext;
  beforeAll(async () => (context = await mediumContext()));
  afterAll(() => context.close());

  it('takes the payload that its schema describes, inside a unit of work, and nothing else', async () => {
    const jobs = context.get<Jobs>(Jobs);
    const needId = randomUUID();
    await expect(jobs.add(matchNeedJob, { needId })).rejects.toThrow('outside a unit of work');
    for (const payload of [{ needId: 'no id' }, { needId, note: 'words' }, {}])
      await expect(context.uow.run(() => jobs.add(matchNeedJob, payload as { needId: string }))).rejects.toThrow(z.ZodError);
    await context.uow.run(() => jobs.add(matchNeedJob, { needId }));
    const { rows } = await context.sql.query(`SELECT name, payload, state FROM outbox`);
    expect(rows).toEqual([{ name: 'matching.match-need', payload: { needId }, state: 'waiting' }]);
  });
});
