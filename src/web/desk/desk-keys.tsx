import { DESK_ACTS, type DeskAct } from '../../modules/identity/index.js';
import { Details } from '../components/index.js';
import { useReader } from '../page/reader.js';

/** Marks what a key leads to. */
export const keyTo = (act: Exclude<DeskAct, 'previous' | 'help'> | 'row') => ({ 'data-key': act });

/** Keys of the pages of a desk: the list of them where she uses some, else the way to have them. */
export const DeskKeys = ({ queue }: { queue: string }) => {
  const { person, t, href } = useReader();
  const keys = person?.deskKeys;
  const change = (
    <a class="govuk-link" href={href('/account/desk-keys')}>
      {t(keys ? 'desk-keys.change' : 'desk-keys.have')}
    </a>
  );
  if (!keys) return <p class="gate-quiet gate-screen">{change}</p>;
  const acts = Object.fromEntries(DESK_ACTS.map((act) => [keys[act], act]));
  return (
    <div class="gate-screen" data-keys={JSON.stringify(acts)}>
      <Details summary={t('desk-keys.title')}>
        <dl class="gate-keys">
          {DESK_ACTS.map((act) => (
            <div key={act}>
              <dt>
                <kbd>{keys[act]}</kbd>
              </dt>
              <dd>{t(`desk-keys.${act}`)}</dd>
            </div>
          ))}
        </dl>
        <p class="govuk-body">{t('desk-keys.note')}</p>
        <p class="govuk-body gate-links">
          <a class="govuk-link" href={href(queue)} {...keyTo('queue')}>
            {t('desk-keys.queue')}
          </a>
          {change}
        </p>
      </Details>
    </div>
  );
};
