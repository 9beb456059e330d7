// Search with all facets over the index in memory, beside PostgreSQL's full text on the same listings. BENCH_LISTINGS says how many.
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { CatalogueIndex } from '../dist/src/modules/catalogue/index/catalogue-index.js';
import { search } from '../dist/src/modules/catalogue/index/search.js';
import { ListingKinds } from '../dist/src/modules/listings/listing-kinds.js';
import { ListingsQueries } from '../dist/src/modules/listings/listings.queries.js';
import { financingKind } from '../dist/src/modules/offers/financing.kind.js';
import { solutionKind } from '../dist/src/modules/offers/solution.kind.js';
import { technologyKind } from '../dist/src/modules/offers/technology.kind.js';
import { needKind } from '../dist/src/modules/seekers/need.kind.js';
import { loadCodeBookFromFiles } from '../dist/src/modules/taxonomy/index.js';
import { figure, machine, median, ms, percentile, say } from './support/figures.mjs';
import { startGate } from './support/gate.mjs';
import { random, syntheticListing, wordOf } from './support/synthetic-listings.mjs';

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 20_000);
const QUERIES = 200;
const WARM_UP = 20;
const SLICE = 500;
const NOW = new Date();
const RANKED = `SELECT listing_id, ts_rank(words, q) AS rank FROM bench_words, to_tsquery('simple', $1) q WHERE words @@ q ORDER BY rank DESC, listing_id LIMIT 20`;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const before = machine();
const gate = await startGate();
const client = new pg.Client({ connectionString: gate.ownerUrl });
try {
  await client.connect();
  const kinds = new ListingKinds();
  for (const kind of [technologyKind, solutionKind, financingKind, needKind]) kinds.register(kind);
  await fill(kinds);
  const { index, seconds, bytes } = await load(kinds);
  const book = loadCodeBookFromFiles();
  const asked = Array.from({ length: WARM_UP + QUERIES }, (_, i) => wordsOf(i));
  const ours = await times(asked, (q) => search(index, { q, limit: 20 }, 1, NOW, book));
  const browsed = await times(asked, () => search(index, { limit: 20 }, 1, NOW, book));
  const narrowed = await times(asked, (q) => search(index, { q, crs: ['140'], kind: ['technology', 'need'], limit: 20 }, 1, NOW, book));
  const theirs = await times(asked, (q) => client.query(RANKED, [q.replaceAll(' ', ' | ')]));
  say(
    `\nsearch: ${index.size} listings, ${QUERIES} searches of three words, all facets counted; PostgreSQL ranks one page and counts nothing`,
  );
  figure('PostgreSQL, OR with ts_rank / ours, p50', (median(theirs) / median(ours)).toFixed(1));
  figure('ours p50', ms(median(ours)));
  figure('ours p95', ms(percentile(ours, 0.95)), '<= 60 ms of a million');
  figure('ours with a sector and two kinds, p95', ms(percentile(narrowed, 0.95)));
  figure('ours without words, p95', ms(percentile(browsed, 0.95)));
  figure('PostgreSQL p50', ms(median(theirs)));
  figure('memory of the index, a listing', `${Math.round(bytes.index / index.size)} B`, '<= 1024 B');
  figure('the same with the listings it holds', `${Math.round(bytes.all / index.size)} B`);
  figure('cold start from PostgreSQL', `${seconds.toFixed(1)} s`, '<= 45 s for a million');
  figure('listings a second', Math.round(index.size / seconds).toString());
  say(`  ${before} at the start, ${machine().split(', ').at(-1)} at the end`);
} finally {
  await client.end();
  await gate.stop();
}

/** Three words of a middling frequency, as people search. */
function wordsOf(number) {
  const next = random(1_000_003 + number);
  return Array.from({ length: 3 }, () => wordOf(20 + Math.floor(next() * 2_000))).join(' ');
}

/** Published listings of one organization, straight into the tables, and their words into PostgreSQL's own index. */
async function fill(kinds) {
  const organizationId = randomUUID();
  await client.query(
    `INSERT INTO organization (id, number, reference, legal_name, country, type, languages, contact_person_id, created_by, level, standing)
     SELECT $1, n, 'ORG-KE-' || n, 'The owner', 'KE', '70', '{en}', p.id, p.id, 'verified', 'good'
     FROM nextval('organization_number') n, (SELECT id FROM person LIMIT 1) p`,
    [organizationId],
  );
  const parse = (kind, content) => kinds.of(kind).schema.parse(content);
  for (let from = 0; from < LISTINGS; from += SLICE) {
    const rows = Array.from({ length: Math.min(SLICE, LISTINGS - from) }, (_, i) => ({
      id: randomUUID(),
      reference: `BENCH-${from + i}`,
      ...syntheticListing(from + i, parse),
    }));
    await client.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, reference text, kind text, country text, language text, content jsonb)),
       listed AS (INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, state, language, published_revision, published_at, assured_at, expires_at)
         SELECT id, reference, kind, $2, country, country, 'published', language, 1, now() - random() * interval '300 days', now(), now() + interval '1 year' FROM given)
       INSERT INTO listing_revision (listing_id, revision, language, content) SELECT id, 1, language, content FROM given`,
      [JSON.stringify(rows), organizationId],
    );
  }
  await client.query(
    `CREATE TABLE bench_words AS SELECT listing_id, to_tsvector('simple', concat_ws(' ', content->>'title', content->>'teaser', content->>'description')) AS words
     FROM listing_revision`,
  );
  await client.query('CREATE INDEX ON bench_words USING gin (words)');
  await client.query('VACUUM ANALYZE bench_words');
}

/** As a process does when it starts. */
async function load(kinds) {
  const listings = new ListingsQueries({ query: async (text, values) => (await client.query(text, values)).rows }, kinds);
  collectGarbage();
  const empty = held();
  const index = new CatalogueIndex();
  const began = performance.now();
  for (let last = null; ;) {
    const slice = await listings.allPublished(last, SLICE);
    for (const listing of slice) index.upsert(listing);
    if (slice.length < SLICE) break;
    last = slice.at(-1).id;
  }
  const seconds = (performance.now() - began) / 1_000;
  collectGarbage();
  const all = held() - empty;
  // The listings themselves once more, apart from what is built on them.
  const copies = structuredClone([...index.all()]);
  collectGarbage();
  const copied = held() - empty - all;
  return { index, seconds, bytes: { all, index: copies.length > 0 ? all - copied : 0 } };
}

function held() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function times(asked, ask) {
  const all = [];
  for (const q of asked) {
    const start = performance.now();
    await ask(q);
    all.push(performance.now() - start);
  }
  return all.slice(WARM_UP);
}
