import type { OrganizationView } from '../../modules/organizations/index.js';
import type { VerificationRecord } from '../../modules/verification/index.js';
import { Tag } from '../components/index.js';
import { type Reader, useReader } from '../page/reader.js';
import { LevelBadge } from './level-badge.js';

interface ChecksProps {
  organization: Pick<OrganizationView, 'level' | 'standing' | 'country'>;
  record: VerificationRecord | null;
}

/** The badge, which opens: what was checked, by which office and when, and what was not. */
export const Checks = ({ organization, record }: ChecksProps) => {
  const { t } = useReader();
  const { level, standing } = organization;
  return (
    <details class="gate-checked">
      <summary>
        <LevelBadge level={level} /> {standing !== 'good' && <Tag colour="red">{t(`organization-public.standing.${standing}`)}</Tag>}{' '}
        <span class="gate-checked__what">{t('organization-public.what-checked')}</span>
      </summary>
      <div>
        <p class="govuk-body">{t(`organization-public.checked.${level}`)}</p>
        {record && <Acts record={record} {...organization} />}
        <p class="govuk-body">
          <strong>{t('organization-public.not-checked')}</strong> {t(`organization-public.unchecked.${level}`)}
        </p>
      </div>
    </details>
  );
};

/** Each thing that was looked at, with its day and office. */
const Acts = ({ record, country }: { record: VerificationRecord; country: string }) => {
  const reader = useReader();
  const { t, format } = reader;
  const { confirmed, papers, verifiedSince, verifiedUntil, dueDiligenceSince, dueDiligenceUntil } = record;
  const acts = [
    ...(confirmed ? [act(reader, t('organization-public.first-listing'), confirmed, country)] : []),
    ...papers.map((paper) => act(reader, t(`organization-public.paper.${paper.kind}`), paper, country)),
    ...period(reader, 'verified', verifiedSince, verifiedUntil),
    ...period(reader, 'due-diligence', dueDiligenceSince, dueDiligenceUntil),
  ];
  if (acts.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {acts.map((words) => (
        <li key={`${format.language} ${words}`}>{words}</li>
      ))}
    </ul>
  );
};

const act = (
  { t, format, name }: Reader,
  what: string,
  { on, office }: { on: string; office: 'centre' | 'desk' },
  country: string,
): string =>
  t('organization-public.act', {
    what,
    day: format.date(on),
    office: t(`organization-public.office.${office}`, { country: name('country', country) }),
  });

const period = ({ t, format }: Reader, of: 'verified' | 'due-diligence', since: Date | null, until: Date | null): string[] =>
  since && until ? [t(`organization-public.period.${of}`, { since: format.date(since), until: format.date(until) })] : [];
