import type { ComponentChildren } from 'preact';
import type { OrganizationView } from '../../modules/organizations/index.js';
import { BackLink, Button, FileField, Form, FormErrors, type FormState } from '../components/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { type Lists, OrganizationFields } from '../organization/organization.form.js';
import { PaperFields } from '../organization/papers.page.js';
import { useReader } from '../page/reader.js';

interface OfOrganization {
  organization: OrganizationView;
  form: FormState;
}

/** The particulars of an organization, corrected by its desk. */
export const EditOrganizationPage = ({ organization, form, version, lists }: OfOrganization & { version: number; lists: Lists }) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('organization.edit')} organization={organization} form={form}>
      <Form action={href(`/desk/organizations/${organization.id}/edit`)}>
        <input type="hidden" name="version" value={version} />
        <OrganizationFields form={form} lists={lists} />
        <Button preventDoubleClick>{t('account.save')}</Button>
      </Form>
    </Frame>
  );
};

/** A paper of an organization that has no user. */
export const NewKeptPaperPage = ({ organization, form, languages }: OfOrganization & { languages: readonly string[] }) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('papers.add')} organization={organization} form={form}>
      <p class="govuk-body">{t('papers.new-lead')}</p>
      <Form action={href(`/desk/organizations/${organization.id}/papers/new`)}>
        <PaperFields form={form} languages={languages} />
        <Button preventDoubleClick>{t('papers.go-on')}</Button>
      </Form>
    </Frame>
  );
};

/** Its copy, now or later. */
export const KeptPaperFilePage = ({ organization, form, paperId }: OfOrganization & { paperId: string }) => {
  const { t, href } = useReader();
  const at = `/desk/organizations/${organization.id}`;
  return (
    <Frame title={t('papers.copy')} organization={organization} form={form}>
      <Form action={href(`${at}/papers/${paperId}/file`)} multipart>
        <FileField form={form} name="file" label={t('papers.file')} hint={t('papers.file-hint')} accept=".pdf,image/*" />
        <Button preventDoubleClick>{t('papers.send')}</Button>
      </Form>
      <BackLink href={href(at)}>{t('papers.copy-by-organization')}</BackLink>
    </Frame>
  );
};

/** Asks before a paper is taken back. */
export const RemoveKeptPaperPage = ({ organization, form, paperId }: OfOrganization & { paperId: string }) => {
  const { t, href } = useReader();
  const at = `/desk/organizations/${organization.id}`;
  return (
    <Frame title={t('papers.remove-title')} organization={organization} form={form}>
      <Form action={href(`${at}/papers/${paperId}/remove`)}>
        <Button variant="warning" preventDoubleClick>
          {t('papers.take-back')}
        </Button>
      </Form>
    </Frame>
  );
};

const Frame = ({ title, organization, form, children }: OfOrganization & { title: string; children: ComponentChildren }) => {
  const { t } = useReader();
  const way = [
    { text: t('desk.also.organizations'), path: '/desk/organizations' },
    { text: organization.legalName, path: `/desk/organizations/${organization.id}` },
  ];
  return (
    <DeskFrame title={title} way={way} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l" dir="auto">
          {organization.legalName}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </div>
    </DeskFrame>
  );
};
