import type { MatchView, QuestionsView, QuestionView } from '../../modules/matching/index.js';
import { Button, Form, type FormState, RadiosField, TextAreaField, UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { SeenFields } from './decision.js';

export const QUESTION_FIELDS = ['question', 'to'];
export const answerField = (id: string): string => `answer-${id}`;

const QUESTION_MAX = 1_000;
const ANSWER_MAX = 2_000;

interface Props {
  match: MatchView;
  questions: QuestionsView;
  form: FormState;
  /** Sides whose questions the reader answers. */
  answers: readonly string[];
  /** Whether she may ask now; an administrator says whom. */
  asks: 'side' | 'administrator' | null;
}

/** What has been asked and answered, and the forms to do so. */
export const Questions = ({ match, questions, form, answers, asks }: Props) => {
  const { t, href } = useReader();
  if (questions.items.length === 0 && asks === null) return null;
  return (
    <section id="questions" aria-labelledby="questions-title">
      <h2 class="govuk-heading-m" id="questions-title">
        {t('match.questions')}
      </h2>
      {questions.items.map((question) => (
        <Question key={question.id} match={match} question={question} form={form} mayAnswer={answers.includes(question.to)} />
      ))}
      {asks && (
        <Form action={href(`/matches/${match.id}/questions`)}>
          <SeenFields match={match} />
          {asks === 'administrator' && (
            <RadiosField
              form={form}
              name="to"
              legend={t('match.ask-whom')}
              class="govuk-radios--inline govuk-radios--small"
              items={[
                { value: 'seeker', text: t('match.side.seeker') },
                { value: 'provider', text: t('match.side.provider') },
              ]}
            />
          )}
          <TextAreaField
            form={form}
            name="question"
            label={t(asks === 'administrator' ? 'match.ask-side' : 'match.ask')}
            hint={asks === 'side' ? t('match.ask-hint', { count: questions.left }) : t('match.ask-side-hint')}
            maxlength={QUESTION_MAX}
            rows={3}
          />
          <Button variant="secondary" preventDoubleClick>
            {t('match.send-question')}
          </Button>
        </Form>
      )}
    </section>
  );
};

const Question = ({
  match,
  question,
  form,
  mayAnswer,
}: {
  match: MatchView;
  question: QuestionView;
  form: FormState;
  mayAnswer: boolean;
}) => {
  const { t, format, href } = useReader();
  const { id, from, to, question: words, askedAt, answer, answeredAt } = question;
  return (
    <div class="gate-question">
      <p class="gate-quiet">{t('match.asked', { from: t(`match.side.${from}`), to: t(`match.side.${to}`), day: format.date(askedAt) })}</p>
      <p class="govuk-body gate-lines">
        <UserText>{words}</UserText>
      </p>
      {answer !== null && answeredAt !== null && (
        <div class="gate-answer">
          <p class="gate-quiet">{t('match.answered', { day: format.date(answeredAt) })}</p>
          <p class="govuk-body gate-lines">
            <UserText>{answer}</UserText>
          </p>
        </div>
      )}
      {answer === null && !mayAnswer && <p class="gate-quiet">{t('match.not-answered')}</p>}
      {answer === null && mayAnswer && (
        <Form action={href(`/matches/${match.id}/questions/${id}`)}>
          <TextAreaField
            form={form}
            name={answerField(id)}
            label={t('match.answer')}
            hint={t('match.answer-hint')}
            maxlength={ANSWER_MAX}
            rows={3}
          />
          <Button preventDoubleClick>{t('match.send-answer')}</Button>
        </Form>
      )}
    </div>
  );
};
