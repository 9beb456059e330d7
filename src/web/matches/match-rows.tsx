import type { MatchView } from '../../modules/matching/index.js';
import { UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { Score } from './score.js';
import { MatchState, Turn } from './turn.js';

/** Matches one below the other: the other side's listing, the own one, how well they fit, whose turn it is. */
export const MatchRows = ({ matches, base = '/matches', level = 3 }: { matches: readonly MatchView[]; base?: string; level?: 2 | 3 }) => (
  <ul class="gate-matches">
    {matches.map((match) => (
      <MatchRow key={match.id} match={match} base={base} level={level} />
    ))}
  </ul>
);

const MatchRow = ({ match, base, level }: { match: MatchView; base: string; level: 2 | 3 }) => {
  const { t, href, name } = useReader();
  const [first, second] = match.side === 'provider' ? [match.need, match.offer] : [match.offer, match.need];
  const Title = `h${level}` as const;
  return (
    <li>
      <div class="gate-matches__what">
        <Title class="govuk-heading-s">
          <a class="govuk-link" href={href(`${base}/${match.id}`)}>
            <UserText language={first.language}>{first.title}</UserText>
          </a>
        </Title>
        <p class="gate-quiet">
          {first.organization ? <UserText>{first.organization.legalName}</UserText> : t('match.unnamed')} · {name('country', first.country)}{' '}
          · {t(`kind.${first.kind}` as 'kind.need')}
        </p>
        <p class="gate-quiet">
          {t(match.side === null ? 'match.with' : 'match.for-own')} <UserText language={second.language}>{second.title}</UserText>
          {match.side === null && <> · {name('country', second.country)}</>}
        </p>
        <p class="gate-matches__state">
          <MatchState state={match.state} /> <Turn match={match} />
        </p>
      </div>
      <Score score={match.score} />
    </li>
  );
};
