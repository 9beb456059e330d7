import type { MatchStepView, MatchView } from '../../modules/matching/index.js';
import { LinkButton, Table, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { Step } from './history.js';

export interface ConflictView {
  match: MatchView;
  /** As the form said it was; 0 and null where it said nothing that is known. */
  seen: { version: number; state: MatchView['state'] | null };
  /** What was done last. */
  last: MatchStepView | null;
  /** What had been written. */
  words: readonly string[];
  path: string;
}

/** Somebody else was first: what was seen, what it is now, what happened in between, and the words that were not sent. */
export const ConflictPage = ({ match, seen, last, words, path }: ConflictView) => {
  const { t, href, format } = useReader();
  const stateName = (state: MatchView['state'] | null) => (state ? t(`match.state.${state}`) : '–');
  return (
    <Layout title={t('match.conflict')}>
      <h1 class="govuk-heading-l">{t('match.conflict')}</h1>
      <p class="govuk-body">{t('match.conflict-text')}</p>
      <Table
        caption={t('match.conflict-table')}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ children: '' }, { children: t('match.conflict-seen') }, { children: t('match.conflict-now') }]}
        rows={[
          [{ children: t('match.where-it-stands') }, { children: stateName(seen.state) }, { children: stateName(match.state) }],
          [
            { children: t('match.version') },
            { children: seen.version === 0 ? '–' : format.number(seen.version) },
            { children: format.number(match.version) },
          ],
        ]}
      />
      {last && (
        <div class="govuk-body">
          {t('match.conflict-last', { moment: format.moment(last.at) })} <Step match={match} step={last} />
        </div>
      )}
      {words.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('match.conflict-words')}</h2>
          {words.map((text) => (
            <p class="govuk-inset-text gate-lines">
              <UserText>{text}</UserText>
            </p>
          ))}
        </>
      )}
      <LinkButton href={href(path)}>{t('match.conflict-read')}</LinkButton>
    </Layout>
  );
};
