import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Route, RouteInventory } from '../../src/platform/http/index.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { pdf, upload } from '../support/uploads.js';
import { administrator, draft, type Listed, party, type Party, publish } from '../support/journey.js';

// Every text of two listings says who may read it: `kanari2offer…` is of the offer and at level 2. Every answer that anybody gets is searched for more.

type Of = 'offer' | 'need';
const INSIDE = 9;
const codes = [
  { scheme: 'crs', code: '14031', main: true },
  { scheme: 'sdg-target', code: '6.1' },
];
const word = (level: number, of: Of, name: string): string => `kanari${level}${of}${name}`;
const WORD = /kanari(\d)(offer|need)[a-z]*/gi;

const offerFields = (at: (level: number, name: string) => string): object => ({
  kind: 'technology',
  title: `Solar desalination unit ${at(0, 'title')}`,
  teaser: `Drinking water from salty wells ${at(0, 'teaser')}`,
  description: `A small unit makes drinking water from salty village wells ${at(1, 'description')}`,
  texts: [{ language: 'fr', title: `Dessalement ${at(0, 'titre')}`, description: `De l'eau ${at(1, 'texte')}` }],
  codes,
  languages: ['en'],
  countriesOffered: ['UG', 'KE'],
  levels: { workings: 2, evidence: 3 },
  details: {
    problem: `Salty wells ${at(1, 'problem')}`,
    howItWorks: `Reverse osmosis ${at(2, 'workings')}`,
    advantage: `No fuel ${at(1, 'advantage')}`,
    costComparison: { unit: 'm3', ours: 1, usual: 2, source: at(1, 'source') },
    readiness: 9,
    readinessEvidence: `Report ${at(3, 'evidence')}`,
    usedIn: [{ country: 'KE', year: 2024, scale: at(1, 'scale'), contact: at(3, 'contact') }],
    ip: { status: 'granted', numbers: [at(1, 'patent')], owner: at(1, 'ip') },
    cooperation: ['sale'],
    terms: { price: { min: 20_000, max: 60_000, currency: 'USD' }, territory: at(2, 'territory') },
    exportControlNotes: at(1, 'export'),
    dualUse: false,
  },
});

const needFields = (at: (level: number, name: string) => string): object => ({
  title: `Drinking water for a salty village ${at(0, 'title')}`,
  teaser: `Wells are salty ${at(0, 'teaser')}`,
  description: `Village wells are salty and drinking water is far ${at(1, 'description')}`,
  codes,
  kinds: ['technology'],
  languages: ['en'],
  neededBy: 'no-date',
  budget: { max: 50_000, currency: 'USD' },
  anonymous: true,
  levels: { tried: 2 },
  details: {
    problem: `Salt in the wells ${at(1, 'problem')}`,
    tried: `A well further off ${at(2, 'tried')}`,
    place: at(3, 'place'),
    nationalPlan: { title: at(3, 'plan') },
    beneficiaries: at(1, 'beneficiaries'),
  },
});

const saying = (of: Of) => (level: number, name: string) => word(level, of, name);

let gate: TestApp;
let reviewer: Client;
let provider: Party;
let seeker: Party;
let offer: Listed;
let need: Listed;
let match: string;
const files: { id: string; of: Of; level: number }[] = [];

/** A reader, and the highest level she may see of either listing; who sees all of both need not be listed. */
interface Reader {
  name: string;
  client: Client;
  sees: Record<Of, number>;
}
const readers: Reader[] = [];

beforeAll(async () => {
  gate = await startApp();
  reviewer = await administrator(gate);
  // The owner of the need is unnamed, so its name is at level 3.
  provider = await party(gate, 'KE', `Provider ${word(1, 'offer', 'name')}`);
  seeker = await party(gate, 'UG', `Seeker ${word(3, 'need', 'name')}`);
  offer = await draft(provider, 'offers', offerFields(saying('offer')));
  need = await draft(seeker, 'needs', needFields(saying('need')));
  for (const which of ['offer', 'need'] as const) await filesOf(which);
  await publish(provider, reviewer, offer);
  await publish(seeker, reviewer, need);
  for (const { client, path: listed } of [
    { ...provider, ...offer },
    { ...seeker, ...need },
  ]) {
    const { headers } = await client.get(listed);
    const of = listed === offer.path ? 'offer' : 'need';
    await client.patch(listed, { description: word(INSIDE, of, 'pending') }, { 'if-match': String(headers.etag) });
  }
  const [basic, verified] = [await party(gate, 'TZ', 'A basic stranger'), await party(gate, 'RW', 'A verified stranger')];
  await gate.sql.query(`UPDATE organization SET level = CASE WHEN id = $1 THEN 'basic' ELSE 'verified' END`, [basic.organizationId]);
  const [nobody, officer, homeOfficer] = [await signUp(gate.visitor), await signUp(gate.visitor), await signUp(gate.visitor)];
  await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'RW'), ($2, 'KE')`, [officer.id, homeOfficer.id]);
  for (const which of ['offer', 'need'] as const) await recordsOf(which);
  await gate.drainJobs();
  const found = await seeker.client.get(`/api/v1/matches?needId=${need.id}`);
  match = found.body.items[0].id;
  readers.push(
    { name: 'a visitor', client: gate.visitor, sees: { offer: 0, need: 0 } },
    { name: 'somebody without organization', client: nobody.client, sees: { offer: 0, need: 0 } },
    { name: 'a checked organization', client: basic.client, sees: { offer: 1, need: 1 } },
    { name: 'a verified organization', client: verified.client, sees: { offer: 2, need: 2 } },
    { name: 'an officer of a third country', client: officer.client, sees: { offer: 2, need: 2 } },
    { name: 'the officer of the provider', client: homeOfficer.client, sees: { offer: 8, need: 2 } },
    { name: 'the provider', client: provider.client, sees: { offer: INSIDE, need: 2 } },
    { name: 'the seeker', client: seeker.client, sees: { offer: 2, need: INSIDE } },
  );
});
/** Files, each with its level in title and contents; what an unnamed owner calls them is at level 3. */
async function filesOf(of: Of): Promise<void> {
  const [{ client }, { path: listed }] = of === 'offer' ? [provider, offer] : [seeker, need];
  const attachments = [];
  for (const level of [1, 2, 3] as const) {
    const name = `${word(of === 'offer' ? level : 3, of, 'filename')}.pdf`;
    const { body } = await upload(client, pdf(word(level, of, 'contents')), { name });
    attachments.push({ file: body.id, title: word(level, of, 'filetitle'), level });
    files.push({ id: body.id, of, level });
  }
  const { headers } = await client.get(listed);
  const answer = await client.patch(listed, { attachments }, { 'if-match': String(headers.etag) });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Consents and endorsements: of the need's unnamed owner an endorser is as telling as the name. */
async function recordsOf(of: Of): Promise<void> {
  const [owner, listed] = of === 'offer' ? [provider, offer] : [seeker, need];
  await gate.sql.query(
    `INSERT INTO consent (id, organization_id, kind, person_name, person_position, person_phone, given_on, valid_until, scopes)
     VALUES (gen_random_uuid(), $1, 'noted-call', $2, $3, $4, current_date, current_date + 90, '{list}')`,
    [owner.organizationId, ...['consenter', 'post', 'phone'].map((name) => word(8, of, name))],
  );
  for (const [institution, signer, ended] of [[of === 'offer' ? 1 : 3, 3, false] as const, [8, 8, true] as const])
    await gate.sql.query(
      `INSERT INTO listing_endorsement (id, listing_id, institution, person_name, person_position, document, endorsed_on, withdrawn_at,
         withdrawal_reason, withdrawal_note)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, current_date, CASE WHEN $6 THEN now() END, CASE WHEN $6 THEN 'timing' END, $7)`,
      [
        listed.id,
        word(institution, of, 'endorser'),
        ...['signer', 'position', 'letter'].map((name) => word(signer, of, name)),
        ended,
        word(8, of, 'withdrawal'),
      ],
    );
}

afterAll(() => gate.close());

/** Every address that can be read, for everything there is. */
async function addresses(): Promise<string[]> {
  const owners = [provider, seeker];
  const known: Record<string, string[]> = {
    matches: [match],
    offers: [offer.id],
    needs: [need.id],
    listings: [offer.id, need.id],
    organizations: owners.map(({ organizationId }) => organizationId),
    people: owners.map(({ personId }) => personId),
  };
  const all = [...new Set(Object.values(known).flat())];
  const filled = ({ path: route }: Route): string[] => {
    if (!route.includes(':')) return [route];
    const code = route
      .replace(/:scheme/, 'country')
      .replace(/:code/, 'KE')
      .replace(/:(country)\b/, 'KE');
    const names = [...code.matchAll(/:(\w+)/g)].map(([name]) => name);
    const [first = '', ...others] = names;
    if (names.length === 0) return [code];
    // Where the address says what the first is, those and one that is not; anywhere else everything there is.
    const [, collection = ''] = /([\w-]+)\/:/.exec(code) ?? [];
    const those = known[collection];
    const firsts = those ? [...those, ...all.filter((id) => !those.includes(id)).slice(0, 1)] : all;
    // What stands second is a member, an invitation, a revision: any id or number must lead to nothing that is not hers.
    return firsts.flatMap((id) =>
      ['1', ...all]
        .slice(0, others.length > 0 ? undefined : 1)
        .map((other) => others.reduce((to, name) => to.replace(name, other), code.replace(first, id))),
    );
  };
  const routes = gate.get(RouteInventory).routes.filter(({ method }) => method === 'GET');
  const lists = ['offers', 'needs'].flatMap((list) =>
    ['', '?mine=true', '?state=published', '?state=draft,centre_review'].map((query) => `/api/v1/${list}${query}`),
  );
  const searches = ['kanari', 'water', 'salty wells'].map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`);
  const opened = files.map(({ id, of }) => `/api/v1/listings/${of === 'offer' ? offer.id : need.id}/files/${id}`);
  return [...new Set([...routes.flatMap(filled), ...opened, ...lists, ...searches, '/api/v1/notifications?limit=100'])];
}

/** That an organization is on the exchange is known to members; what stays unknown is that this need is hers. */
const DIRECTORY = /^\/api\/v1\/(exports\/)?organizations/;
const plain = (where: string, text: string): string => (DIRECTORY.test(where) ? text.replaceAll(word(3, 'need', 'name'), '') : text);

/** Words above what the reader may see, with where they stood. */
function leaks({ name, sees }: Reader, where: string, text: string): string[] {
  const found = [...plain(where, text).matchAll(WORD)].filter(([, level, of]) => Number(level) > sees[of!.toLowerCase() as Of]);
  return found.map(([found]) => `${found} for ${name} at ${where}`);
}

async function crawl(callers = readers): Promise<{ leaks: string[]; seen: Map<string, Set<string>> }> {
  const out: string[] = [];
  const seen = new Map<string, Set<string>>();
  for (const reader of callers) {
    const words = new Set<string>();
    for (const address of await addresses()) {
      const { body, headers } = await reader.client.get(address);
      const text = `${typeof body === 'string' ? body : JSON.stringify(body)} ${String(headers['content-disposition'] ?? '')}`;
      for (const [found] of text.matchAll(WORD)) words.add(found);
      out.push(...leaks(reader, address, text));
    }
    seen.set(reader.name, words);
  }
  return { leaks: out, seen };
}

/** A word of the listing must find it exactly for those who may read the word. */
async function probe(): Promise<string[]> {
  const wrong: string[] = [];
  const texts = JSON.stringify([offerFields(saying('offer')), needFields(saying('need'))]).matchAll(WORD);
  for (const [q, level, of] of [...texts])
    for (const { name, client, sees } of readers) {
      const { body } = await client.get(`/api/v1/search?q=${q}`);
      const finds = (body.items as { id: string }[]).length > 0;
      // Words above level 1 are in no index at all; what her own page says, an owner finds there.
      if (finds && Number(level) > Math.min(1, sees[of as Of])) wrong.push(`${name} finds ${q}`);
    }
  return wrong;
}

const mails = (): string[] => {
  const folder = path.join(gate.config.dataDir, 'mail');
  return readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/=\r?\n/g, ''));
};

/** Every address as every caller, pages among them: that is long. */
const CRAWL_MS = 180_000;

describe('no answer, mail or export says more than its reader may know', () => {
  it(
    'before an introduction',
    async () => {
      const { leaks: found, seen } = await crawl();
      expect(found).toEqual([]);
      // The crawl has eyes: each sees what she may.
      expect(seen.get('a visitor')).toContain(word(0, 'offer', 'title'));
      expect(seen.get('a checked organization')).toContain(word(1, 'offer', 'problem'));
      expect(seen.get('a verified organization')).toContain(word(2, 'offer', 'territory'));
      expect(seen.get('a verified organization')).toContain(word(2, 'offer', 'workings'));
      expect(seen.get('a checked organization')).toContain(word(1, 'offer', 'endorser'));
      expect(seen.get('a checked organization')).toContain(word(1, 'need', 'contents'));
      expect(seen.get('a verified organization')).toContain(word(2, 'offer', 'filename'));
      expect(seen.get('a verified organization')).not.toContain(word(3, 'offer', 'contents'));
      expect(seen.get('the officer of the provider')).toContain(word(8, 'offer', 'consenter'));
      expect(seen.get('the provider')).toContain(word(INSIDE, 'offer', 'pending'));
      expect(seen.get('the provider')).not.toContain(word(3, 'need', 'place'));
    },
    CRAWL_MS,
  );

  it(
    'nor does a search find by words that its reader may not see',
    async () => {
      expect(await probe()).toEqual([]);
      const member = readers.find(({ name }) => name === 'a checked organization');
      expect((await member!.client.get(`/api/v1/search?q=${word(1, 'offer', 'problem')}`)).body.items).toHaveLength(1);
      expect((await member!.client.get(`/api/v1/search?q=${word(0, 'offer', 'title')}`)).body.items).toHaveLength(1);
    },
    CRAWL_MS,
  );

  it(
    'after an introduction, when the two sides see each other',
    async () => {
      for (const { client } of [seeker, provider]) await client.post(`/api/v1/matches/${match}/express-interest`);
      expect((await reviewer.post(`/api/v1/matches/${match}/approve`)).body.state).toBe('introduced');
      await gate.drainJobs();
      for (const reader of readers) {
        if (reader.name === 'the provider' || reader.name === 'the officer of the provider') reader.sees.need = 3;
        if (reader.name === 'the seeker') reader.sees.offer = 3;
      }
      // For those who see no more of either than before, nothing is different.
      const without = ['somebody without organization', 'a checked organization', 'an officer of a third country'];
      const { leaks: found, seen } = await crawl(readers.filter(({ name }) => !without.includes(name)));
      expect(found).toEqual([]);
      expect(seen.get('the provider')).toContain(word(3, 'need', 'place'));
      expect(seen.get('the provider')).toContain(word(3, 'need', 'name'));
      expect(seen.get('the provider')).toContain(word(3, 'need', 'endorser'));
      expect(seen.get('the provider')).toContain(word(3, 'need', 'filename'));
      expect(seen.get('the seeker')).toContain(word(3, 'offer', 'contents'));
      expect(seen.get('the seeker')).toContain(word(3, 'offer', 'contact'));
      expect(seen.get('the seeker')).toContain(word(3, 'offer', 'signer'));
      expect(seen.get('a verified organization')).not.toContain(word(3, 'need', 'place'));
    },
    CRAWL_MS,
  );

  it(
    'and mails name what everybody may know',
    () => {
      const sent = mails();
      expect(sent.filter((mail) => mail.includes(word(0, 'offer', 'title'))).length).toBeGreaterThan(0);
      const publicOnly: Reader = { name: 'whoever reads mail', client: gate.visitor, sees: { offer: 0, need: 0 } };
      expect(sent.flatMap((mail) => leaks(publicOnly, /^Subject: .*$/m.exec(mail)?.[0] ?? '', mail))).toEqual([]);
    },
    CRAWL_MS,
  );
});
