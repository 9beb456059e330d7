import { system } from '../../src/kernel/actor.js';
import { JobsAdminService } from '../../src/platform/queue/jobs-admin.service.js';
import { PermanentJobError } from '../../src/platform/queue/job-errors.js';
import { OutboxRepository } from '../../src/platform/queue/outbox.repository.js';
import { Gate, type QueueRig } from './queue-contract.js';
import { until } from './until.js';

/** What holds for jobs on every backend. */
export function describeQueueBehaviour(rigOf: () => QueueRig): void {
  const idle = (rig: QueueRig): Promise<boolean> =>
    until('queue empty', async () =>
      Object.values(await rig.queue.getJobCounts('waiting', 'active', 'delayed')).every((count) => count === 0),
    );

  it('works off what was committed', async () => {
    const rig = rigOf();
    const id = await rig.add('plain');
    expect(await rig.reaches(id, 'done')).toMatchObject({ starts: 1, last_error: null });
    expect(await rig.effects('plain')).toBe(1);
  });

  it('keeps nothing of a unit that was rolled back', async () => {
    const rig = rigOf();
    const { rows: before } = await rig.context.sql.query('SELECT id FROM outbox');
    await expect(
      rig.context.uow.run(async () => {
        await rig.add('rolled-back');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await rig.context.sql.query('SELECT id FROM outbox')).rows).toEqual(before);
  });

  it('has one effect though the queue delivers twice, before and after the end', async () => {
    const rig = rigOf();
    const gate = new Gate();
    rig.handler.behaviours.set('twice', async (run, effect) => {
      await gate.pass();
      await run.complete(effect);
    });
    const id = await rig.add('twice');
    await gate.arrived(1);
    await rig.queue.add('contract.record', { outboxId: id, generation: 0 }, { jobId: `${id}_again` });
    await gate.arrived(2);
    gate.open();
    await rig.reaches(id, 'done');
    await rig.queue.add('contract.record', { outboxId: id, generation: 0 }, { jobId: `${id}_late` });
    await idle(rig);
    expect(rig.handler.starts.get('twice')).toBe(2);
    expect(await rig.effects('twice')).toBe(1);
  });

  it('marks a job done whose handler returns without complete', async () => {
    const rig = rigOf();
    rig.handler.behaviours.set('returns', () => Promise.resolve());
    await rig.reaches(await rig.add('returns'), 'done');
  });

  it('tries again after a pause, and gives up after three starts with a record that quotes nobody', async () => {
    const rig = rigOf();
    rig.handler.behaviours.set('throws', (run, effect) =>
      run.complete(async () => {
        await effect();
        throw new TypeError('amina@example.org');
      }),
    );
    const id = await rig.add('throws');
    const failed = await until('first failure', async () => {
      const row = await rig.row(id);
      return row.failed_at && row;
    });
    expect(failed.available_at.getTime()).toBeGreaterThan(failed.failed_at!.getTime());
    const dead = await rig.reaches(id, 'dead');
    expect(dead).toMatchObject({ starts: 3, generation: 2 });
    expect(dead.last_error).toMatch(/^TypeError at queue-behaviour\.ts:\d+$/);
    expect(rig.handler.starts.get('throws')).toBe(3);
    expect(await rig.effects('throws')).toBe(0);
  });

  it('buries a job that cannot succeed at once, and an administrator gives it new starts', async () => {
    const rig = rigOf();
    rig.handler.behaviours.set('permanent', () => Promise.reject(new PermanentJobError('contract.hopeless')));
    const id = await rig.add('permanent');
    expect(await rig.reaches(id, 'dead')).toMatchObject({
      starts: 1,
      last_error: expect.stringContaining('PermanentJobError contract.hopeless'),
    });
    rig.handler.behaviours.delete('permanent');
    const admin = rig.context.get(JobsAdminService);
    expect(await admin.requeue(system('test'), id)).toMatchObject({ id, state: 'waiting', starts: 0 });
    await rig.reaches(id, 'done');
    expect(await rig.effects('permanent')).toBe(1);
    await expect(admin.requeue(system('test'), id)).rejects.toMatchObject({ code: 'job.not-dead' });
    const { rows } = await rig.context.sql.query(`SELECT action FROM audit_entry WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ action: 'job.requeue' }]);
  });

  it('buries a job that ended its process in every run, without starting it again', async () => {
    const rig = rigOf();
    const gate = new Gate();
    rig.handler.behaviours.set('poison', () => gate.pass());
    const id = await rig.add('poison', { delayMs: 3_600_000 });
    await rig.context.sql.query('UPDATE outbox SET starts = 3, available_at = now() WHERE id = $1', [id]);
    expect((await rig.reaches(id, 'dead')).last_error).toContain('its process ended');
    expect(rig.handler.starts.get('poison')).toBeUndefined();
  });

  it('fences a run whose job was sent again meanwhile', async () => {
    const rig = rigOf();
    const gate = new Gate();
    const answers: unknown[] = [];
    rig.handler.behaviours.set('stalled', async (run, effect) => {
      if (answers.length === 0 && rig.handler.starts.get('stalled') === 1) await gate.pass();
      answers.push(await run.complete(async () => (await effect(), 'worked')));
    });
    const id = await rig.add('stalled');
    await gate.arrived();
    await rig.context.get(OutboxRepository).sendAgain([{ id, generation: 0 }]);
    await rig.reaches(id, 'done');
    gate.open();
    await until('both answered', () => answers.length === 2);
    expect(answers).toEqual(['worked', undefined]);
    expect(await rig.effects('stalled')).toBe(1);
  });

  it('sends a job again that was claimed and never arrived in the queue', async () => {
    const rig = rigOf();
    const id = await rig.add('lost', { delayMs: 3_600_000 });
    await rig.context.sql.query(`UPDATE outbox SET available_at = now(), enqueued_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect(await rig.reaches(id, 'done')).toMatchObject({ generation: 1, starts: 1 });
  });

  it('holds a delayed job back until it is due', async () => {
    const rig = rigOf();
    const id = await rig.add('later', { delayMs: 3_600_000 });
    await rig.reaches(await rig.add('sooner'), 'done');
    expect(await rig.row(id)).toMatchObject({ state: 'waiting', enqueued_at: null });
    await rig.context.sql.query('UPDATE outbox SET available_at = now() WHERE id = $1', [id]);
    await rig.reaches(id, 'done');
  });

  it('keeps one of equal jobs that wait, and a further one beside a run that began', async () => {
    const rig = rigOf();
    const first = await rig.add('equal', { dedupe: 'equal', delayMs: 3_600_000 });
    expect(await rig.add('equal', { dedupe: 'equal', delayMs: 3_600_000 })).toBe(first);
    const gate = new Gate();
    rig.handler.behaviours.set('equal', async (run, effect) => {
      await gate.pass();
      await run.complete(effect);
    });
    expect(await rig.add('equal', { dedupe: 'equal' })).toBe(first);
    await gate.arrived();
    const second = await rig.add('equal', { dedupe: 'equal' });
    expect(second).not.toBe(first);
    gate.open();
    await rig.reaches(first, 'done');
    await rig.reaches(second, 'done');
    expect(await rig.effects('equal')).toBe(2);
  });
}
