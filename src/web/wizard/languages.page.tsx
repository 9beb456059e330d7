import type { Translation } from '../../modules/listings/index.js';
import {
  Button,
  CheckboxesField,
  Form,
  type FormState,
  InsetText,
  LinkButton,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
  UserText,
} from '../components/index.js';
import { useReader } from '../page/index.js';
import { RequestsFor } from '../my-listings/requests.js';
import { labelOf } from './field-texts.js';
import { valueAt } from './field-values.js';
import { PartForm, WizardFrame } from './frame.js';
import { contentOf, type OwnListing } from './own-listings.js';

export const textsIn = (listing: OwnListing): readonly Translation[] => contentOf(listing)['texts'] as readonly Translation[];

interface LanguagesProps {
  listing: OwnListing;
  form: FormState;
  /** Languages that may be chosen. */
  offered: readonly string[];
}

/** Which other languages it can be read in, and a way to one more. */
export const LanguagesPage = ({ listing, form, offered }: LanguagesProps) => {
  const { t, href, name, format } = useReader();
  const there = [...new Set(textsIn(listing).map(({ language }) => language))];
  const base = `/my/listings/${listing.id}/edit/languages`;
  const items = offered
    .filter((code) => code !== contentOf(listing).language)
    .map((code) => ({ value: code, text: name('language', code) }));
  return (
    <WizardFrame listing={listing} part="languages" form={form}>
      <RequestsFor listing={listing} path="texts" />
      {there.length > 0 && (
        <ul class="govuk-list">
          {there.map((tag) => (
            <li key={tag}>
              <a class="govuk-link" href={href(`${base}/${tag}`)}>
                {name('language', tag)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Form action={href(`${base}/one`)} method="get" class="gate-inline">
        <SelectField
          form={form}
          name="to"
          label={t('wizard.field.to')}
          labelClass="govuk-label--s"
          items={format.sorted(items, ({ text }) => text)}
        />
        <Button variant="secondary">{t('wizard.language-write')}</Button>
      </Form>
      <LinkButton href={href(`/my/listings/${listing.id}/edit/levels`)}>{t('wizard.continue')}</LinkButton>
    </WizardFrame>
  );
};

interface LanguageProps {
  listing: OwnListing;
  form: FormState;
  language: string;
  /** Texts that can stand in other languages, by path. */
  paths: readonly string[];
}

/** The texts of the listing in one other language, each below its source. Title and short summary are what matters most. */
export const LanguagePage = ({ listing, form, language, paths }: LanguageProps) => {
  const { t, name } = useReader();
  return (
    <WizardFrame listing={listing} part="language" form={form}>
      <InsetText>{t('wizard.language-to', { language: name('language', language) })}</InsetText>
      <PartForm listing={listing} action={`/my/listings/${listing.id}/edit/languages/${language}`}>
        {paths.map((path) => (
          <TextIn key={path} listing={listing} form={form} path={path} language={language} />
        ))}
        <RadiosField
          form={form}
          name="origin"
          legend={t('wizard.field.origin')}
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          items={(['author', 'human-translation', 'machine'] as const).map((origin) => ({
            value: origin,
            text: t(`wizard.origin.${origin}`),
          }))}
        />
        <CheckboxesField
          form={form}
          name="checked"
          class="govuk-checkboxes--small"
          items={[{ value: 'true', text: t('wizard.field.checked') }]}
        />
      </PartForm>
    </WizardFrame>
  );
};

const TextIn = ({ listing, form, path, language }: Omit<LanguageProps, 'paths'> & { path: string }) => {
  const { translator } = useReader();
  const content = contentOf(listing);
  const source = valueAt(content, path);
  const asked = {
    form,
    name: path,
    label: labelOf(translator, path),
    labelClass: 'govuk-label--s',
    hint:
      typeof source === 'string' ? (
        <span class="gate-words">
          <UserText language={content.language}>{source}</UserText>
        </span>
      ) : undefined,
    attributes: { lang: language, dir: 'auto' },
  };
  return path === 'title' ? <TextField {...asked} /> : <TextAreaField {...asked} rows={path === 'description' ? 6 : 4} />;
};
