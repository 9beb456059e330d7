import { jobIdOf } from '../../src/platform/queue/outbox.repository.js';
import { QUEUE_BACKEND, type QueueBackend } from '../../src/platform/queue/queue.backend.js';
import type { FreezeAt } from '../support/database-proxy.js';
import { newOrganization } from '../support/factories/organizations.js';
import type { GateUnderTest } from '../support/gate-process.js';
import { waterNeed } from '../support/journey.js';
import { until } from '../support/until.js';
import { faultGround, publishAll, type Backend, type FaultGround } from './fault-ground.js';
import { expectMailed, expectSound } from './invariants.js';
import { person, type SignedIn } from './people.js';

const MATCHING = 'INSERT INTO match ';
const TELLING = 'INSERT INTO notification ';
const MAILING = 'UPDATE notification SET mail';

// Each kill costs the jobs that were under way one of their three starts, so that one exchange sees two at most.
const KILLS: [string, FreezeAt[]][] = [
  [
    'before matches are committed, and after, before it or the queue knows',
    [
      { sent: MATCHING, commit: 'asked' },
      { sent: MATCHING, commit: 'done' },
    ],
  ],
  [
    'before a notice is committed, and after, before it or the queue knows',
    [
      { sent: TELLING, commit: 'asked' },
      { sent: TELLING, commit: 'done' },
    ],
  ],
];

/** Processes killed at the worst moments; the same for both queues. */
export function describeKills(backend: Backend): void {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await faultGround(backend);
  });
  afterEach(() => ground.close());

  async function killWorkers(moments: FreezeAt[]): Promise<void> {
    await publishAll(ground.context, { needs: 12 });
    for (const at of moments) {
      let standing = false;
      void ground.proxy.freeze(at).then(() => (standing = true));
      const worker = await ground.launch('worker', { stoppable: true });
      await until(`a worker stands still at ${at.sent} (${at.commit})`, () => standing);
      await kill(worker);
    }
    await ground.launch('worker');
    await expectSound(ground.context);
  }

  it.each(KILLS)(
    'workers are killed %s: nothing is lost or done twice',
    async (_, moments) => {
      await killWorkers(moments);
      await expectMailed(ground.context, ground.mail);
    },
    120_000,
  );

  it('a worker is killed after a mail went out, before that is committed: it goes again under its Message-ID', async () => {
    await killWorkers([{ sent: MAILING, commit: 'asked' }]);
    expect(await expectMailed(ground.context, ground.mail)).toBeGreaterThan(0);
  }, 120_000);

  describe('an API that is killed', () => {
    let first: GateUnderTest;
    let administrator: SignedIn;
    let id: string;
    let approve: string;
    beforeEach(async () => {
      await publishAll(ground.context, { needs: 1 });
      first = await ground.launch('web', { stoppable: true });
      administrator = await person(first, ground.context, { administrator: true });
      const seeker = await person(first, ground.context);
      ({ id } = await submittedNeed(first, ground, seeker));
      approve = `/api/v1/needs/${id}/approve`;
    }, 60_000);

    it('between commit and reply has done it once, and says so when it is asked again', async () => {
      const { context, proxy } = ground;
      const stands = proxy.freeze({ sent: id, commit: 'done' });
      const key = { 'idempotency-key': 'approve-once' };
      const lost = administrator.post(first, approve, {}, key);
      await stands;
      first.signal('SIGKILL');
      await expect(lost).rejects.toThrow();

      const second = await ground.launch('web');
      expect(await administrator.post(second, approve, {}, key)).toMatchObject({ status: 200, body: { state: 'published' } });
      expect(await administrator.post(second, approve)).toMatchObject({ status: 409 });
      const { rows } = await context.sql.query(
        `SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND action = 'listing.approve'`,
        [id],
      );
      expect(rows).toEqual([{ n: 1 }]);
      await ground.launch('worker');
      await expectSound(context);
    }, 90_000);

    it('between claiming its jobs and handing them over leaves them to be found', async () => {
      const { context } = ground;
      const open = await ground.stopQueue();
      expect((await administrator.post(first, approve)).status).toBe(200);
      const claimed = `SELECT id, generation FROM outbox WHERE name = 'matching.match-need' AND payload->>'needId' = $1 AND enqueued_at IS NOT NULL`;
      const rows = async () => (await context.sql.query<{ id: string; generation: number }>(claimed, [id])).rows;
      await until('its jobs are claimed', async () => (await rows()).length > 0);
      await kill(first);
      await open();
      const [sending] = await rows();
      expect(sending).toMatchObject({ generation: 0 });
      const queue = context.get<QueueBackend>(QUEUE_BACKEND);
      const held = await until('the queue answers again', () => queue.live('matching', [jobIdOf(sending!)]).catch(() => null));
      expect([...held]).toEqual([]);
      await ground.launch('worker');
      await expectSound(context);
    }, 90_000);
  });
}

async function kill(gate: GateUnderTest): Promise<void> {
  gate.signal('SIGKILL');
  await gate.exited;
}

async function submittedNeed(gate: GateUnderTest, { context }: FaultGround, seeker: SignedIn): Promise<{ id: string }> {
  const { id: organizationId } = await newOrganization(context, { country: 'MZ', manager: seeker.actor });
  const content = { organizationId, language: 'en', ...waterNeed('technology'), requirements: [] };
  const need = await seeker.post(gate, '/api/v1/needs', content);
  const id = String(need.body.id);
  expect((await seeker.post(gate, `/api/v1/needs/${id}/submit`)).status).toBe(200);
  return { id };
}
