import { headingOf, type MatchView } from '../../modules/matching/index.js';
import { Ratio } from '../components/index.js';
import { useReader } from '../page/reader.js';

/** A share of a whole as a bar; the numbers stand beside it, so that it is decoration to a screen reader. */
export const Bar = ({ share }: { share: number }) => (
  <svg class="gate-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="gate-bar__whole" width="100" height="8" />
    <rect class={`gate-bar__part gate-bar__part--${grade(share)}`} width={Math.round(Math.min(1, Math.max(0, share)) * 100)} height="8" />
  </svg>
);

const grade = (share: number): string => (share >= 0.7 ? 'high' : share >= 0.4 ? 'middle' : 'low');

const WHOLE = 100;

/** The score as a number with a bar. */
export const Score = ({ score }: { score: number }) => {
  const { t, format } = useReader();
  return (
    <div class="gate-score">
      <span class="govuk-visually-hidden">{t('match.score')}</span>{' '}
      <span class="gate-score__number">
        <Ratio of={format.number(Math.round(score))} whole={WHOLE} />
      </span>
      <Bar share={score / WHOLE} />
    </div>
  );
};

type Factor = MatchView['factors'][number];

/** The weight a factor has in this pair: what others leave out is shared among those that count. */
export function effectiveWeights(factors: readonly Pick<Factor, 'weight' | 'value'>[]): number[] {
  const counted = factors.reduce((sum, { weight, value }) => sum + (value === null ? 0 : weight), 0);
  return factors.map(({ weight, value }) => (value === null || counted === 0 ? 0 : (weight / counted) * WHOLE));
}

/** Each factor of the score: points of its weight, a bar, and why. */
export const Factors = ({ factors }: { factors: readonly Factor[] }) => {
  const { t, format, language } = useReader();
  const weights = effectiveWeights(factors);
  const tenth = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <ul class="gate-factors">
      {factors.map(({ key, value, points, reason }, index) => (
        <li key={key}>
          <div class="gate-factors__head">
            <span>{headingOf(`factor.${key}`, language) ?? key}</span>
            {value === null ? (
              <span class="gate-quiet">{t('match.factor-open')}</span>
            ) : (
              <Ratio of={tenth(points)} whole={tenth(weights[index] ?? 0)} />
            )}
          </div>
          {value !== null && <Bar share={value} />}
          {reason.text && <p>{reason.text}</p>}
        </li>
      ))}
    </ul>
  );
};

/** How the rules came out: what must hold for the two to be suggested at all. */
export const RuleResults = ({ rules }: { rules: MatchView['rules'] }) => {
  const { t, language } = useReader();
  return (
    <ul class="gate-checks">
      {rules.map(({ key, passed, reason }) => (
        <li key={key} class={`gate-checks__${passed === null ? 'open' : passed ? 'yes' : 'no'}`}>
          <strong>{headingOf(`rule.${key}`, language) ?? key}</strong>{' '}
          <span class="govuk-visually-hidden">
            {t(passed === null ? 'match.rule-open' : passed ? 'match.rule-holds' : 'match.rule-fails')}
          </span>{' '}
          {reason.text}
        </li>
      ))}
    </ul>
  );
};

/** The whole explanation: score, factors, rules, warnings and what would raise the score. */
export const Explanation = ({ match }: { match: MatchView }) => {
  const { t, href } = useReader();
  const said = (lines: MatchView['warnings']) => lines.flatMap(({ text }) => (text === null ? [] : [<li>{text}</li>]));
  return (
    <>
      <section aria-labelledby="score">
        <h2 class="govuk-heading-m" id="score">
          {t('match.why')}
        </h2>
        <Score score={match.score} />
        {match.changedSince && <p class="govuk-inset-text">{t('match.changed-since')}</p>}
        <Factors factors={match.factors} />
        <p class="govuk-body">
          <a class="govuk-link" href={href('/help/scores')}>
            {t('match.how-made')}
          </a>
        </p>
      </section>
      {match.warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <h2 class="govuk-heading-m" id="warnings">
            {t('match.warnings')}
          </h2>
          <ul class="govuk-list govuk-list--bullet">{said(match.warnings)}</ul>
        </section>
      )}
      {match.advice.length > 0 && (
        <section aria-labelledby="advice">
          <h2 class="govuk-heading-m" id="advice">
            {t('match.advice')}
          </h2>
          <ul class="govuk-list govuk-list--bullet">{said(match.advice)}</ul>
        </section>
      )}
      <section aria-labelledby="rules">
        <h2 class="govuk-heading-m" id="rules">
          {t('match.rules')}
        </h2>
        <RuleResults rules={match.rules} />
      </section>
    </>
  );
};
