import type { MatchView } from '../../modules/matching/index.js';
import { Breadcrumbs, FormErrors, type FormState, UserText } from '../components/index.js';
import { DeskKeys, keyTo } from '../desk/desk-keys.js';
import { Layout } from '../layout/layout.js';
import { Claim } from '../desk/claim.js';
import { Contacts, Proposal, YesNotes } from '../matches/contacts.js';
import { Decision, GoToDecision } from '../matches/decision.js';
import { History } from '../matches/history.js';
import { Standing } from '../matches/match.page.js';
import type { WholeMatch } from '../matches/match-reading.js';
import { Outcomes } from '../matches/outcomes.js';
import { Questions } from '../matches/questions.js';
import { Explanation } from '../matches/score.js';
import { Sides } from '../matches/sides.js';
import { useReader } from '../page/reader.js';
import { Review } from './review.js';
import { SystemChecks } from './system-checks.js';

export interface DeskMatchView {
  whole: WholeMatch;
  form: FormState;
  checklist: readonly { key: string; text: string; required: boolean }[];
  /** The one that has waited longest after this. */
  next: string | null;
  isAdministrator: boolean;
}

const REVIEWER_ACTS: readonly MatchView['allowed'][number][] = ['approve', 'reject', 'release'];
const SIDE_ACTS: readonly MatchView['allowed'][number][] = ['express-interest', 'decline', 'withdraw'];

/** A match as whoever decides on it, or serves one of its countries, sees it. */
export const DeskMatchPage = ({ whole, form, checklist, next, isAdministrator }: DeskMatchView) => {
  const { t, href } = useReader();
  const { match, questions, history, outcomes } = whole;
  const here = `/desk/matches/${match.id}`;
  const reviews = match.allowed.some((name) => REVIEWER_ACTS.includes(name));
  const answersFor = match.allowed.some((name) => SIDE_ACTS.includes(name));
  return (
    <Layout
      title={t('match-review.one', { need: match.need.title })}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: href('/desk/matches'), text: t('match-review.title') }]} />}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <span class="govuk-caption-l">{t('match-review.caption')}</span>
      <h1 class="govuk-heading-l">
        <UserText language={match.need.language}>{match.need.title}</UserText>
      </h1>
      <Standing match={match} />
      {isAdministrator && match.state === 'under_review' && (
        <Claim
          claim={match.claim}
          mayDecide={match.allowed.includes('approve')}
          to={{ claim: `${here}/claim`, release: `${here}/claim/release`, assign: `${here}/assign` }}
        />
      )}
      {(reviews || answersFor) && <GoToDecision>{t('match.go-to-decision')}</GoToDecision>}
      <Contacts match={match} />
      <Sides whole={whole} open />
      <Proposal match={match} />
      <YesNotes match={match} />
      <SystemChecks match={match} />
      <Explanation match={match} />
      <Questions
        match={match}
        questions={questions}
        form={form}
        answers={answersFor ? ['seeker', 'provider'] : []}
        asks={isAdministrator && match.state === 'under_review' && match.allowed.includes('approve') ? 'administrator' : null}
      />
      {answersFor && <p class="govuk-inset-text">{t('match-review.on-behalf')}</p>}
      {(answersFor || match.allowed.includes('undo')) && <Decision match={match} form={form} />}
      {reviews && <Review match={match} form={form} checklist={checklist} />}
      <Outcomes match={match} outcomes={outcomes} />
      <History match={match} steps={history} />
      <p class="govuk-body gate-screen">
        <a class="govuk-link" href={href(`${here}/dossier.pdf`)}>
          {t('match.dossier')}
        </a>
      </p>
      {next && (
        <p class="govuk-body gate-screen">
          <a class="govuk-link" href={href(`/desk/matches/${next}`)} {...keyTo('next')}>
            {t('match-review.next')}
          </a>
        </p>
      )}
      <DeskKeys queue="/desk/matches" />
    </Layout>
  );
};
