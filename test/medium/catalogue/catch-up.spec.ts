import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { cloneDatabase, connect, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

interface Look {
  seq: string;
  next_watermark: string;
  changes: string[];
  listings: string[];
}

/** What processes rely on to miss nothing, seen at the database alone. */
describe('catalogue_catch_up', () => {
  let database: TestDatabase;
  const clients: pg.Client[] = [];
  const client = async (): Promise<pg.Client> => {
    const fresh = await connect(database.url);
    clients.push(fresh);
    return fresh;
  };
  const look = async (by: pg.Client, watermark: string): Promise<Look> =>
    (await by.query('SELECT * FROM catalogue_catch_up($1)', [watermark])).rows[0];
  const change = async (by: pg.Client): Promise<string> => {
    const id = randomUUID();
    await by.query('INSERT INTO listing_change (listing_id) VALUES ($1)', [id]);
    return id;
  };

  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(async () => {
    for (const one of clients) await one.end();
    await database.drop();
  });

  it('never passes a transaction that is still running, whatever commits before it', async () => {
    const [reader, slow, fast] = [await client(), await client(), await client()];
    const start = await look(reader, '0');
    await slow.query('BEGIN');
    const late = await change(slow);
    const early = await change(fast);
    const first = await look(reader, start.next_watermark);
    expect(first.listings).toContain(early);
    expect(first.listings).not.toContain(late);
    await slow.query('COMMIT');
    const second = await look(reader, first.next_watermark);
    expect(second.listings).toContain(late);
    // The watermark passes it as soon as no older transaction runs anywhere in the cluster, other tests' databases included.
    await until(
      'the watermark has passed both',
      async () => (await look(reader, (await look(reader, second.next_watermark)).next_watermark)).listings.length === 0,
    );
  });

  it('gives higher numbers to looks that see more', async () => {
    const readers = await Promise.all([client(), client(), client()]);
    const writer = await client();
    const looks: Look[] = [];
    const reading = readers.map(async (reader) => {
      for (let i = 0; i < 30; i++) looks.push(await look(reader, '0'));
    });
    for (let i = 0; i < 60; i++) await change(writer);
    await Promise.all(reading);
    looks.sort((a, b) => Number(a.seq) - Number(b.seq));
    for (let i = 1; i < looks.length; i++) {
      expect(Number(looks[i]!.seq)).toBeGreaterThan(Number(looks[i - 1]!.seq));
      expect(looks[i]!.changes.length).toBeGreaterThanOrEqual(looks[i - 1]!.changes.length);
    }
  });
});
