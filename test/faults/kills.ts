import type { FreezeAt } from '../support/database-proxy.js';
import { newOrganization } from '../support/factories/organizations.js';
import { waterNeed } from '../support/journey.js';
import { faultGround, publishAll, type Backend, type FaultGround } from './fault-ground.js';
import { expectSound } from './invariants.js';
import { person } from './people.js';

const MATCHING = 'INSERT INTO match ';
const TELLING = 'INSERT INTO notification ';

/** Processes killed at the worst moments; the same for both queues. */
export function describeKills(backend: Backend): void {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await faultGround(backend);
  });
  afterEach(() => ground.close());

  describe('a worker that is killed', () => {
    it.each<[string, FreezeAt]>([
      ['before its matches are committed', { sent: MATCHING, commit: 'asked' }],
      ['after they are, before it or the queue knows', { sent: MATCHING, commit: 'done' }],
      ['before a notice is committed', { sent: TELLING, commit: 'asked' }],
      ['after it is, before it or the queue knows', { sent: TELLING, commit: 'done' }],
    ])(
      '%s',
      async (_, at) => {
        const { context, proxy } = ground;
        await publishAll(context, { needs: 5 });
        const stands = proxy.freeze(at);
        const first = await ground.launch('worker', { stoppable: true });
        await stands;
        first.signal('SIGKILL');
        await first.exited;
        await ground.launch('worker');
        await expectSound(context);
      },
      90_000,
    );
  });

  it('an API that is killed between commit and reply has done it once, and says so when it is asked again', async () => {
    const { context, proxy } = ground;
    await publishAll(context, { needs: 1 });
    const first = await ground.launch('web', { stoppable: true });
    const administrator = await person(first, context, { administrator: true });
    const seeker = await person(first, context);
    const { id: organizationId } = await newOrganization(context, { country: 'MZ', manager: seeker.actor });
    const need = await seeker.post(first, '/api/v1/needs', {
      organizationId,
      language: 'en',
      ...waterNeed('technology'),
      requirements: [],
    });
    const id = String(need.body.id);
    const path = `/api/v1/needs/${id}`;
    expect((await seeker.post(first, `${path}/submit`)).status).toBe(200);

    const stands = proxy.freeze({ sent: id, commit: 'done' });
    const key = { 'idempotency-key': 'approve-once' };
    const lost = administrator.post(first, `${path}/approve`, {}, key);
    await stands;
    first.signal('SIGKILL');
    await expect(lost).rejects.toThrow();

    const second = await ground.launch('web');
    expect(await administrator.post(second, `${path}/approve`, {}, key)).toMatchObject({ status: 200, body: { state: 'published' } });
    expect(await administrator.post(second, `${path}/approve`)).toMatchObject({ status: 409 });
    const { rows } = await context.sql.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND action = 'listing.approve'`,
      [id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    await ground.launch('worker');
    await expectSound(context);
  }, 90_000);
}
