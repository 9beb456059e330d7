import type { ComponentChildren } from 'preact';
import {
  BackLink,
  Button,
  FileField,
  Form,
  FormErrors,
  type FormState,
  SelectField,
  type SelectItem,
  TextField,
} from '../components/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { LanguageBoxes } from '../languages/language-fields.js';
import { useReader } from '../page/reader.js';
import { CONSENT_FIELDS, ConsentFields } from './consent-fields.js';

export const KEPT_FIELDS = ['legalName', 'country', 'type', 'languages', ...CONSENT_FIELDS];

export interface NewKeptProps {
  form: FormState;
  countries: readonly string[];
  types: readonly string[];
  languages: readonly string[];
}

/** An organization without users, with the consent of one of its people. */
export const NewKeptPage = ({ form, countries, types, languages }: NewKeptProps) => {
  const { t, href, name, format } = useReader();
  const choose: SelectItem = { value: '', text: t('review.choose') };
  const named = (scheme: 'country' | 'organization-type', codes: readonly string[]): SelectItem[] =>
    format.sorted(
      codes.map((value) => ({ value, text: name(scheme, value) })),
      ({ text }) => text,
    );
  return (
    <Frame title={t('kept.enter')} form={form} way={[]}>
      <p class="govuk-body">{t('kept.enter-text')}</p>
      <Form action={href('/desk/kept/new')}>
        <TextField form={form} name="legalName" label={t('kept.legal-name')} autocomplete="off" />
        <SelectField
          form={form}
          name="country"
          label={t('wizard.field.country')}
          items={[...(countries.length === 1 ? [] : [choose]), ...named('country', countries)]}
        />
        <SelectField form={form} name="type" label={t('desk.org.type')} items={[choose, ...named('organization-type', types)]} />
        <LanguageBoxes
          form={form}
          name="languages"
          known={languages}
          legend={t('desk.org.languages')}
          legendClass="govuk-fieldset__legend--s"
        />
        <h2 class="govuk-heading-m">{t('kept.consent')}</h2>
        <ConsentFields form={form} />
        <Button preventDoubleClick>{t('kept.enter-submit')}</Button>
      </Form>
    </Frame>
  );
};

interface OfOrganization {
  organization: { id: string; legalName: string };
  form: FormState;
}

/** One more consent of an organization. */
export const NewConsentPage = ({ organization, form }: OfOrganization) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('kept.record')} form={form} way={[organization]}>
      <Form action={href(`/desk/kept/${organization.id}/consents/new`)}>
        <ConsentFields form={form} />
        <Button preventDoubleClick>{t('kept.record-submit')}</Button>
      </Form>
    </Frame>
  );
};

/** The signed form of a consent: a photo is enough. */
export const ConsentPhotoPage = ({ organization, form, consentId }: OfOrganization & { consentId: string }) => {
  const { t, href } = useReader();
  const back = href(`/desk/kept/${organization.id}`);
  return (
    <Frame title={t('kept.add-photo')} form={form} way={[organization]}>
      <Form action={href(`/desk/kept/${organization.id}/consents/${consentId}/form`)} multipart>
        <FileField form={form} name="file" label={t('kept.photo')} hint={t('kept.photo-hint')} accept=".pdf,image/*" />
        <Button preventDoubleClick>{t('kept.photo-submit')}</Button>
      </Form>
      <BackLink href={back}>{t('kept.photo-later')}</BackLink>
    </Frame>
  );
};

/** Asks before a consent is taken back. */
export const TakeBackPage = ({ organization, form, consentId }: OfOrganization & { consentId: string }) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('kept.take-back')} form={form} way={[organization]}>
      <p class="govuk-body">{t('kept.take-back-text')}</p>
      <Form action={href(`/desk/kept/${organization.id}/consents/${consentId}/withdraw`)}>
        <Button variant="warning" preventDoubleClick>
          {t('kept.take-back-submit')}
        </Button>
      </Form>
    </Frame>
  );
};

interface FrameProps {
  title: string;
  form: FormState;
  way: readonly { id: string; legalName: string }[];
  children: ComponentChildren;
}

const Frame = ({ title, form, way, children }: FrameProps) => {
  const { t } = useReader();
  const before = way.map(({ id, legalName }) => ({ text: legalName, path: `/desk/kept/${id}` }));
  return (
    <DeskFrame title={title} way={[{ text: t('desk.also.kept'), path: '/desk/kept' }, ...before]} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </div>
    </DeskFrame>
  );
};
