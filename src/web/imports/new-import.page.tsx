import { LISTING_KINDS } from '../../modules/listings/index.js';
import type { TableHeader } from '../../modules/imports/index.js';
import {
  Button,
  CheckboxesField,
  FileField,
  Form,
  FormErrors,
  type FormState,
  RadiosField,
  SelectField,
  type SelectItem,
  TextField,
  WarningText,
} from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { labelOf } from '../wizard/field-texts.js';

/** Which table. What is chosen stands before the file in the form, so that it arrives first. */
export const NewImportPage = ({ form }: { form: FormState }) => {
  const { t, href } = useReader();
  return (
    <Layout
      title={t('imports.new')}
      hasFaults={form.faults.length > 0}
      before={<WayBack href={href('/my/imports')} text={t('imports.title')} />}
    >
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('imports.new')}</h1>
        <p class="govuk-body">{t('imports.templates')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {LISTING_KINDS.map((kind) => (
            <li key={kind}>
              <a class="govuk-link" href={`/api/v1/import-templates/${kind}`} download>
                {t(`kind.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
        <Form action={href('/my/imports/new')} multipart>
          <RadiosField
            form={form}
            name="collection"
            legend={t('imports.field.collection')}
            legendClass="govuk-fieldset__legend--s"
            items={(['offers', 'needs'] as const).map((one) => ({ value: one, text: t(`place.${one}`) }))}
          />
          <FileField form={form} name="file" label={t('imports.field.file')} hint={t('imports.hint.file')} labelClass="govuk-label--s" />
          <Button preventDoubleClick>{t('imports.send')}</Button>
        </Form>
      </div>
    </Layout>
  );
};

export interface MappingView {
  fileId: string;
  collection: 'offers' | 'needs';
  header: TableHeader;
  /** Columns of ours. */
  known: readonly string[];
  /** Names under which she has kept columns before. */
  remembered: readonly string[];
  used: string | undefined;
  /** Whose rows they may be: her organization, or, for a desk, whom each row names. */
  owners: readonly SelectItem[];
  form: FormState;
}

/** What each column of the file is. */
export const MappingPage = (view: MappingView) => {
  const { fileId, collection, header, form } = view;
  const { t, href } = useReader();
  const hasColumns = header.columns.length > 0;
  const title = t(hasColumns || header.fault !== null ? 'imports.columns' : 'imports.field.owner');
  return (
    <Layout title={title} hasFaults={form.faults.length > 0} before={<WayBack href={href('/my/imports/new')} text={t('imports.new')} />}>
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">
            <bdi>{header.fileName}</bdi>
          </span>
          {title}
        </h1>
        {header.fault === null ? (
          <>
            {hasColumns ? <Remembered {...view} /> : <p class="govuk-body">{t('imports.json-lines')}</p>}
            <Form action={href(`/my/imports/columns/${fileId}?collection=${collection}`)}>
              <Columns {...view} />
              <SelectField
                form={form}
                name="organizationId"
                label={t('imports.field.owner')}
                labelClass="govuk-label--s"
                items={view.owners}
              />
              {hasColumns && (
                <TextField
                  form={form}
                  name="mapping"
                  label={t('imports.field.mapping')}
                  hint={t('imports.hint.mapping')}
                  labelClass="govuk-label--s"
                />
              )}
              <CheckboxesField
                form={form}
                name="submit"
                items={[{ value: 'true', text: t('imports.field.submit'), hint: t('imports.hint.submit') }]}
              />
              <Button preventDoubleClick>{t('imports.check')}</Button>
            </Form>
          </>
        ) : (
          <>
            <WarningText>{t('imports.unreadable')}</WarningText>
            <p class="govuk-body" lang="en" dir="ltr">
              {header.fault}
            </p>
          </>
        )}
      </div>
    </Layout>
  );
};

/** A file that looks like one before: its columns are known by the name they were kept under. */
const Remembered = ({ fileId, collection, remembered, used }: MappingView) => {
  const { t, href } = useReader();
  if (remembered.length === 0) return null;
  return (
    <p class="govuk-body">
      {t('imports.remembered')}{' '}
      {remembered.map((name, i) => (
        <span key={name}>
          {i > 0 && ' · '}
          {name === used ? (
            <strong>{name}</strong>
          ) : (
            <a class="govuk-link" href={href(`/my/imports/columns/${fileId}?collection=${collection}&mapping=${encodeURIComponent(name)}`)}>
              {name}
            </a>
          )}
        </span>
      ))}
    </p>
  );
};

const Columns = ({ header, known, form }: MappingView) => {
  const { t, translator } = useReader();
  const text = (column: string): string => {
    const key = `imports.column.${column}`;
    const label = translator.has(key) ? t(key) : labelOf(translator, column);
    return label === column ? column : `${label} – ${column}`;
  };
  const items = [{ value: '', text: t('imports.leave-out') }, ...known.map((column) => ({ value: column, text: text(column) }))];
  return (
    <div id="columns">
      {header.columns.map((name, i) => (
        <SelectField key={name} form={form} name={`column.${i}`} label={<bdi>{name}</bdi>} items={items} />
      ))}
    </div>
  );
};
