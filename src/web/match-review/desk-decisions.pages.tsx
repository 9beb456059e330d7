import { Controller, Get, Param, Post } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { MatchesService, MatchReviewService, MatchScreens, reviewStep } from '../../modules/matching/index.js';
import { administrators, Can, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { decide, seenIn } from '../matches/decide.js';
import { MatchForms } from '../matches/match-forms.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { REJECT_FIELDS, RejectPage } from './reject.page.js';
import { tickField } from './tick-field.js';

/** What administrators decide on a match; who belongs to a side, or brought the two together, is refused by the service. */
@Controller('desk/matches/:id')
export class DeskDecisionsPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly review: MatchReviewService,
    private readonly forms: MatchForms,
  ) {}

  @Post('approve')
  @Can('match.approve', { who: administrators })
  @Page()
  approve(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      const checklist = await this.screens.checklist(reader.actor, id);
      const ticks = Object.fromEntries(checklist.filter(({ key }) => form.boolean(tickField(key)) === true).map(({ key }) => [key, true]));
      await this.review.approve(reader.actor, id, { ...form.parse(reviewStep, { note: form.text('note'), ticks }), seen: seenIn(form) });
      return redirect(`/desk/matches/${id}`, 'match-approved');
    });
  }

  @Post('release')
  @Can('match.release', { who: administrators })
  @Page()
  release(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      await this.review.release(reader.actor, id, { seen: seenIn(form) });
      return redirect(`/desk/matches/${id}`, 'match-released');
    });
  }

  @Get('reject')
  @Can('match.reject', { who: administrators })
  @Page()
  async rejectForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const match = await this.matches.one(actor, id);
    if (!match.allowed.includes('reject')) throw notFound('match');
    return <RejectPage match={match} form={formState(REJECT_FIELDS)} />;
  }

  @Post('reject')
  @Can('match.reject', { who: administrators })
  @Page()
  reject(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const { matches, screens } = this;
    const conflict = { matches, screens, reader, form, id, path: `/desk/matches/${id}` };
    const act = async () => {
      const body = form.parse(reviewStep, { reason: form.text('reason'), note: form.text('note') });
      await this.review.reject(reader.actor, id, { ...body, seen: seenIn(form) });
      return redirect(`/desk/matches/${id}`, 'match-rejected');
    };
    return submitted(
      { reader, form, fields: REJECT_FIELDS },
      () => decide(conflict, act),
      async (state) => <RejectPage match={await matches.one(reader.actor, id)} form={state} />,
    );
  }
}
