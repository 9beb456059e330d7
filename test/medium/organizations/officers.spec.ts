import { randomUUID } from 'node:crypto';
import { OfficersService, OrganizationsModule, OrganizationsQueries } from '../../../src/modules/organizations/index.js';
import { MembersQueries } from '../../../src/modules/organizations/members.queries.js';
import { newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let officers: OfficersService;
let queries: OrganizationsQueries;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OrganizationsModule] });
  officers = ctx.get(OfficersService);
  queries = ctx.get(OrganizationsQueries);
});
afterAll(() => ctx.close());

describe('officers of a country centre', () => {
  it('are appointed, ended and appointed again by an administrator', async () => {
    const administrator = await newPerson(ctx, { administrator: true });
    const { personId } = await newPerson(ctx);
    await officers.appoint(administrator, { personId, country: 'KE' });
    await officers.appoint(administrator, { personId, country: 'UG' });
    expect(await queries.officersOf('KE')).toEqual([personId]);
    expect(await refusalOf(officers.appoint(administrator, { personId, country: 'KE' }))).toBe('conflict officer.exists');
    await officers.end(administrator, personId, 'KE');
    expect([await queries.officersOf('KE'), await queries.officersOf('UG')]).toEqual([[], [personId]]);
    expect(await refusalOf(officers.end(administrator, personId, 'KE'))).toBe('not-found officer.not-found');
    await officers.appoint(administrator, { personId, country: 'KE' });
    expect(await queries.officersOf('KE')).toEqual([personId]);
    const { rows } = await ctx.sql.query(`SELECT action, data->>'country' AS country FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [
      personId,
    ]);
    expect(rows).toEqual([
      { action: 'officer.appoint', country: 'KE' },
      { action: 'officer.appoint', country: 'UG' },
      { action: 'officer.end', country: 'KE' },
      { action: 'officer.appoint', country: 'KE' },
    ]);
  });

  it('are appointed once by two administrators at the same moment', async () => {
    const [one, two] = [await newPerson(ctx, { administrator: true }), await newPerson(ctx, { administrator: true })];
    const { personId } = await newPerson(ctx);
    const twins = await outcomes([one, two].map((administrator) => officers.appoint(administrator, { personId, country: 'MZ' })));
    expect(twins).toEqual({ done: 1, refused: ['conflict officer.exists'] });
  });

  it('exist, can sign in and serve a country that exists', async () => {
    const administrator = await newPerson(ctx, { administrator: true });
    const disabled = await newPerson(ctx, { disabled: true });
    expect(await refusalOf(officers.appoint(administrator, { personId: randomUUID(), country: 'KE' }))).toBe('not-found person.not-found');
    expect(await refusalOf(officers.appoint(administrator, { personId: disabled.personId, country: 'KE' }))).toBe(
      'not-found person.not-found',
    );
    expect(await refusalOf(officers.appoint(administrator, { personId: administrator.personId, country: 'XX' }))).toBe(
      'invalid request.invalid',
    );
    await newPerson(ctx, { disabled: true, officerOf: ['SN'] });
    expect(await queries.officersOf('SN')).toEqual([]);
  });

  it('are listed by country, page by page', async () => {
    const views = ctx.get(MembersQueries);
    for (const country of ['BR', 'BO', 'BR']) await newPerson(ctx, { officerOf: [country] });
    const first = await views.officers({ limit: 2 });
    expect(first.items.map((item) => item.country)).toEqual(['BO', 'BR']);
    const next = await views.officers({ limit: 1, after: first.next ?? undefined });
    expect(next.items.map((item) => item.country)).toEqual(['BR']);
    expect((await views.officers({ limit: 10, country: 'BO' })).items).toHaveLength(1);
    const [item] = next.items;
    expect(await views.officer(item?.personId ?? '', 'BR')).toEqual(item);
    expect(await refusalOf(views.officer(item?.personId ?? '', 'BO'))).toBe('not-found officer.not-found');
  });
});
