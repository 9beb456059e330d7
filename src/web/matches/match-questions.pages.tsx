import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../kernel/errors.js';
import {
  MatchesService,
  MatchOutcomesService,
  MatchQuestions,
  MatchScreens,
  newAnswer,
  newQuestion,
  outcomeReport,
} from '../../modules/matching/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { decide, seenIn } from './decide.js';
import { MatchForms } from './match-forms.js';
import { OUTCOME_FIELDS, OutcomePage } from './outcome.page.js';
import { answerField } from './questions.js';

/** What the sides tell each other: questions before an answer, and what became of an introduction. */
@Controller('matches/:id')
export class MatchQuestionsPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly questions: MatchQuestions,
    private readonly outcomes: MatchOutcomesService,
    private readonly taxonomy: TaxonomyService,
    private readonly forms: MatchForms,
  ) {}

  @Post('questions')
  @Can('match.ask')
  @Page()
  ask(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      await this.questions.ask(reader.actor, id, form.parse(newQuestion, { question: form.text('question'), to: form.text('to') }));
      return redirect(`/matches/${id}`, 'match-asked');
    });
  }

  @Post('questions/:questionId')
  @Can('match.answer')
  @Page()
  answer(
    @Param('id', { schema: uuid }) id: string,
    @Param('questionId', { schema: uuid }) questionId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    const field = answerField(questionId);
    return this.forms.onMatch({ reader, form, id }, async () => {
      const said = form.parse(z.object({ [field]: newAnswer.shape.answer }), { [field]: form.text(field) });
      await this.questions.answer(reader.actor, id, questionId, said[field] ?? '');
      return redirect(`/matches/${id}`, 'match-answered');
    });
  }

  @Get('report-outcome')
  @Can('match.report-outcome')
  @Page()
  async outcomeForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const match = await this.matches.one(actor, id);
    if (!match.allowed.includes('report-outcome')) throw notFound('match');
    return <OutcomePage match={match} form={formState(OUTCOME_FIELDS)} currencies={this.currencies()} />;
  }

  @Post('report-outcome')
  @Can('match.report-outcome')
  @Page()
  report(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const { matches, screens } = this;
    const conflict = { matches, screens, reader, form, id, path: `/matches/${id}` };
    const act = async () => {
      const quantities = form.rows('quantities', (row) => ({ value: row.number('value'), unit: row.text('unit') }));
      const said = { status: form.text('status'), note: form.text('note'), value: form.number('value'), currency: form.text('currency') };
      await this.outcomes.report(reader.actor, id, { ...form.parse(outcomeReport, { ...said, quantities }), seen: seenIn(form) });
      return redirect(`/matches/${id}`, 'match-reported');
    };
    return submitted(
      { reader, form, fields: OUTCOME_FIELDS },
      () => decide(conflict, act),
      async (state) => <OutcomePage match={await matches.one(reader.actor, id)} form={state} currencies={this.currencies()} />,
    );
  }

  private currencies(): string[] {
    return this.taxonomy
      .current()
      .items('currency')
      .map(({ code }) => code)
      .sort();
  }
}
