import type { MatchView } from '../../modules/matching/index.js';
import { Tag, type TagProps } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/reader.js';

const COLOURS: Partial<Record<MatchView['state'], TagProps['colour']>> = {
  introduced: 'green',
  in_dialogue: 'green',
  converted: 'green',
  under_review: 'purple',
  interest_provider: 'blue',
  interest_seeker: 'blue',
  suggested: 'teal',
  held: 'yellow',
};

/** Where a match stands, in a word. */
export const MatchState = ({ state }: { state: MatchView['state'] }) => {
  const { t } = useReader();
  return <Tag colour={COLOURS[state] ?? 'grey'}>{t(`match.state.${state}`)}</Tag>;
};

/** Whose turn it is and until when, in the reader's place: "your answer", "the answer of the other side". */
export function turnOf({ waitsFor, side }: Pick<MatchView, 'waitsFor' | 'side'>): { key: MessageKey; until: string } | null {
  if (!waitsFor) return null;
  const { who, because, until } = waitsFor;
  if (who === 'administrators') return { key: 'match.turn.administrators', until };
  const whose = side === null ? who : who === side ? 'you' : 'other';
  return { key: because === 'verification' ? `match.turn.verify-${whose}` : `match.turn.${whose}`, until };
}

export const Turn = ({ match }: { match: Pick<MatchView, 'waitsFor' | 'side'> }) => {
  const { t, format } = useReader();
  const turn = turnOf(match);
  return turn && <>{t(turn.key, { day: format.date(turn.until) })}</>;
};
