import type { MatchView, OutcomeView } from '../../modules/matching/index.js';
import { UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';

/** What was told of an introduction, the newest first: by the reader's side, or by both. */
export const Outcomes = ({ match: { side }, outcomes }: { match: MatchView; outcomes: readonly OutcomeView[] }) => {
  const { t } = useReader();
  if (outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <h2 class="govuk-heading-m" id="outcomes">
        {t(side === null ? 'match.outcomes-of-both' : 'match.outcomes-of-yours')}
      </h2>
      <ol class="gate-history">
        {outcomes.map((one) => (
          <li key={`${one.side} ${one.at}`}>
            <Told outcome={one} isOwn={one.side === side} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Told = ({ outcome: { at, side, status, note, value, currency, quantities }, isOwn }: { outcome: OutcomeView; isOwn: boolean }) => {
  const { t, format } = useReader();
  return (
    <>
      <time dateTime={at}>{format.date(at)}</time> {!isOwn && `${t(`match.side.${side}`)} – `}
      {t(`match.outcome.${status}`)}
      {value !== null && currency !== null && <> · {format.money(value, currency)}</>}
      {quantities.map((one, i) => (
        <span key={i}>
          {' '}
          · {format.number(one.value)} <UserText>{one.unit}</UserText>
        </span>
      ))}
      {note && (
        <p class="govuk-body gate-lines">
          <UserText>{note}</UserText>
        </p>
      )}
    </>
  );
};
