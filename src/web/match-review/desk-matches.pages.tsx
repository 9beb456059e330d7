import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, isAdministrator, isAuditor } from '../../kernel/actor.js';
import { ListingsQueries } from '../../modules/listings/index.js';
import { MatchesService, MatchOpeningService, MatchScreens, newMatch } from '../../modules/matching/index.js';
import { Can, uuid, type Who } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { matchFields } from '../matches/match-fields.js';
import { MatchReading } from '../matches/match-reading.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { DeskMatchesPage } from './desk-matches.page.js';
import { DeskMatchScreen } from './desk-match.screen.js';
import { PROPOSE_FIELDS, ProposePage } from './propose.page.js';
import { queueQuery, type QueueQuery } from './queue.schemas.js';

const atDesk: Who = (actor) => actor.administrator || actor.auditor || actor.officerOf.length > 0;
const proposers: Who = (actor) => actor.administrator || actor.officerOf.length > 0;

const proposal = z.object({ needId: z.string().max(60).optional(), offerId: z.string().max(60).optional() });
type Proposal = z.infer<typeof proposal>;

const seesClaims = (actor: Actor): boolean => isAdministrator(actor) || isAuditor(actor);

/** Matches at the desk: the queue, one match, and a pair that the desk proposes itself. */
@Controller('desk/matches')
export class DeskMatchesPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly opening: MatchOpeningService,
    private readonly listings: ListingsQueries,
    private readonly reading: MatchReading,
    private readonly screen: DeskMatchScreen,
  ) {}

  @Get()
  @Can('match.read', { who: atDesk })
  @Page()
  async queue(@Query({ schema: queueQuery }) query: QueueQuery, @CurrentReader() { actor }: Reader) {
    const { state = 'under_review', kind, mine, limit, after } = query;
    const order = state === 'under_review' ? 'oldest' : 'score';
    const page = await this.matches.page(actor, { state, kind, mine, limit, after, order });
    const mayPropose = actor.kind === 'person' && proposers(actor);
    const filter = { state, kind: kind ?? null, mine: seesClaims(actor) ? (mine ?? null) : undefined };
    return <DeskMatchesPage page={page} filter={filter} now={await this.screens.now()} mayPropose={mayPropose} />;
  }

  @Get('new')
  @Can('match.open', { who: proposers })
  @Page()
  proposeForm(@Query({ schema: proposal }) wished: Proposal) {
    return <ProposePage form={formState(PROPOSE_FIELDS, wished)} />;
  }

  @Post('new')
  @Can('match.open', { who: proposers })
  @Page()
  propose(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: PROPOSE_FIELDS },
      async () => {
        const [needId, offerId] = await Promise.all([this.idOf(form.text('needId')), this.idOf(form.text('offerId'))]);
        const { id } = await this.opening.open(reader.actor, form.parse(newMatch, { needId, offerId, note: form.text('note') }));
        return redirect(`/desk/matches/${id}`, 'match-proposed');
      },
      (state) => <ProposePage form={state} />,
    );
  }

  @Get(':id')
  @Can('match.read', { who: atDesk })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    const whole = await this.reading.whole(reader.actor, id);
    return this.screen.page(reader, whole, formState(matchFields(whole)));
  }

  /** A listing is named by its reference or by the id in its address. */
  private async idOf(text: string | undefined): Promise<string | undefined> {
    if (text === undefined || z.uuid().safeParse(text).success) return text;
    return (await this.listings.idOf(text)) ?? text;
  }
}
