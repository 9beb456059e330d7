import type { OrganizationView } from '../../modules/organizations/index.js';
import {
  COPY_BY,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentsView,
  type DocumentView,
  L1_PAPERS,
  L2_PAPERS,
} from '../../modules/verification/index.js';
import {
  Button,
  CheckboxesField,
  DateField,
  dateNames,
  FileField,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  LinkButton,
  SelectField,
  Tag,
  TextField,
} from '../components/index.js';
import { LanguageSelect } from '../languages/language-fields.js';
import type { FormInput } from '../page/form-input.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export const PAPER_FIELDS = ['kind', 'title', 'reference', 'language', 'translated', ...dateNames('issuedOn'), ...dateNames('expiresOn')];

/** A paper as a form tells of it, for the schema to judge. */
export const paperIn = (form: FormInput) => ({
  kind: form.text('kind'),
  title: form.text('title') ?? '',
  reference: form.text('reference'),
  language: form.text('language'),
  translated: form.boolean('translated') ?? false,
  issuedOn: form.date('issuedOn'),
  expiresOn: form.date('expiresOn'),
});

const PAPERS = { path: '/organization/papers', text: 'papers.title' } as const;
const PARTS = { ...L1_PAPERS, ...L2_PAPERS };

interface PapersView {
  organization: OrganizationView;
  papers: DocumentsView;
}

export const PapersPage = ({ organization, papers }: PapersView) => {
  const { t, href, format } = useReader();
  const { items, missing, waiting, verifiedUntil, dueDiligence } = papers;
  const isVerified = organization.level === 'verified' || organization.level === 'due_diligence';
  const isManager = organization.role === 'manager';
  return (
    <OrganizationFrame title="papers.title">
      <p class="govuk-body-l">
        {isVerified && verifiedUntil ? t('papers.until', { day: format.date(new Date(verifiedUntil)) }) : t('papers.lead')}
      </p>
      {waiting && (
        <InsetText>
          {t(`papers.waiting-${waiting.with}`, { since: format.date(new Date(waiting.since)), due: format.date(new Date(waiting.dueAt)) })}{' '}
          {waiting.late && t('papers.late')}
        </InsetText>
      )}
      {dueDiligence.waiting && (
        <InsetText>
          {t('papers.waiting-depth', {
            since: format.date(new Date(dueDiligence.waiting.since)),
            due: format.date(new Date(dueDiligence.waiting.dueAt)),
          })}{' '}
          {dueDiligence.waiting.late && t('papers.late')}
        </InsetText>
      )}
      {missing.length > 0 && <Missing title="papers.missing" parts={missing} isManager={isManager} />}
      {items.length > 0 && <Papers items={items} organization={organization} isManager={isManager} />}
      {isVerified && dueDiligence.missing.length > 0 && <Missing title="papers.depth" parts={dueDiligence.missing} isManager={isManager} />}
      {isManager ? (
        <LinkButton href={href('/organization/papers/new')}>{t('papers.add')}</LinkButton>
      ) : (
        <p class="govuk-body">{t('papers.managers')}</p>
      )}
    </OrganizationFrame>
  );
};

interface MissingParts {
  title: 'papers.missing' | 'papers.depth';
  parts: readonly (keyof typeof PARTS)[];
  isManager: boolean;
}

/** What has not been accepted yet, with the kinds of papers that show it. */
const Missing = ({ title, parts, isManager }: MissingParts) => {
  const { t, href } = useReader();
  return (
    <section aria-labelledby={title}>
      <h2 class="govuk-heading-m" id={title}>
        {t(title)}
      </h2>
      <ul class="gate-rows">
        {parts.map((part) => (
          <li key={part}>
            <div>
              <p class="govuk-body">{t(`papers.part.${part}`)}</p>
              <p class="gate-quiet">
                {PARTS[part].kinds.map((kind, index) => (
                  <>
                    {index > 0 && ' · '}
                    {isManager ? (
                      <a class="govuk-link" href={href(`/organization/papers/new?kind=${kind}`)}>
                        {t(`paper.${kind}`)}
                      </a>
                    ) : (
                      t(`paper.${kind}`)
                    )}
                  </>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Papers = ({
  items,
  organization,
  isManager,
}: {
  items: readonly DocumentView[];
  organization: OrganizationView;
  isManager: boolean;
}) => {
  const { t } = useReader();
  return (
    <section aria-labelledby="papers">
      <h2 class="govuk-heading-m" id="papers">
        {t('papers.handed-in')}
      </h2>
      <ul class="gate-rows">
        {items.map((paper) => (
          <Paper key={paper.id} paper={paper} organizationId={organization.id} isManager={isManager} />
        ))}
      </ul>
    </section>
  );
};

const OUTCOMES = { accepted: 'green', refused: 'red', waiting: 'blue' } as const;

const Paper = ({ paper, organizationId, isManager }: { paper: DocumentView; organizationId: string; isManager: boolean }) => {
  const { t, href, format, name } = useReader();
  const { id, kind, title, language, translated, issuedOn, expiresOn, outcome, reason, note, reviewedBy, reviewedAt, file } = paper;
  const state = outcome ?? 'waiting';
  return (
    <li>
      <div>
        <p class="govuk-body">
          {t(`paper.${kind}`)}: <bdi>{title}</bdi> <Tag colour={OUTCOMES[state]}>{t(`papers.${state}`)}</Tag>
        </p>
        <p class="gate-quiet">
          {t('papers.issued', { day: format.date(issuedOn) })}
          {expiresOn && ` · ${t('dashboard.until', { day: format.date(expiresOn) })}`} · {format.languageName(language)}
          {translated && ` · ${t('papers.translated')}`}
        </p>
        {reviewedBy && reviewedAt && (
          <p class="gate-quiet">{t(`papers.decided-${reviewedBy}`, { day: format.date(new Date(reviewedAt)) })}</p>
        )}
        {outcome === 'refused' && (
          <p class="gate-quiet">
            {reason && name('reason', reason)} {note && <bdi>{note}</bdi>}
          </p>
        )}
        <p class="gate-quiet">
          {file ? (
            <a class="govuk-link" href={`/api/v1/organizations/${organizationId}/documents/${id}/file`}>
              <bdi>{file.name}</bdi> ({format.bytes(file.bytes)})
            </a>
          ) : (
            t(paper.copyBy === null ? 'papers.no-copy' : `papers.awaited-${paper.copyBy}`)
          )}
        </p>
      </div>
      {isManager && outcome === null && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`/organization/papers/${id}/file`)}>
            {t(file ? 'papers.other-copy' : 'papers.send-copy')}
            <span class="govuk-visually-hidden"> {title}</span>
          </a>
          {' · '}
          <a class="govuk-link" href={href(`/organization/papers/${id}/remove`)}>
            {t('papers.take-back')}
            <span class="govuk-visually-hidden"> {title}</span>
          </a>
        </p>
      )}
      {isManager && outcome === 'accepted' && (
        <form method="post" action={href(`/organization/papers/${id}/again`)}>
          <button type="submit" class="gate-link-button">
            {t('papers.again')}
            <span class="govuk-visually-hidden"> {title}</span>
          </button>
        </form>
      )}
    </li>
  );
};

interface NewPaper {
  form: FormState;
  /** Codes of the languages it may be in. */
  languages: readonly string[];
}

export const NewPaperPage = ({ form, languages }: NewPaper) => {
  const { t, href } = useReader();
  return (
    <OrganizationFrame title="papers.add" hasFaults={form.faults.length > 0} back={PAPERS}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <p class="govuk-body">{t('papers.new-lead')}</p>
        <Form action={href('/organization/papers/new')}>
          <PaperFields form={form} languages={languages} />
          <Button preventDoubleClick>{t('papers.go-on')}</Button>
        </Form>
      </div>
    </OrganizationFrame>
  );
};

/** What is told of a paper before its copy comes. */
export const PaperFields = ({ form, languages }: NewPaper) => {
  const { t } = useReader();
  const kinds = DOCUMENT_KINDS.map((value: DocumentKind) => ({ value, text: t(`paper.${value}`) }));
  return (
    <>
      <SelectField form={form} name="kind" label={t('papers.kind')} items={[{ value: '', text: t('organization.choose') }, ...kinds]} />
      <TextField form={form} name="title" label={t('papers.name')} hint={t('papers.name-hint')} />
      <TextField form={form} name="reference" label={t('papers.number')} hint={t('papers.number-hint')} />
      <LanguageSelect form={form} name="language" known={languages} label={t('papers.language')} />
      <CheckboxesField
        form={form}
        name="translated"
        legend={t('papers.translation')}
        items={[{ value: 'true', text: t('papers.translated') }]}
      />
      <DateField form={form} name="issuedOn" legend={t('papers.issued-on')} />
      <DateField form={form} name="expiresOn" legend={t('papers.expires-on')} hint={t('papers.expires-on-hint')} />
    </>
  );
};

/** Sending the copy now is one of three answers. */
export const PaperFilePage = ({ paper, form }: { paper: DocumentView; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <OrganizationFrame title="papers.copy" hasFaults={form.faults.length > 0} back={PAPERS}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <p class="govuk-body">
          {t(`paper.${paper.kind}`)}: <bdi>{paper.title}</bdi>
        </p>
        <Form action={href(`/organization/papers/${paper.id}/file`)} multipart>
          <FileField form={form} name="file" label={t('papers.file')} hint={t('papers.file-hint')} accept=".pdf,image/*" />
          <Button preventDoubleClick>{t('papers.send')}</Button>
        </Form>
        {!paper.file && (
          <Form action={href(`/organization/papers/${paper.id}/copy-by`)}>
            <p class="govuk-body">{t('papers.or')}</p>
            <div class="govuk-button-group">
              {COPY_BY.map((by) => (
                <Button key={by} name="by" value={by} variant="secondary" preventDoubleClick>
                  {t(`papers.copy-by-${by}`)}
                </Button>
              ))}
            </div>
            <p class="gate-quiet">{t('papers.copy-by-hint')}</p>
          </Form>
        )}
      </div>
    </OrganizationFrame>
  );
};

export const RemovePaperPage = ({ paper: { id, kind, title } }: { paper: DocumentView }) => {
  const { t, href } = useReader();
  return (
    <OrganizationFrame title="papers.remove-title" back={PAPERS}>
      <p class="govuk-body">
        {t(`paper.${kind}`)}: <bdi>{title}</bdi>
      </p>
      <Form action={href(`/organization/papers/${id}/remove`)}>
        <Button variant="warning" preventDoubleClick>
          {t('papers.take-back')}
        </Button>
      </Form>
    </OrganizationFrame>
  );
};
