import type { Page } from '../../kernel/pagination.js';
import type { OrganizationView } from '../../modules/organizations/index.js';
import type { DueConsent } from '../../modules/centres/index.js';
import { LinkButton } from '../components/index.js';
import { DeskFrame, More } from '../desk/desk-frame.js';
import { LevelTag } from '../desk/level-tag.js';
import { useReader } from '../page/reader.js';

/** Organizations that nobody belongs to: the centre keeps them. */
export const KeptPage = ({ page: { items, next } }: { page: Page<OrganizationView> }) => {
  const { actor, t, href, name } = useReader();
  const mayEnter = actor.kind === 'person' && (actor.officerOf.length > 0 || actor.administrator);
  return (
    <DeskFrame title={t('desk.also.kept')}>
      <h1 class="govuk-heading-l">{t('desk.also.kept')}</h1>
      <p class="govuk-body">{t('kept.text')}</p>
      {mayEnter && <LinkButton href={href('/desk/kept/new')}>{t('kept.enter')}</LinkButton>}
      <p class="govuk-body gate-links">
        <a class="govuk-link" href={href('/desk/consents')}>
          {t('kept.consents-due')}
        </a>
        <FormLink country={actor.kind === 'person' ? actor.officerOf[0] : undefined} />
      </p>
      {items.length === 0 && <p class="govuk-body">{t('kept.none')}</p>}
      <ul class="gate-listings">
        {items.map(({ id, legalName, country, reference, level }) => (
          <li key={id}>
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={href(`/desk/kept/${id}`)} dir="auto">
                {legalName}
              </a>
            </h2>
            <p class="gate-quiet">
              {name('country', country)} · <bdi dir="ltr">{reference}</bdi>
            </p>
            <LevelTag level={level} />
          </li>
        ))}
      </ul>
      <More next={next} />
    </DeskFrame>
  );
};

/** The form to print, with the desk of a country on it. */
export const FormLink = ({ country }: { country: string | undefined }) => {
  const { t, href } = useReader();
  return (
    <a class="govuk-link" href={href(`/consent-form${country ? `?country=${country}` : ''}`)}>
      {t('kept.print-form')}
    </a>
  );
};

/** Consents in force, the next to end first. */
export const DueConsentsPage = ({ page: { items, next } }: { page: Page<DueConsent> }) => {
  const { t, href, name, format } = useReader();
  return (
    <DeskFrame title={t('kept.consents-due')} way={[{ text: t('desk.also.kept'), path: '/desk/kept' }]}>
      <h1 class="govuk-heading-l">{t('kept.consents-due')}</h1>
      <p class="govuk-body">{t('kept.consents-due-text')}</p>
      {items.length === 0 && <p class="govuk-body">{t('kept.consents-none')}</p>}
      <ul class="gate-listings">
        {items.map(({ id, organization, kind, scopes, until }) => (
          <li key={id}>
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={href(`/desk/kept/${organization.id}`)} dir="auto">
                {organization.legalName}
              </a>
            </h2>
            <p class="govuk-body">{t('kept.until', { date: format.date(until) })}</p>
            <p class="gate-quiet">
              {name('country', organization.country)} · {t(`kept.kind.${kind}`)} ·{' '}
              {format.list(scopes.map((scope) => t(`kept.scope.${scope}`)))}
            </p>
          </li>
        ))}
      </ul>
      <More next={next} />
    </DeskFrame>
  );
};
