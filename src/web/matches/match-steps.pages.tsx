import { Controller, Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { notFound } from '../../kernel/errors.js';
import {
  declineStep,
  MatchesService,
  MatchInterestService,
  MatchReviewService,
  MatchScreens,
  matchStep,
  type MatchTransition,
  MatchUndo,
  type MatchView,
} from '../../modules/matching/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { decide, seenIn } from './decide.js';
import { APPEAL_FIELDS, AppealPage, DECLINE_FIELDS, DeclinePage, WITHDRAW_FIELDS, WithdrawPage } from './decline.page.js';
import { MatchForms } from './match-forms.js';

type StepForm = (props: { match: MatchView; form: FormState }) => VNode;

/** What a side decides: yes, no, a yes taken back, a slip undone, a rejection appealed. Officers answer for a side here too, by its consent. */
@Controller('matches/:id')
export class MatchStepsPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly interest: MatchInterestService,
    private readonly review: MatchReviewService,
    private readonly undoing: MatchUndo,
    private readonly forms: MatchForms,
  ) {}

  @Post('express-interest')
  @Can('match.express-interest')
  @Page()
  expressInterest(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      const { note } = form.parse(matchStep, { note: form.text('note') });
      await this.interest.expressInterest(reader.actor, id, { note, seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-yes');
    });
  }

  @Post('undo')
  @Can('match.undo')
  @Page()
  undo(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      await this.undoing.undo(reader.actor, id, { seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-undone');
    });
  }

  @Get('decline')
  @Can('match.decline')
  @Page()
  declineForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.ask(reader, id, 'decline', DeclinePage, DECLINE_FIELDS);
  }

  @Post('decline')
  @Can('match.decline')
  @Page()
  decline(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.step({ reader, form, id, fields: DECLINE_FIELDS, page: DeclinePage }, async () => {
      const until = form.date('until');
      const body = { reason: form.text('reason'), note: form.text('note'), until, shareReason: form.boolean('share') };
      await this.interest.decline(reader.actor, id, { ...form.parse(declineStep, body), seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-no');
    });
  }

  @Get('withdraw')
  @Can('match.withdraw')
  @Page()
  withdrawForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.ask(reader, id, 'withdraw', WithdrawPage, WITHDRAW_FIELDS);
  }

  @Post('withdraw')
  @Can('match.withdraw')
  @Page()
  withdraw(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.step({ reader, form, id, fields: WITHDRAW_FIELDS, page: WithdrawPage }, async () => {
      const body = form.parse(matchStep, { reason: form.text('reason'), note: form.text('note') });
      await this.interest.withdraw(reader.actor, id, { ...body, seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-withdrawn');
    });
  }

  @Get('appeal')
  @Can('match.appeal')
  @Page()
  appealForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.ask(reader, id, 'appeal', AppealPage, APPEAL_FIELDS);
  }

  @Post('appeal')
  @Can('match.appeal')
  @Page()
  appeal(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.step({ reader, form, id, fields: APPEAL_FIELDS, page: AppealPage }, async () => {
      const { note } = form.parse(matchStep, { note: form.text('note') });
      await this.review.appeal(reader.actor, id, { note, seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-appealed');
    });
  }

  /** The page of a step that is open to the reader now; there is none of another. */
  private async ask({ actor }: Reader, id: string, name: MatchTransition, StepForm: StepForm, fields: readonly string[]) {
    const match = await this.matches.one(actor, id);
    if (!match.allowed.includes(name)) throw notFound('match');
    return <StepForm match={match} form={formState(fields)} />;
  }

  private step(
    {
      reader,
      form,
      id,
      fields,
      page: StepForm,
    }: { reader: Reader; form: FormInput; id: string; fields: readonly string[]; page: StepForm },
    act: () => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const { matches, screens } = this;
    const conflict = { matches, screens, reader, form, id, path: `/matches/${id}` };
    return submitted(
      { reader, form, fields },
      () => decide(conflict, act),
      async (state) => <StepForm match={await matches.one(reader.actor, id)} form={state} />,
    );
  }
}
