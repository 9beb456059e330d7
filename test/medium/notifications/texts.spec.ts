import { NotificationsModule, NotificationsQueries } from '../../../src/modules/notifications/index.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { type MatchingContext, matchingContext, newListed, runJobs } from '../../support/factories/matching.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import { refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
beforeAll(async () => {
  context = await matchingContext([NotificationsModule]);
});
afterEach(async () => {
  await context.shiftClock('0 days');
  await context.sql.query('DELETE FROM rule_version');
});
afterAll(() => context.close());

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const set = async (value: object, from?: string) =>
  context.get(RulesAdmin).set(await newPerson(context, { administrator: true }), 'notice.published', { value, ...(from && { from }) });

/** What the owner of a newly published listing is told of it. */
async function told(language: string): Promise<string | undefined> {
  const { manager } = await newOrganization(context, { manager: await newPerson(context, { language }) });
  await newListed(context, { kind: 'technology', owner: manager });
  await runJobs(context);
  const { items } = await context.get(NotificationsQueries).page(manager, { limit: 20 });
  return items.find(({ kind }) => kind === 'published')?.text;
}

it('people are told in the words of the house from their day on, and else in those that are shipped', async () => {
  await set({ en: { subject: 'Out: {title}', text: 'All can see “{title}”.' } });
  await set({ en: { subject: 'Out: {title}', text: 'Hurrah for “{title}”!' } }, dayIn(3));
  expect(await told('en')).toBe('All can see “Solar pump”.');
  expect(await told('fr')).toMatch(/^L’annonce «\u00a0Solar pump\u00a0» /);
  // No words are shipped in it: the house's English comes before the one that is shipped.
  expect(await told('sw')).toBe('All can see “Solar pump”.');
  await context.shiftClock('3 days');
  expect(await told('en')).toBe('Hurrah for “Solar pump”!');
});

it('a language of its own has words as soon as somebody has set them', async () => {
  await set({ pt: { subject: 'Publicado: {title}', text: '“{title}” está publicado.' } });
  expect(await told('pt-BR')).toBe('“Solar pump” está publicado.');
  expect(await told('en')).toMatch(/^“Solar pump” is published\./);
});

it('words that cannot be read, or that name what the notice does not know, are refused', async () => {
  const words = (text: string) => ({ en: { subject: 'Out', text } });
  expect(await refusalOf(set(words('“{title” is out')))).toBe('invalid request.invalid');
  await expect(set(words('For {reviewer}'))).rejects.toMatchObject({
    details: { errors: [{ path: 'value.en.text', code: 'placeholder', message: 'It knows nothing of {reviewer}: it may name {title}.' }] },
  });
  expect(await refusalOf(set({ en: { subject: 'Two\nlines', text: 'Out' } }))).toBe('invalid request.invalid');
  expect(await refusalOf(set({ tlh: { subject: 'Out', text: 'Out' } }))).toBe('invalid request.invalid');
});
