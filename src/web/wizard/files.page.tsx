import type { Attachment } from '../../modules/listings/index.js';
import { Button, FileField, Form, type FormState, LinkButton, RadiosField, SummaryList, TextField, UserText } from '../components/index.js';
import { useReader } from '../page/index.js';
import { RequestsFor } from '../my-listings/requests.js';
import { WizardFrame } from './frame.js';
import { contentOf, type OwnListing } from './own-listings.js';

export const filesIn = (listing: OwnListing): readonly Attachment[] => (contentOf(listing)['attachments'] ?? []) as readonly Attachment[];

/** The files of a listing with their sizes; one is added on a page of its own, so that nothing else is lost when a line breaks. */
export const FilesPage = ({ listing, form }: { listing: OwnListing; form: FormState }) => {
  const { t, href } = useReader();
  const files = filesIn(listing);
  const base = `/my/listings/${listing.id}/edit/files`;
  return (
    <WizardFrame listing={listing} part="files" form={form}>
      <RequestsFor listing={listing} path="attachments" />
      {files.length === 0 ? <p class="govuk-body">{t('wizard.files-none')}</p> : <FileList listing={listing} files={files} base={base} />}
      <p class="govuk-body">
        <LinkButton href={href(`${base}/new`)} variant="secondary">
          {t('wizard.file-add')}
        </LinkButton>
      </p>
      <LinkButton href={href(`/my/listings/${listing.id}/edit/languages`)}>{t('wizard.continue')}</LinkButton>
    </WizardFrame>
  );
};

const FileList = ({ listing, files, base }: { listing: OwnListing; files: readonly Attachment[]; base: string }) => {
  const { t, href, format } = useReader();
  return (
    <ul class="gate-files">
      {files.map((file) => (
        <li key={file.file}>
          <SummaryList
            card={{ title: <UserText language={file.language ?? contentOf(listing).language}>{file.title}</UserText> }}
            rows={[
              {
                key: t('wizard.field.file'),
                value: (
                  <a class="govuk-link" href={`/api/v1/listings/${listing.id}/files/${file.file}`}>
                    <UserText>{file.name ?? file.title}</UserText> ({file.bytes === undefined ? '' : format.bytes(file.bytes)})
                  </a>
                ),
              },
              { key: t('wizard.field.level'), value: t(`wizard.level.${file.level}`) },
            ]}
          />
          <Form action={href(base)}>
            <input type="hidden" name="version" value={listing.version} />
            <button type="submit" name="without" value={file.file} class="gate-link-button">
              {t('wizard.file-remove')}
              <span class="govuk-visually-hidden">: {file.title}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
};

/** One file. What is written stands before it in the form, so that it arrives first. */
export const NewFilePage = ({ listing, form }: { listing: OwnListing; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <WizardFrame listing={listing} part="file" form={form}>
      <Form action={href(`/my/listings/${listing.id}/edit/files/new`)} multipart>
        <input type="hidden" name="version" value={listing.version} />
        <TextField
          form={form}
          name="title"
          label={t('wizard.field.file-title')}
          hint={t('wizard.hint.file-title')}
          labelClass="govuk-label--s"
        />
        <RadiosField
          form={form}
          name="level"
          legend={t('wizard.field.level')}
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          items={([1, 2, 3] as const).map((level) => ({ value: String(level), text: t(`wizard.level.${level}`) }))}
        />
        <FileField form={form} name="file" label={t('wizard.field.file')} hint={t('wizard.hint.file')} labelClass="govuk-label--s" />
        <Button preventDoubleClick>{t('wizard.file-send')}</Button>
      </Form>
    </WizardFrame>
  );
};
