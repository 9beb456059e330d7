import type { MatchStepView, MatchView } from '../../modules/matching/index.js';
import { UserText } from '../components/index.js';
import { type Reader, useReader } from '../page/reader.js';

/** What was done on a match, by whom, and why. */
export const History = ({ match, steps }: { match: MatchView; steps: readonly MatchStepView[] }) => {
  const { t } = useReader();
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        {t('match.history')}
      </h2>
      <ol class="gate-history">
        <li>
          <Moment at={match.createdAt} /> {t(`match.source.${match.source}`)}
        </li>
        {steps.map((step, index) => (
          <li key={index}>
            <Moment at={step.at} /> <Step match={match} step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Moment = ({ at }: { at: Date | string }) => {
  const { format } = useReader();
  return <time dateTime={new Date(at).toISOString()}>{format.date(at)}</time>;
};

/** Who took a step, as far as the reader may know. */
export function whoTook({ t }: Pick<Reader, 't'>, match: Pick<MatchView, 'side'>, { by, side }: MatchStepView): string {
  if (by === 'centre') return t(side === null ? 'match.by.centre' : `match.by.centre-for.${side}`);
  if (by === 'administrator') return t('match.side.administrators');
  if (by === 'you' || by === 'system') return t(`match.side.${by}`);
  return by === match.side ? t('match.by.your-side') : t(`match.side.${by}`);
}

/** "Provider (Amina Said) – said no · price". */
export const Step = ({ match, step }: { match: MatchView; step: MatchStepView }) => {
  const reader = useReader();
  const { t, name: nameOf } = reader;
  const { name, reason, note, person } = step;
  return (
    <>
      {whoTook(reader, match, step)}
      {person && (
        <>
          {' '}
          (<UserText>{person}</UserText>)
        </>
      )}{' '}
      – {t(`match.step.${name}`)}
      {reason && <> · {nameOf('reason', reason)}</>}
      {note && (
        <p class="govuk-body gate-lines">
          <UserText>{note}</UserText>
        </p>
      )}
    </>
  );
};
