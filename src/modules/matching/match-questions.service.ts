import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { type Asker, MatchQuestionEntity } from './match-question.entity.js';
import type { NewQuestion, QuestionsView, QuestionView } from './match-questions.schemas.js';
import { requireNoContact } from './match-contact.js';
import { MatchRules } from './match-rules.js';
import { MatchSteps, type OpenMatch } from './match-steps.js';
import { type MatchSide, type MatchState, otherSide } from './match.lifecycle.js';
import { MatchRepository } from './match.repository.js';
import { questionsMax } from './match.rules.js';
import { matchAsked } from './matching.events.js';

/** States in which a side may want to know more before it answers. */
const BEFORE_AN_ANSWER: readonly MatchState[] = ['suggested', 'interest_provider', 'interest_seeker'];

/** Questions of a side before it answers, and of reviewers before they decide. Whoever is asked is awaited meanwhile. */
@Injectable()
export class MatchQuestions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly matches: MatchRepository,
    private readonly rules: MatchRules,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /** Between the sides for both and those who oversee them; what reviewers ask a side is for it and for them. @throws DomainError `match.not-found`. */
  async list(actor: Actor, id: string): Promise<QuestionsView> {
    return this.uow.run(async () => {
      const { match, roles, side } = await this.steps.open(actor, id);
      const items = await this.of(id);
      const seen = side === null ? items : items.filter(({ from, to }) => from !== 'administrators' || to === side);
      const asked = items.filter(({ from }) => from === side).length;
      const max = await this.rules.of(match, questionsMax);
      return { items: seen, left: roles.length > 0 && side !== null ? Math.max(0, max - asked) : 0 };
    });
  }

  /** @throws DomainError 404, 403, `match.question-not-possible`, `match.questions-used-up` (409), `request.invalid` (400) for contacts. */
  ask(actor: Actor, id: string, { question, to }: NewQuestion): Promise<void> {
    return this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const from = askerOf(open);
      requireNoContact('question', question);
      const asked = await this.askedSide(open, from, to);
      const askedBy = personIdOf(actor);
      if (askedBy === null) throw new Error('a question of nobody');
      const { identifiers } = await this.uow.manager.insert(MatchQuestionEntity, { matchId: id, fromSide: from, toSide: asked, question, askedBy });
      await this.tell(actor, open, 'ask', { question: String(identifiers[0]?.id), from, to: asked });
      await this.events.publish(matchAsked, { matchId: id, waits: asked, answered: false });
    });
  }

  /** @throws DomainError 404 (`question.not-found` for one that her side was not asked), 403, `match.question-answered` (409), 400. */
  answer(actor: Actor, id: string, questionId: string, answer: string): Promise<void> {
    return this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const row = await this.uow.manager.findOneBy(MatchQuestionEntity, { id: questionId, matchId: id });
      if (!row || (open.side !== null && row.toSide !== open.side && row.fromSide !== open.side)) throw notFound('question');
      if (open.side !== row.toSide)
        throw new DomainError('forbidden', 'match.answer-forbidden', { detail: 'Editors and managers of the side that was asked answer.' });
      if (row.answeredAt !== null) throw new DomainError('conflict', 'match.question-answered', { detail: 'It has been answered.' });
      requireNoContact('answer', answer);
      await this.uow.manager.update(MatchQuestionEntity, { id: questionId }, { answer, answeredBy: personIdOf(actor), answeredAt: () => 'gate_now()' });
      await this.tell(actor, open, 'answer', { question: questionId, from: row.fromSide, to: row.toSide });
      await this.events.publish(matchAsked, { matchId: id, waits: row.fromSide, answered: true });
    });
  }

  /** The side that is asked, where the asker may ask now. */
  private async askedSide({ match }: OpenMatch, from: Asker, to: MatchSide | undefined): Promise<MatchSide> {
    if (from === 'administrators') {
      if (match.state !== 'under_review') throw notPossible('Reviewers ask while a match is under review.');
      if (to === undefined) throw invalid([{ path: 'to', code: 'required', message: 'Say which side is asked: "provider" or "seeker".' }]);
      return to;
    }
    if (!BEFORE_AN_ANSWER.includes(match.state)) throw notPossible('A side asks before it answers.');
    const asked = (await this.of(match.id)).filter((one) => one.from === from).length;
    const max = await this.rules.of(match, questionsMax);
    if (asked >= max)
      throw new DomainError('conflict', 'match.questions-used-up', { detail: `Your side has asked its ${max} questions: say yes or no now.` });
    return otherSide(from);
  }

  private of(matchId: string): Promise<QuestionView[]> {
    return this.uow.query<QuestionView>(
      `SELECT id, from_side AS "from", to_side AS "to", question, asked_at AS "askedAt", answer, answered_at AS "answeredAt"
       FROM match_question WHERE match_id = $1 ORDER BY asked_at, id`,
      [matchId],
    );
  }

  /** Whoever is awaited from here on gets her days from now. */
  private async tell(actor: Actor, { match }: OpenMatch, act: 'ask' | 'answer', data: Record<string, string>): Promise<void> {
    await this.matches.nudged(match.id, 0);
    await this.audit.record(actor, { action: `match.${act}`, subject: { type: 'match', id: match.id }, data });
  }
}

function askerOf({ side, roles, frozen }: OpenMatch): Asker {
  if (frozen) throw new DomainError('conflict', 'match.frozen', { detail: 'One of the organizations is under a check or suspended: the match rests.' });
  if (side !== null) return side;
  if (roles.includes('reviewer')) return 'administrators';
  throw new DomainError('forbidden', 'match.ask-forbidden', {
    detail: 'Editors and managers of the two sides ask, and administrators who belong to neither and did not bring them together.',
  });
}

const notPossible = (detail: string): DomainError => new DomainError('conflict', 'match.question-not-possible', { detail });
