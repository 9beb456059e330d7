import { TERMS_VERSION } from '../../src/kernel/terms.js';
import { DEFAULT_WEIGHTS } from '../../src/modules/catalogue/index.js';
import { ExampleStart } from '../../src/platform/examples/example-start.js';
import { LANGUAGES } from '../../src/platform/i18n/locales.js';
import { startApp, type TestApp } from '../support/e2e.js';

let gate: TestApp;
beforeAll(async () => {
  gate = await startApp({ config: { examples: true } });
  await gate.sql.query(`UPDATE gate_setting SET value = 'on' WHERE key = 'examples'`);
  await gate.get(ExampleStart).load();
  await gate.drainJobs();
}, 300_000);
afterAll(() => gate.close());

const read = async (path: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: answered } = await gate.app.inject({ url: path, headers });
  return { status: statusCode, text: body, headers: answered };
};

describe('pages to be read', () => {
  it.each(['/help', '/help/scores', '/accessibility', '/privacy', '/terms', '/insights'])('%s is there in every language', async (path) => {
    for (const language of LANGUAGES) {
      const { status, text } = await read(`/${language}${path}`, { accept: 'text/html' });
      expect([language, status]).toEqual([language, 200]);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).toContain('property="og:title"');
    }
  });

  it('tell the weights that the engine uses, and an example that it has scored', async () => {
    const { text } = await read('/en/help/scores');
    const numbers = [...text.matchAll(/--numeric">(\d+)<\/td>/g)].map(([, weight]) => Number(weight));
    expect(numbers).toEqual(Object.values(DEFAULT_WEIGHTS));
    const points = [...text.matchAll(/<bdi dir="ltr">(\d+\.\d\d)<\/bdi>/g)].map(([, value]) => Number(value));
    const score = points.pop();
    expect(points).toHaveLength(numbers.length);
    expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score ?? 0, 5);
  });

  it('name the version of the terms', async () => {
    expect((await read('/en/terms')).text).toContain(`<time datetime="${TERMS_VERSION}">`);
  });
});

describe('insights', () => {
  it('show flows with their table, and the same rows as a file in the language', async () => {
    const { text } = await read('/fr/insights');
    expect(text).toMatch(/<svg class="gate-chart"[^>]* role="img" aria-label="Carte du monde/);
    expect(text).not.toMatch(/\sstyle=/);
    const { headers, text: csv } = await read('/insights/fr/countries.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    // Spreadsheets take it for UTF-8 by its first sign, which trimming takes away.
    expect(csv.startsWith('\ufeff')).toBe(true);
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).toBe('De (code),De,Vers (code),Vers,Paires concordantes');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map((row) => Number(row.split(',').pop())).filter((count) => count < 3)).toEqual([]);
  });

  it('have no other tables and languages', async () => {
    expect((await read('/insights/fr/people.csv')).status).toBe(404);
    expect((await read('/insights/xx/countries.csv')).status).toBe(404);
  });
});

describe('for machines that read', () => {
  it('feeds hold what everybody may see, newest first, and are not sent twice', async () => {
    const { status, headers, text } = await read('/feeds/ar/needs.xml');
    expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(text).toContain('xml:lang="ar"');
    const { rows } = await gate.sql.query<{ id: string }>(
      `SELECT id FROM catalogue_listing WHERE kind = 'need' ORDER BY listed_at DESC, id DESC`,
    );
    expect([...text.matchAll(/urn:uuid:([\w-]+)/g)].map(([, id]) => id)).toEqual(rows.slice(0, 50).map(({ id }) => id));
    const asked = { 'if-none-match': headers.etag as string, 'if-modified-since': headers['last-modified'] as string };
    for (const [name, value] of Object.entries(asked))
      expect(await read('/feeds/ar/needs.xml', { [name]: value })).toMatchObject({ status: 304, text: '' });
    expect((await read('/feeds/ar/needs.xml', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await read('/feeds/ar/people.xml')).status).toBe(404);
    expect((await read('/ar')).text).toContain('href="/feeds/ar/offers.xml"');
  });

  it('feeds are found from the first page and from search, by their readers and by people', async () => {
    for (const path of ['/fr', '/fr/needs']) {
      const { text } = await read(path);
      expect(text).toMatch(/<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/feeds\/fr\/needs.xml"/);
      expect(text).toMatch(/<a class="govuk-link" href="\/feeds\/fr\/needs.xml"/);
    }
  });

  it('name whom to write to: the global desk, and every centre with its countries', async () => {
    const { text } = await read('/en/contact');
    const { rows } = await gate.sql.query<{ name: string; email: string }>(
      `SELECT name, contact->>'email' AS email FROM centre WHERE ended_at IS NULL`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const word of ['global-desk@example.org', ...rows.flatMap(({ name, email }) => [name, email])]) expect(text).toContain(word);
  });

  it('show on the first page who fits whom, with the way to the table', async () => {
    const { text } = await read('/en');
    expect(text).toMatch(/<svg class="gate-chart"[^>]*role="img" aria-label="[^"]+"/);
    expect(text).toContain('href="/en/insights"');
  });

  it('robots find the site map, and in it every listing in every language', async () => {
    expect((await read('/robots.txt')).text).toContain(`Sitemap: ${gate.baseUrl}/sitemap.xml`);
    const files = [...(await read('/sitemap.xml')).text.matchAll(/<loc>[^<]*(\/sitemap\/[^<]+)<\/loc>/g)].map(([, file]) => file ?? '');
    const texts = await Promise.all(files.map(async (file) => (await read(file)).text));
    const named = new Set(
      texts.flatMap((text) => [...text.matchAll(/<loc>[^<]*\/ru\/(?:needs|offers)\/([\w-]+)<\/loc>/g)].map(([, id]) => id)),
    );
    const { rows } = await gate.sql.query<{ id: string }>('SELECT id FROM catalogue_listing');
    expect([...named].sort()).toEqual(rows.map(({ id }) => id).sort());
    expect((await read('/sitemap/nowhere')).status).toBe(404);
    const countries = await read('/sitemap/countries');
    for (const language of ['en', 'ar', 'zh']) expect(countries.text).toContain(`<loc>${gate.baseUrl}/${language}/countries/TV</loc>`);
  });
});
