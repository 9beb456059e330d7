import { CentreAppointments, CentresModule } from '../../../src/modules/centres/index.js';
import { CentreTimers } from '../../../src/modules/centres/centre-timers.js';
import { ConsentTimers } from '../../../src/modules/centres/consent-timers.js';
import { NotificationsModule, NotificationsQueries } from '../../../src/modules/notifications/index.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { matchingContext, newListed, runJobs, type MatchingContext } from '../../support/factories/matching.js';
import { newConsent, newOrganization, newPerson } from '../../support/factories/organizations.js';

let context: MatchingContext;
let officer: PersonActor;
beforeAll(async () => {
  context = await matchingContext([NotificationsModule, CentresModule]);
  officer = await newPerson(context, { officerOf: ['GH'] });
});
afterEach(() => context.shiftClock('0 days'));
afterAll(() => context.close());

const told = async (person: PersonActor): Promise<string[]> => {
  const { items } = await context.get(NotificationsQueries).page(person, { limit: 100 });
  return items.map(({ kind }) => kind).reverse();
};
const run = async (): Promise<void> => {
  await context.get(ConsentTimers).run();
  await context.get(ConsentTimers).run();
  await runJobs(context);
};

it('officers are reminded 30 and 7 days before a consent ends, once each, and told when it has; not where another goes on', async () => {
  const { id } = await newOrganization(context, { country: 'GH' });
  await newConsent(context, id, ['list', 'answer-matches'], 40);
  const other = await newOrganization(context, { country: 'GH' });
  await newConsent(context, other.id, ['list'], 40);
  await newConsent(context, other.id, ['list', 'register'], 300);
  await run();
  expect(await told(officer)).toEqual([]);
  await context.shiftClock('11 days');
  await run();
  expect(await told(officer)).toEqual(['consent-ending']);
  await context.shiftClock('34 days');
  await run();
  expect(await told(officer)).toEqual(['consent-ending', 'consent-ending']);
  await context.shiftClock('41 days');
  await run();
  expect(await told(officer)).toEqual(['consent-ending', 'consent-ending', 'consent-ended']);
  const { rows } = await context.sql.query('SELECT ending, count(*)::int FROM consent GROUP BY ending ORDER BY ending');
  expect(rows).toEqual([
    { ending: 'lapsed', count: 2 },
    { ending: null, count: 1 },
  ]);
});

it('what concerns an organization without users is told to the officers who keep it', async () => {
  const keeper = await newPerson(context, { officerOf: ['TG'] });
  const owner = await newOrganization(context, { country: 'TG' });
  await newListed(context, { kind: 'technology', owner: owner.manager });
  await context.sql.query('DELETE FROM membership WHERE organization_id = $1', [owner.id]);
  await runJobs(context);
  expect(await told(keeper)).toEqual(['published']);
  expect(await told(owner.manager)).not.toContain('published');
});

it('administrators and officers are reminded before the letter of a centre ends, and told once when it has run out', async () => {
  const administrator = await newPerson(context, { administrator: true });
  const its = await newPerson(context, { officerOf: ['BJ'] });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await context.get(CentreAppointments).appoint(administrator, {
    name: 'Centre of Benin',
    host: 'Ministry of Planning',
    countries: ['BJ'],
    contact: { email: 'centre-bj@example.org' },
    letter: { reference: 'MP/1', date: '2026-01-15', expires: day(70) },
  });
  const heard: number[] = [];
  for (const days of [0, 11, 12, 41, 64, 70, 71, 80]) {
    await context.shiftClock(`${days} days`);
    await context.get(CentreTimers).run();
    await runJobs(context);
    heard.push((await told(its)).filter((kind) => kind === 'centre-letter-ending').length);
  }
  expect(heard).toEqual([0, 1, 1, 2, 3, 3, 4, 4]);
  expect((await told(administrator)).filter((kind) => kind === 'centre-letter-ending')).toHaveLength(4);
});
