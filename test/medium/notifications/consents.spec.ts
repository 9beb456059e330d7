import { CentresModule } from '../../../src/modules/centres/index.js';
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
