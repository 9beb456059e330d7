import { Button, Form, FormErrors, type FormState, RadiosField, SelectField, TextAreaField, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { contentOf, type OwnListing } from '../wizard/own-listings.js';
import { OWNER_REASONS, type OwnerAction, takesReason } from './actions.js';

interface ActionProps {
  listing: OwnListing;
  action: OwnerAction;
  form: FormState;
}

/** Asks before something happens to a listing: what it means, and, where the life cycle takes one, why. */
export const ActionPage = ({ listing, action, form }: ActionProps) => {
  const { t, href } = useReader();
  const content = contentOf(listing);
  const isEnd = action === 'withdraw';
  return (
    <Layout
      title={t(`my-listings.action.${action}`)}
      hasFaults={form.faults.length > 0}
      before={<WayBack href={href(`/my/listings/${listing.id}`)} text={t('wizard.back')} />}
    >
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">
            <UserText language={content.language}>{content.title}</UserText>
          </span>
          {t(`my-listings.action.${action}`)}
        </h1>
        <p class="govuk-body">{t(`my-listings.action-means.${action}`)}</p>
        <Form action={href(`/my/listings/${listing.id}/${action}`)}>
          <input type="hidden" name="version" value={listing.version} />
          {action === 'renew' && <Renewal form={form} />}
          {takesReason(action) && <Reason form={form} />}
          <Button variant={isEnd ? 'warning' : undefined} preventDoubleClick>
            {t(`my-listings.action-do.${action}`)}
          </Button>
        </Form>
      </div>
    </Layout>
  );
};

const Renewal = ({ form }: { form: FormState }) => {
  const { t } = useReader();
  const asked = (name: 'stillAvailable' | 'changed') => (
    <RadiosField
      form={form}
      name={name}
      legend={t(`my-listings.field.${name}`)}
      hint={t(`my-listings.hint.${name}`)}
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--inline"
      items={[
        { value: 'true', text: t('wizard.yes') },
        { value: 'false', text: t('wizard.no') },
      ]}
    />
  );
  return (
    <>
      {asked('stillAvailable')}
      {asked('changed')}
    </>
  );
};

const Reason = ({ form }: { form: FormState }) => {
  const { t, name } = useReader();
  const items = OWNER_REASONS.map((code) => ({ value: code, text: name('reason', code) }));
  return (
    <>
      <SelectField
        form={form}
        name="reason"
        label={t('my-listings.field.reason')}
        labelClass="govuk-label--s"
        items={[{ value: '', text: t('wizard.choose') }, ...items]}
      />
      <TextAreaField form={form} name="note" label={t('my-listings.field.note')} labelClass="govuk-label--s" rows={3} />
    </>
  );
};
