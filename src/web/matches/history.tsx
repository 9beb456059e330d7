import type { MatchStepView, MatchView } from '../../modules/matching/index.js';
import { useReader } from '../page/reader.js';

/** What was done on a match, by which side, and why. */
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
            <Moment at={step.at} /> <Step step={step} />
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

/** "The provider: said yes. Reason: …". */
export const Step = ({ step: { name, side, reason, actorKind } }: { step: MatchStepView }) => {
  const { t, name: nameOf } = useReader();
  const who = side ?? (actorKind === 'person' ? 'administrators' : 'system');
  return (
    <>
      {t(`match.side.${who}`)} – {t(`match.step.${name}`)}
      {reason && <> · {nameOf('reason', reason)}</>}
    </>
  );
};
