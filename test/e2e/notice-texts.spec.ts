import { NOTIFICATION_KINDS, type NotificationKind, sampleOf } from '../../src/modules/notifications/index.js';
import { TaxonomyService } from '../../src/modules/taxonomy/index.js';
import { LANGUAGES } from '../../src/platform/i18n/locales.js';
import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  admin = await administrator(gate);
});
afterAll(() => gate.close());

const preview = (kind: string, words: object) => admin.post(`/api/v1/notice-texts/${kind}/preview`, { language: 'en', ...words });

it('words are previewed with samples before they are set, and nothing is set by it', async () => {
  const words = { subject: 'Soon over: {title}', text: '“{title}” has {days, plural, one {one day} other {# days}} left.' };
  const seen = await preview('expiring', words);
  expect(seen.status).toBe(200);
  expect(seen.body).toEqual({ subject: 'Soon over: Solar pump', text: '“Solar pump” has 7 days left.' });
  const rule = await admin.get('/api/v1/rules/notice.expiring');
  expect(rule.body).toMatchObject({ versions: [], value: { fr: { subject: expect.stringContaining('{title}') as string } } });
  const set = await admin.post('/api/v1/rules/notice.expiring/versions', { value: { en: words } });
  expect(set.status).toBe(201);
});

it('what cannot be told is refused with the field and the remedy', async () => {
  const refused = await preview('expiring', { subject: 'Over: {other}', text: '{days, plural, one {a day}}' });
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toEqual([
    { path: 'subject', code: 'placeholder', message: 'It knows nothing of {other}: it may name {days}, {title}.' },
    { path: 'text', code: 'syntax', message: expect.stringContaining('other {...}') as string },
  ]);
  expect((await preview('expiring', { subject: '{days, date}', text: 'Over' })).body.errors).toMatchObject([
    { path: 'subject', code: 'format' },
  ]);
  expect((await preview('weather', { subject: 'Rain', text: 'Rain' })).status).toBe(404);
});

it('every notice can be shown with samples, in every language', () => {
  const book = gate.get(TaxonomyService).current();
  for (const kind of Object.keys(NOTIFICATION_KINDS) as NotificationKind[])
    for (const language of LANGUAGES) expect(sampleOf(kind, language, book).subject).not.toBe('');
});
