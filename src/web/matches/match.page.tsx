import type { MatchView } from '../../modules/matching/index.js';
import { Breadcrumbs, FormErrors, type FormState, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { Contacts, Proposal, YesNotes } from './contacts.js';
import { Decision, GoToDecision } from './decision.js';
import { History } from './history.js';
import type { WholeMatch } from './match-reading.js';
import { Outcomes } from './outcomes.js';
import { Questions } from './questions.js';
import { Explanation } from './score.js';
import { Sides } from './sides.js';
import { MatchState, Turn } from './turn.js';

const BEFORE_AN_ANSWER: readonly MatchView['state'][] = ['suggested', 'interest_provider', 'interest_seeker'];

/** A match as one of its two sides sees it. */
export const MatchPage = ({ whole, form }: { whole: WholeMatch; form: FormState }) => {
  const { t, href } = useReader();
  const { match, questions, history, outcomes } = whole;
  const { side, allowed } = match;
  const [own, other] = side === 'provider' ? [match.offer, match.need] : [match.need, match.offer];
  const mayAct = side !== null && allowed.length > 0;
  const decides = allowed.some((name) => ['express-interest', 'report-outcome', 'undo', 'appeal', 'decline'].includes(name));
  return (
    <Layout
      title={t('match.title', { title: other.title })}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: href('/matches'), text: t('match.my') }]} />}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <span class="govuk-caption-l">
        {t('match.for-own')} <UserText language={own.language}>{own.title}</UserText>
      </span>
      <h1 class="govuk-heading-l">
        <UserText language={other.language}>{other.title}</UserText>
      </h1>
      <Standing match={match} />
      {decides && <GoToDecision>{t('match.go-to-decision')}</GoToDecision>}
      <Contacts match={match} />
      <Sides whole={whole} />
      <Proposal match={match} />
      <YesNotes match={match} />
      <Explanation match={match} />
      <Questions
        match={match}
        questions={questions}
        form={form}
        answers={side && mayAnswer(match) ? [side] : []}
        asks={mayAct && questions.left > 0 && BEFORE_AN_ANSWER.includes(match.state) ? 'side' : null}
      />
      <Decision match={match} form={form} />
      <Outcomes match={match} outcomes={outcomes} />
      <History match={match} steps={history} />
      <p class="govuk-body gate-screen">
        <a class="govuk-link" href={href(`/matches/${match.id}/dossier.pdf`)}>
          {t('match.dossier')}
        </a>
      </p>
    </Layout>
  );
};

/** Its side is asked while the match is open. */
const mayAnswer = ({ state }: MatchView): boolean => ['under_review', ...BEFORE_AN_ANSWER].includes(state);

/** State, whose turn it is, and how it ended. */
export const Standing = ({ match }: { match: MatchView }) => {
  const { t, format, name } = useReader();
  const { end, state, introducedAt } = match;
  return (
    <div class="gate-standing">
      <p class="govuk-body">
        <MatchState state={state} /> <Turn match={match} />
        {introducedAt && t('match.introduced-on', { day: format.date(introducedAt) })}
      </p>
      {end && (
        <p class="govuk-body">
          {t('match.ended-on', { day: format.date(end.at), who: t(`match.side.${end.side ?? 'nobody'}`) })}
          {end.reason && <> {t('match.reason', { reason: name('reason', end.reason) })}</>}
          {end.until && <> {t('match.again-on', { day: format.date(end.until) })}</>}
        </p>
      )}
      {end?.note && (
        <p class="govuk-inset-text gate-lines">
          <UserText>{end.note}</UserText>
        </p>
      )}
    </div>
  );
};
