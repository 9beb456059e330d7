import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import { newAnswer, type NewAnswer, newQuestion, type NewQuestion, questionsView, type QuestionsView } from './match-questions.schemas.js';
import { MatchQuestions } from './match-questions.service.js';

/** What the sides want to know before they answer, and reviewers before they decide. */
@Controller('api/v1/matches/:id/questions')
export class MatchQuestionsController {
  constructor(private readonly questions: MatchQuestions) {}

  @Get()
  @Can('match.questions')
  @Answer(200, questionsView, 'For both sides and those who oversee them.')
  read(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<QuestionsView> {
    return this.list(id, actor);
  }

  /** Answers a repeated call too. */
  list(id: string, actor: Actor): Promise<QuestionsView> {
    return this.questions.list(actor, id);
  }

  @Post()
  @Can('match.ask')
  @Idempotent({ replay: 'list' })
  @Answer(201, questionsView, 'A side asks the other one, at most three times; reviewers ask one of the sides. Whoever is asked is awaited meanwhile.')
  async ask(@Param('id', { schema: uuid }) id: string, @Body({ schema: newQuestion }) body: NewQuestion, @CurrentActor() actor: Actor): Promise<QuestionsView> {
    await this.questions.ask(actor, id, body);
    return this.list(id, actor);
  }

  @Post(':questionId/answer')
  @HttpCode(200)
  @Can('match.answer')
  @Answer(200, questionsView, 'By the side that was asked.')
  async answer(
    @Param('id', { schema: uuid }) id: string,
    @Param('questionId', { schema: uuid }) questionId: string,
    @Body({ schema: newAnswer }) { answer }: NewAnswer,
    @CurrentActor() actor: Actor,
  ): Promise<QuestionsView> {
    await this.questions.answer(actor, id, questionId, answer);
    return this.list(id, actor);
  }
}
