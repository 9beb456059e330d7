import type { MatchView } from '../../modules/matching/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/reader.js';

type Outcome = 'yes' | 'no' | 'open';

/** What the system can tell of what a reviewer looks at. */
export const SystemChecks = ({ match: { checklist } }: { match: MatchView }) => {
  const { t } = useReader();
  if (!checklist) return null;
  return (
    <section aria-labelledby="checks">
      <h2 class="govuk-heading-m" id="checks">
        {t('match-review.checks')}
      </h2>
      <ul class="gate-checks">
        {checklist.map(({ key, ok }) => {
          const outcome: Outcome = ok === null ? 'open' : ok ? 'yes' : 'no';
          return (
            <li key={key} class={`gate-checks__${outcome}`}>
              <strong>{t(`match-review.check.${key}` as MessageKey)}</strong> {t(`match-review.check-${outcome}`)}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
