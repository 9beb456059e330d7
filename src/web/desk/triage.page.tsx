import type { TriageView } from '../../modules/seekers/index.js';
import { Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { DeskFrame } from './desk-frame.js';

/** Needs in the order to look at them, each with why it stands where it does. */
export const TriagePage = ({ needs }: { needs: readonly TriageView[] }) => {
  const { t } = useReader();
  return (
    <DeskFrame title={t('desk.also.needs')}>
      <h1 class="govuk-heading-l">{t('desk.also.needs')}</h1>
      <p class="govuk-body">{t('desk.triage-text')}</p>
      {needs.length === 0 && <p class="govuk-body">{t('desk.triage-none')}</p>}
      <ol class="gate-listings">
        {needs.map((need) => (
          <Need key={need.id} need={need} />
        ))}
      </ol>
    </DeskFrame>
  );
};

const Need = ({ need: { id, title, country, reference, submittedAt, eligible, reasons } }: { need: TriageView }) => {
  const { t, href, name, format } = useReader();
  return (
    <li>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={href(`/desk/listings/${id}`)} dir="auto">
          {title}
        </a>
      </h2>
      <p class="gate-quiet">
        {name('country', country)} · {t('desk.submitted', { date: format.date(submittedAt) })} · <bdi dir="ltr">{reference}</bdi>
      </p>
      {!eligible && <Tag colour="grey">{t('desk.not-eligible')}</Tag>}
      <ul class="govuk-list govuk-list--bullet">
        {reasons.map(({ code, group, count }) => (
          <li key={`${code} ${group ?? ''}`}>
            {t(`desk.reason.${code}`, { group: group ? name('group', group) : '', count: format.number(count ?? 0) })}
          </li>
        ))}
      </ul>
    </li>
  );
};
