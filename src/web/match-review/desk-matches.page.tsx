import type { MatchView } from '../../modules/matching/index.js';
import { Button, Details, Form, LinkButton, Pagination, Select, Tag, UserText } from '../components/index.js';
import { DeskKeys, keyTo } from '../desk/desk-keys.js';
import { Layout } from '../layout/layout.js';
import { Score } from '../matches/score.js';
import { MatchState, Turn } from '../matches/turn.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';
import { QUEUE_STATES, type QueueState } from './queue.schemas.js';

export interface QueueFilter {
  state: QueueState;
  kind: MatchView['kind'] | null;
  /** Whether only her own, or nobody's; undefined where it is not told who has taken one on. */
  mine: boolean | null | undefined;
}

export interface DeskMatchesView {
  page: { items: readonly MatchView[]; next: string | null };
  filter: QueueFilter;
  now: Date;
  mayPropose: boolean;
}

/** The queue of matches: what has waited longest for its decision first. */
export const DeskMatchesPage = ({ page, filter: { state, kind, mine }, now, mayPropose }: DeskMatchesView) => {
  const { t, href } = useReader();
  const filter = new URLSearchParams({ state, ...(kind && { kind }), ...(typeof mine === 'boolean' && { mine: String(mine) }) }).toString();
  return (
    <Layout title={t('match-review.title')}>
      <h1 class="govuk-heading-l">{t('match-review.title')}</h1>
      <p class="govuk-body">{t(state === 'under_review' ? 'match-review.lead' : 'match-review.lead-other')}</p>
      <Details summary={t('match.filter')} open={state !== 'under_review' || kind !== null || typeof mine === 'boolean'}>
        <Form method="get" action={href('/desk/matches')} class="gate-filter">
          <Select
            name="state"
            label={t('match.where-it-stands')}
            value={state}
            items={QUEUE_STATES.map((one) => ({ value: one, text: t(`match.state.${one}`) }))}
          />
          <Select
            name="kind"
            label={t('match.kind')}
            value={kind ?? ''}
            items={[{ value: '', text: t('match.all') }, ...KINDS.map((one) => ({ value: one, text: t(`kind.${one}`) }))]}
          />
          {mine !== undefined && (
            <Select
              name="mine"
              label={t('review.filter.mine')}
              value={mine === null ? '' : String(mine)}
              items={[
                { value: '', text: t('review.any') },
                { value: 'true', text: t('review.mine') },
                { value: 'false', text: t('review.free') },
              ]}
            />
          )}
          <Button variant="secondary">{t('match.show')}</Button>
        </Form>
      </Details>
      {page.items.length === 0 ? (
        <p class="govuk-body">{t('match-review.none')}</p>
      ) : (
        <ul class="gate-matches">
          {page.items.map((match) => (
            <Row key={match.id} match={match} now={now} />
          ))}
        </ul>
      )}
      {page.next && <Pagination next={{ href: href(`/desk/matches?${filter}&after=${encodeURIComponent(page.next)}`) }} />}
      <Downloads list="matches" query={state === 'under_review' ? `${filter}&order=oldest` : filter} />
      {mayPropose && (
        <LinkButton href={href('/desk/matches/new')} variant="secondary">
          {t('match-review.propose')}
        </LinkButton>
      )}
      <DeskKeys queue="/desk" />
    </Layout>
  );
};

const KINDS = ['technology', 'solution', 'financing'] as const;
const DAY_MS = 86_400_000;

const Row = ({ match, now }: { match: MatchView; now: Date }) => {
  const { t, href, name } = useReader();
  const { need, offer, waitsFor } = match;
  const overdue = waitsFor !== null && new Date(waitsFor.until) < now;
  const days = Math.max(0, Math.floor((now.getTime() - new Date(waitsFor?.since ?? match.updatedAt).getTime()) / DAY_MS));
  return (
    <li>
      <div class="gate-matches__what">
        <h2 class="govuk-heading-s">
          <a class="govuk-link" href={href(`/desk/matches/${match.id}`)} {...keyTo('row')}>
            <UserText language={need.language}>{need.title}</UserText>
          </a>
        </h2>
        <p class="gate-quiet">
          {t('match.with')} <UserText language={offer.language}>{offer.title}</UserText>
        </p>
        <p class="gate-quiet">
          {name('country', need.country)} · {name('country', offer.country)} · {t(`kind.${match.kind}`)}
        </p>
        <p class="gate-matches__state">
          <MatchState state={match.state} /> {overdue && <Tag colour="red">{t('match-review.overdue')}</Tag>} <Turn match={match} />{' '}
          <span class="gate-quiet">{t('match-review.age', { days })}</span>
        </p>
        {match.claim && (
          <p class="gate-quiet">
            {t('review.taken-by')} <bdi>{match.claim.name}</bdi>
          </p>
        )}
      </div>
      <Score score={match.score} />
    </li>
  );
};
