import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { MATCH_GROUPS, MatchScreens } from '../../modules/matching/index.js';
import { Can, pageQuery, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Page, type Reader, redirect } from '../page/index.js';
import { MatchPage } from './match.page.js';
import { MatchReading } from './match-reading.js';
import { MatchesPage } from './matches.page.js';
import { matchFields } from './match-fields.js';

const id = z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional();
const group = z.union([z.enum(MATCH_GROUPS), z.literal('').transform(() => undefined)]).optional();
/** `needId` and `offerId` as in the API, `listing` for either, as the filter sends it. */
const mineQuery = pageQuery.extend({ listing: id, needId: id, offerId: id, group });
type MineQuery = z.infer<typeof mineQuery>;

/** The matches of the organization a member acts for. */
@Controller('matches')
export class MatchesPages {
  constructor(
    private readonly screens: MatchScreens,
    private readonly reading: MatchReading,
  ) {}

  @Get()
  @Can('match.read')
  @Page()
  async mine(@Query({ schema: mineQuery }) query: MineQuery, @CurrentReader() { actor }: Reader) {
    const listingId = query.listing ?? query.needId ?? query.offerId ?? null;
    const filter = { listingId, group: query.group ?? null };
    const [listings, groups, page] = await Promise.all([
      this.screens.listings(actor),
      filter.listingId || filter.group ? null : this.screens.overview(actor),
      filter.listingId || filter.group ? this.screens.mine(actor, { ...filter, after: query.after, limit: query.limit }) : null,
    ]);
    return <MatchesPage listings={listings} {...filter} groups={groups} page={page} />;
  }

  /** Whoever reads it by office does so at the desk. */
  @Get(':id')
  @Can('match.read')
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const whole = await this.reading.whole(actor, id);
    if (whole.match.side === null) return redirect(`/desk/matches/${id}`);
    return <MatchPage whole={whole} form={formState(matchFields(whole))} />;
  }
}
