import type { Page } from '../../kernel/pagination.js';
import { DESK_WAITS, type DeskOrganization, type DeskWait } from '../../modules/reviews/index.js';
import { Tag } from '../components/index.js';
import { DeskFrame, More } from '../desk/desk-frame.js';
import { DeskKeys, keyTo } from '../desk/desk-keys.js';
import { LevelTag } from '../desk/level-tag.js';
import { useReader } from '../page/reader.js';

export interface OrganizationsView {
  page: Page<DeskOrganization>;
  waiting: DeskWait | undefined;
}

/** Organizations of the desk's countries: all, those never checked, those whose papers wait. */
export const OrganizationsPage = ({ page: { items, next }, waiting }: OrganizationsView) => {
  const { t, href } = useReader();
  const title = t(waiting ? `desk.organizations.${waiting}` : 'desk.also.organizations');
  return (
    <DeskFrame title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body gate-links">
        {[undefined, ...DESK_WAITS].map((one) => (
          <a
            key={one ?? 'all'}
            class="govuk-link"
            href={href(`/desk/organizations${one ? `?waiting=${one}` : ''}`)}
            aria-current={one === waiting ? 'page' : undefined}
          >
            {t(one ? `desk.organizations.${one}` : 'desk.also.organizations')}
          </a>
        ))}
      </p>
      {waiting === 'check' && <p class="govuk-body">{t('desk.organizations.check-text')}</p>}
      {waiting === 'due-diligence' && <p class="govuk-body">{t('desk.organizations.depth-text')}</p>}
      {items.length === 0 && <p class="govuk-body">{t('desk.organizations.none')}</p>}
      <ul class="gate-listings">
        {items.map((one) => (
          <Line key={one.id} organization={one} />
        ))}
      </ul>
      <More next={next} />
      <DeskKeys queue="/desk" />
    </DeskFrame>
  );
};

const Line = ({ organization }: { organization: DeskOrganization }) => {
  const { t, href, name, format } = useReader();
  const { id, legalName, country, type, reference, level, standing, held, papers, papersSince, dueDiligenceSince } = organization;
  return (
    <li>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={href(`/desk/organizations/${id}`)} dir="auto" {...keyTo('row')}>
          {legalName}
        </a>
      </h2>
      <p class="gate-quiet">
        {name('organization-type', type)} · {name('country', country)} · <bdi dir="ltr">{reference}</bdi>
      </p>
      <p class="gate-tags">
        <LevelTag level={level} />
        {standing !== 'good' && <Tag colour="red">{t(`desk.standing.${standing}`)}</Tag>}
        {held && <Tag colour="orange">{t('desk.held')}</Tag>}
      </p>
      {papers > 0 && papersSince && (
        <p class="govuk-body">{t('desk.papers-waiting', { count: format.number(papers), date: format.date(papersSince) })}</p>
      )}
      {dueDiligenceSince && <p class="govuk-body">{t('desk.depth-waiting', { date: format.date(dueDiligenceSince) })}</p>}
    </li>
  );
};
