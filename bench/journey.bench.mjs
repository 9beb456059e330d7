// From the reviewer's yes to a need until its matches can be read: what a seeker waits for.
import { figure, machine, ms, percentile, say } from './support/figures.mjs';
import { startGate } from './support/gate.mjs';

const NEEDS = 200;
const WARM_UP = 10;

const gate = await startGate();
const seeker = gate.account('seeker-editor');
const administrator = gate.account('administrator');
try {
  const before = machine();
  const waits = [];
  const approvals = [];
  for (let i = -WARM_UP; i < NEEDS; i++) {
    const { approved, visible } = await publishOne(i);
    if (i < 0) continue;
    approvals.push(approved);
    waits.push(visible);
  }
  say(`\njourney: a need approved through the API -> its matches are visible, ${NEEDS} needs, example exchange`);
  figure('wait at p50 / an approval at p50', (percentile(waits, 0.5) / percentile(approvals, 0.5)).toFixed(2));
  figure('wait p50', ms(percentile(waits, 0.5)));
  figure('wait p95', ms(percentile(waits, 0.95)), '< 1 s');
  figure('approval p50', ms(percentile(approvals, 0.5)));
  say(`  ${before} at the start, ${machine().split(', ').at(-1)} at the end`);
} finally {
  await gate.stop();
}

async function publishOne(i) {
  const { id } = await gate.call(seeker, 'POST', '/needs', {
    organizationId: seeker.organizationId,
    language: 'en',
    title: `Solar pumps for riverside gardens, group ${i}`,
    description: 'Families water vegetable gardens by the river with buckets. We look for portable solar pumps without batteries.',
    kinds: ['technology'],
    codes: [{ scheme: 'crs', code: '31140' }],
    country: 'UG',
    languages: ['en'],
    budget: { max: 30000, currency: 'USD' },
    neededBy: 'no-date',
  });
  await gate.call(seeker, 'POST', `/needs/${id}/submit`);
  const start = performance.now();
  await gate.call(administrator, 'POST', `/needs/${id}/approve`);
  const approved = performance.now();
  while ((await gate.call(seeker, 'GET', `/matches?needId=${id}&limit=1`)).items.length === 0);
  return { approved: approved - start, visible: performance.now() - approved };
}
