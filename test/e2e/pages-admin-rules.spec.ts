import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { dayFields, sendForm } from '../support/forms.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  admin = await administrator(gate);
});
afterAll(() => gate.close());

const page = (path: string) => admin.get(path, { accept: 'text/html' });
const send = (path: string, fields: Record<string, string | string[]> = {}) => sendForm(gate, admin, path, fields);

describe('rules', () => {
  it('are listed by what they are about, in the reader’s words', async () => {
    const { status, body } = await page('/fr/admin/rules');
    expect(status).toBe(200);
    expect(body).toContain('Mois d’ouverture d’une annonce');
    expect((await page('/en/admin/rules?facility=lldc')).body).not.toContain('/en/admin/rules/calendar.working-week');
    expect((await page('/en/admin/rules/no.rule')).status).toBe(404);
  });

  it('are set for all or for one window, and say what they refuse', async () => {
    const at = '/en/admin/rules/match.lapse-days';
    const refused = await send(at, { value: 'many', facility: '' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('value="many"');
    expect((await send(at, { value: '40', facility: 'lldc' })).location).toBe(at);
    expect((await page(`${at}?facility=lldc`)).body).toContain('value="40"');
    expect((await send(at, { value: '40', facility: 'no-window' })).status).toBe(422);
  });

  it('take lists and tables of fields', async () => {
    expect((await send('/en/admin/rules/listing.reminder-days', { value: '45, 10' })).status).toBe(303);
    expect((await page('/en/admin/rules/listing.reminder-days')).body).toContain('45, 10');
    const checklist = {
      'value.0.key': 'serves-the-need',
      'value.0.text': 'It serves.',
      'value.0.required': 'true',
      'value.3.key': '',
      'value.3.text': '',
    };
    expect((await send('/en/admin/rules/match.checklist', checklist)).status).toBe(303);
    expect((await page('/en/admin/rules/match.checklist')).body).toContain('It serves.');
  });

  it('of a day to come may be taken back', async () => {
    const at = '/en/admin/rules/search.saved-max';
    expect((await send(at, { value: '7', ...dayFields('from', '2001-01-01') })).status).toBe(422);
    await send(at, { value: '7', ...dayFields('from', '2099-01-01') });
    const [withdraw] = /\/en\/admin\/rules\/search\.saved-max\/versions\/[^"]+/.exec(String((await page(at)).body)) ?? [];
    expect((await send(String(withdraw))).status).toBe(303);
  });
});

describe('the words of a notice', () => {
  const at = '/en/admin/notices/published?language=fr';

  it('are shown with samples before they hold', async () => {
    const { status, body } = await send(at, { act: 'preview', subject: 'Annonce publiée', text: 'Bonjour : {title}' });
    expect(status).toBe(200);
    expect(body).toContain('Bonjour\u00a0: Solar pump');
    expect((await page(at)).body).not.toContain('Bonjour');
  });

  it('are refused where they cannot be told, and kept', async () => {
    const { status, body } = await send(at, { act: 'save', subject: 'Annonce', text: 'Bonjour {nobody}' });
    expect(status).toBe(422);
    expect(body).toContain('Bonjour {nobody}');
  });

  it('hold in their language', async () => {
    expect((await send(at, { act: 'save', subject: 'Annonce', text: 'Bonjour : {title}' })).status).toBe(303);
    expect((await page(at)).body).toContain('Bonjour : {title}');
    expect((await page('/en/admin/notices/published?language=es')).body).not.toContain('Bonjour');
  });
});
