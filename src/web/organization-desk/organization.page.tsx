import type { Actor } from '../../kernel/actor.js';
import type { OrganizationView } from '../../modules/organizations/index.js';
import type { HitView } from '../../modules/screening/index.js';
import type { DocumentsView } from '../../modules/verification/index.js';
import { FormErrors, type FormState, InsetText, SummaryList, Tag } from '../components/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { DeskKeys } from '../desk/desk-keys.js';
import { LevelTag } from '../desk/level-tag.js';
import { useReader } from '../page/reader.js';
import { isDecision } from './organization-decisions.js';
import { Papers } from './papers.js';

export interface OrganizationDeskView {
  organization: OrganizationView;
  documents: DocumentsView;
  hits: readonly HitView[];
}

/** What a desk knows of an organization, its papers, and what may be decided. */
export const OrganizationPage = ({ view, form }: { view: OrganizationDeskView; form: FormState }) => {
  const { actor, t } = useReader();
  const { organization, documents, hits } = view;
  return (
    <DeskFrame
      title={organization.legalName}
      way={[{ text: t('desk.also.organizations'), path: '/desk/organizations' }]}
      hasFaults={form.faults.length > 0}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <span class="govuk-caption-l">
        <bdi dir="ltr">{organization.reference}</bdi>
      </span>
      <h1 class="govuk-heading-l">
        <bdi>{organization.legalName}</bdi>
      </h1>
      <p class="gate-tags">
        <LevelTag level={organization.level} />
        {organization.standing !== 'good' && <Tag colour="red">{t(`desk.standing.${organization.standing}`)}</Tag>}
        {organization.held && <Tag colour="orange">{t('desk.held')}</Tag>}
      </p>
      {organization.level === 'registered' && organization.standing === 'good' && (
        <InsetText>{t('desk.organizations.check-text')}</InsetText>
      )}
      <Facts organization={organization} documents={documents} />
      <Keeping organization={organization} />
      <Papers organizationId={organization.id} keeps={keeps(actor, organization)} documents={documents} />
      {hits.length > 0 && <Hits hits={hits} />}
      <Decisions organization={organization} />
      <DeskKeys queue="/desk/organizations" />
    </DeskFrame>
  );
};

const Facts = ({ organization, documents: { verifiedUntil, dueDiligence } }: Pick<OrganizationDeskView, 'organization' | 'documents'>) => {
  const { t, name, format, href } = useReader();
  const { id, country, type, languages, size, website, enteredBy, custodial, managed, decisionReason, decisionNote } = organization;
  const rows = [
    { key: t('desk.org.type'), value: `${name('organization-type', type)}, ${name('country', country)}` },
    { key: t('desk.org.languages'), value: format.list(languages.map((tag) => format.languageName(tag))) },
    size && { key: t('desk.org.size'), value: t(`desk.size.${size}`) },
    website && { key: t('desk.org.website'), value: <bdi dir="ltr">{website}</bdi> },
    {
      key: t('review.entered-by'),
      value: (
        <>
          {t(`review.entered-by.${enteredBy}`)}
          {(custodial || managed === false) && (
            <>
              <br />
              <a class="govuk-link" href={href(`/desk/kept/${id}`)}>
                {t(custodial ? 'desk.org.kept' : 'desk.org.unmanaged')}
              </a>
            </>
          )}
        </>
      ),
    },
    verifiedUntil && { key: t('desk.org.verified-until'), value: format.date(verifiedUntil) },
    dueDiligence.until && { key: t('desk.org.depth-until'), value: format.date(dueDiligence.until) },
    decisionReason && {
      key: t('desk.org.last-decision'),
      value: (
        <>
          {name('reason', decisionReason)} {decisionNote && <bdi>{decisionNote}</bdi>}
        </>
      ),
    },
  ];
  return <SummaryList rows={rows.flatMap((row) => row || [])} />;
};

/** It has no user, and the reader serves its country, or the global desk. */
const keeps = (actor: Actor, { custodial, country }: OrganizationView): boolean =>
  actor.kind === 'person' && custodial === true && (actor.administrator || actor.officerOf.includes(country));

/** What the desk may write for it: administrators correct any, officers those that have no user. */
const Keeping = ({ organization }: { organization: OrganizationView }) => {
  const { actor, t, href } = useReader();
  const { id, role } = organization;
  if (actor.kind !== 'person' || role !== null) return null;
  const isKept = keeps(actor, organization);
  return (
    <p class="govuk-body gate-links">
      {(actor.administrator || isKept) && (
        <a class="govuk-link" href={href(`/desk/organizations/${id}/edit`)}>
          {t('organization.edit')}
        </a>
      )}
      {isKept && (
        <a class="govuk-link" href={href(`/desk/organizations/${id}/papers/new`)}>
          {t('papers.add')}
        </a>
      )}
    </p>
  );
};

const Hits = ({ hits }: { hits: readonly HitView[] }) => {
  const { t, href } = useReader();
  return (
    <section>
      <h2 class="govuk-heading-m">{t('desk.part.screening')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {hits.map(({ id, listedName, list, status }) => (
          <li key={id}>
            <a class="govuk-link" href={href(`/desk/screening/${id}`)} dir="auto">
              {listedName}
            </a>{' '}
            · <bdi>{list}</bdi>
            {status === 'confirmed' && ` · ${t('desk.hit.confirmed')}`}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Decisions = ({ organization: { id, allowed } }: { organization: OrganizationView }) => {
  const { t, href } = useReader();
  const decisions = allowed.filter(isDecision);
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('desk.org.decisions')}</h2>
      <ul class="govuk-list">
        {decisions.map((decision) => (
          <li key={decision}>
            <a class="govuk-link" href={href(`/desk/organizations/${id}/decide/${decision}`)}>
              {t(`desk.decision.${decision}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
