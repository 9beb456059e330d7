import { NeedTriage } from '../../../src/modules/seekers/need-triage.service.js';
import { listingContext, type ListingContext, newPublished, newSubmitted } from '../../support/factories/listings.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';

describe('triage of the needs that wait', () => {
  let context: ListingContext;
  beforeAll(async () => (context = await listingContext()));
  afterAll(() => context.close());

  it('shows reviewers theirs, the least developed country first and the oldest of equals', async () => {
    const [kenya, malawi] = [
      (await newOrganization(context, { country: 'KE' })).manager,
      (await newOrganization(context, { country: 'MW' })).manager,
    ];
    await newPublished(context, { owner: kenya, kind: 'need' });
    const first = await newSubmitted(context, { owner: kenya, kind: 'need' });
    const second = await newSubmitted(context, { owner: kenya, kind: 'need' });
    const landlocked = await newSubmitted(context, { owner: malawi, kind: 'need' });
    await newSubmitted(context, { owner: malawi });
    const seenBy = async (actor: Parameters<NeedTriage['waiting']>[0], limit = 50) =>
      (await context.get(NeedTriage).waiting(actor, { limit })).map(({ id }) => id);
    expect(await seenBy(context.administrator)).toEqual([landlocked.id, first.id, second.id]);
    expect(await seenBy(context.auditor, 1)).toEqual([landlocked.id]);
    expect(await seenBy(context.officer)).toEqual([first.id, second.id]);
    expect(await seenBy(await newPerson(context))).toEqual([]);
    const [top, next] = await context.get(NeedTriage).waiting(context.administrator, { limit: 2 });
    expect(top).toMatchObject({ eligible: true, priority: 5, balance: 0, country: 'MW' });
    expect(next?.reasons).toContainEqual({ code: 'open-needs-of-country', count: 1 });
  });
});
