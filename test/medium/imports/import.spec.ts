import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { ImportService, ImportsModule, type ImportRequest } from '../../../src/modules/imports/index.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { newMember, newOrganization, newPerson, type NewOrganizationRow } from '../../support/factories/organizations.js';

let context: MediumContext;
let owner: NewOrganizationRow;
let administrator: PersonActor;
let folder: string;

beforeAll(async () => {
  context = await mediumContext({ modules: [ImportsModule] });
  folder = mkdtempSync(path.join(tmpdir(), 'gate-import-'));
  administrator = await newPerson(context, { administrator: true });
});
beforeEach(async () => {
  owner = await newOrganization(context);
});
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true });
});

const HEADER = 'externalKey;kind;title;details.challenge;details.approach;details.results;details.conditions;details.support;codes;languages';
const complete = (key: string, title = `Water committees ${key}`) =>
  `${key};solution;${title};Pumps stand still.;Committees with a tariff and a shared mechanic.;Pumps at work;A law on committees.;training|documents;crs:14030 | sdg-target:6.b;en`;

function run(lines: string[], change: Partial<ImportRequest> = {}) {
  const file = path.join(folder, 'offers.csv');
  writeFileSync(file, [HEADER, ...lines].join('\n'));
  return context
    .get(ImportService)
    .run({ collection: 'offers', file, organization: owner.reference, dryRun: false, publishAs: null, ...change });
}

const states = async (): Promise<string[]> => {
  const { rows } = await context.sql.query<{ state: string }>('SELECT state FROM listing WHERE organization_id = $1 ORDER BY external_key', [owner.id]);
  return rows.map((row) => row.state);
};

test('good rows go in as drafts, faulty ones are listed, a second run adds nothing', async () => {
  const lines = [complete('A'), 'B;solution;;;;;;;;', 'C;solution;Title;;;;;;crs:99999;en'];
  const report = await run(lines);
  expect(report).toMatchObject({ rows: 3, added: 1, published: 0, known: 0, faultyRows: 2 });
  const errors = readFileSync(report.errorsFile ?? '', 'utf8');
  expect(errors).toMatch(/"3","title",/);
  expect(errors).toMatch(/"4","codes\.0\.code",/);
  expect(await states()).toEqual(['draft']);
  expect(await run(lines)).toMatchObject({ added: 0, known: 1, faultyRows: 2 });
  expect(await states()).toEqual(['draft']);
});

test('a dry run leaves nothing behind but its report', async () => {
  const report = await run([complete('A'), complete('B')], { dryRun: true });
  expect(report).toMatchObject({ rows: 2, added: 2, published: 0, errorsFile: null });
  expect(existsSync(path.join(folder, 'offers.csv.errors.csv'))).toBe(false);
  expect(await states()).toEqual([]);
});

test('published rows are complete; the others are told what is missing and stay out', async () => {
  const report = await run([complete('A'), 'B;solution;Only a title;;;;;;;en', complete('C')], { publishAs: administrator });
  expect(report).toMatchObject({ added: 2, published: 2, faultyRows: 1 });
  expect(readFileSync(report.errorsFile ?? '', 'utf8')).toMatch(/"3","details\.challenge",/);
  expect(await states()).toEqual(['published', 'published']);
  const { rows } = await context.sql.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'listing.publish-imported' AND actor_id = $1`, [administrator.personId]);
  expect(rows).toEqual([{ n: 2 }]);
});

test('a second run publishes what the first left as drafts, but nothing that somebody has changed since', async () => {
  const lines = [complete('A'), complete('B'), complete('C')];
  await run(lines);
  await context.sql.query(
    `UPDATE listing_revision SET edited_by = $1 WHERE listing_id = (SELECT id FROM listing WHERE external_key = 'B' AND organization_id = $2)`,
    [owner.manager.personId, owner.id],
  );
  expect(await run(lines, { publishAs: administrator, dryRun: true })).toMatchObject({ published: 0 });
  expect(await run(lines, { publishAs: administrator })).toMatchObject({ added: 0, known: 3, published: 2, faultyRows: 0 });
  expect(await states()).toEqual(['published', 'draft', 'published']);
  expect(await run(lines, { publishAs: administrator })).toMatchObject({ known: 3, published: 0 });
});

test('an administrator who belongs to the owner does not publish for it', async () => {
  const insider = { ...(await newMember(context, owner.id, 'viewer')), administrator: true };
  await expect(run([complete('A')], { publishAs: insider })).rejects.toMatchObject({ code: 'import.publisher-is-member' });
  await expect(run([complete('A')], { publishAs: owner.manager })).rejects.toMatchObject({ code: 'import.publisher' });
  expect(await states()).toEqual([]);
});

test('an unknown owner is said before anything is read', async () => {
  await expect(run([complete('A')], { organization: 'ORG-XX-999999' })).rejects.toMatchObject({ code: 'organization.not-found' });
});
