import type { ListingKind } from '../../modules/listings/index.js';
import { LISTING_KINDS } from '../../modules/listings/index.js';
import { Button, Form, FormErrors, type FormState, RadiosField, SelectField, type SelectItem, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';

interface NewListingProps {
  form: FormState;
  languages: readonly SelectItem[];
  /** For whom: named where it is not the organization she acts for. */
  organization: { id: string; legalName: string };
  /** A listing whose sector, goals and country are taken over. */
  like: string | undefined;
}

/** Three questions make a draft; all others come one page after the other. */
export const NewListingPage = ({ form, languages, organization, like }: NewListingProps) => {
  const { t, href } = useReader();
  return (
    <Layout
      title={t('my-listings.new-title')}
      hasFaults={form.faults.length > 0}
      before={<WayBack href={href('/my/listings')} text={t('my-listings.title')} />}
    >
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('my-listings.new-title')}</h1>
        <p class="govuk-body">{t('my-listings.new-for', { organization: organization.legalName })}</p>
        <Form action={href('/my/listings/new')}>
          <input type="hidden" name="organization" value={organization.id} />
          {like && <input type="hidden" name="like" value={like} />}
          <RadiosField
            form={form}
            name="kind"
            legend={t('my-listings.field.kind')}
            legendClass="govuk-fieldset__legend--s"
            items={LISTING_KINDS.map((kind: ListingKind) => ({
              value: kind,
              text: t(`kind.${kind}`),
              hint: t(`my-listings.kind-hint.${kind}`),
            }))}
          />
          <TextField form={form} name="title" label={t('wizard.field.title')} hint={t('wizard.hint.title')} labelClass="govuk-label--s" />
          <SelectField
            form={form}
            name="language"
            label={t('wizard.field.language')}
            hint={t('wizard.hint.language')}
            labelClass="govuk-label--s"
            items={languages}
          />
          <Button preventDoubleClick>{t('my-listings.create')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
