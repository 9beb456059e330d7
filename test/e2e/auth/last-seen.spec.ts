import { signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

let gate: TestApp;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  await gate.sql.query(`
    CREATE TABLE touch (what text, id uuid);
    CREATE FUNCTION count_touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
      BEGIN INSERT INTO public.touch VALUES (TG_ARGV[0], NEW.id); RETURN NEW; END $f$;
    CREATE TRIGGER touched AFTER UPDATE OF last_seen_at ON person FOR EACH ROW EXECUTE FUNCTION count_touch('person');
    CREATE TRIGGER touched AFTER UPDATE OF "lastRequest" ON auth.apikey FOR EACH ROW EXECUTE FUNCTION count_touch('key')`);
});
afterAll(() => gate.close());

async function touches(...ids: string[]): Promise<string[]> {
  const { rows } = await gate.sql.query<{ what: string }>('SELECT what FROM touch WHERE id = ANY($1) ORDER BY what', [ids]);
  await gate.sql.query('DELETE FROM touch');
  return rows.map(({ what }) => what);
}

describe('when a person was seen last', () => {
  it('is written once a minute, however many requests come at once', async () => {
    const { client, id } = await signUp(gate.visitor);
    expect(await touches(id)).toEqual(['person']);
    const seen = () => Promise.all(Array.from({ length: 20 }, () => client.get('/api/v1/me')));
    await seen();
    expect(await touches(id)).toEqual([]);
    await gate.sql.query(`UPDATE person SET last_seen_at = now() - interval '61 seconds' WHERE id = $1`, [id]);
    await touches(id);
    await seen();
    expect(await touches(id)).toEqual(['person']);
  });

  it('does not hide when a key was used last', async () => {
    const { client, id } = await signUp(gate.visitor);
    const { body } = await client.post('/api/v1/me/keys', { name: 'k' });
    const machine = gate.visitor.withKey(body.key);
    await touches();
    for (let i = 0; i < 3; i++) expect((await machine.get('/api/v1/me')).status).toBe(200);
    expect(await touches(id, body.id)).toEqual(['key']);
    const { items } = (await client.get('/api/v1/me/keys')).body;
    expect(items).toMatchObject([{ id: body.id, lastUsedAt: expect.any(String) }]);
  });
});
