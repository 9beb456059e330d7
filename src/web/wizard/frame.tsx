import type { ComponentChildren } from 'preact';
import { Button, Form, FormErrors, type FormState, InsetText, UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { contentOf, type OwnListing } from './own-listings.js';

interface FrameProps {
  listing: OwnListing;
  /** Of the part: names its title and what it is about. */
  part: string;
  form: FormState;
  children: ComponentChildren;
}

/** What every page of the wizard has: the way back to the tasks, what is wrong, the listing's title, and what the part is about. */
export const WizardFrame = ({ listing, part, form, children }: FrameProps) => {
  const { t, href, translator } = useReader();
  const title = t(`wizard.part.${part}` as MessageKey);
  const about = `wizard.about.${part}`;
  const content = contentOf(listing);
  return (
    <Layout
      title={title}
      hasFaults={form.faults.length > 0}
      before={<WayBack href={href(`/my/listings/${listing.id}`)} text={t('wizard.back')} />}
    >
      <div class="gate-form">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">
            <UserText language={content.language}>{content.title}</UserText>
          </span>
          {title}
        </h1>
        {translator.has(about) && <p class="govuk-body">{t(about)}</p>}
        {children}
      </div>
    </Layout>
  );
};

interface PartFormProps {
  listing: OwnListing;
  action: string;
  /** Saved by itself while somebody writes; not beside a published text, where that would open a change. */
  autosave?: boolean;
  children: ComponentChildren;
}

/** The form of a part, saved and left in one of two ways. */
export const PartForm = ({ listing, action, autosave = false, children }: PartFormProps) => {
  const { t, href } = useReader();
  const words = { saving: t('wizard.saving'), saved: t('wizard.autosaved'), failed: t('wizard.not-saved') };
  return (
    <div data-autosave={autosave ? JSON.stringify(words) : undefined}>
      <Form action={href(action)}>
        <input type="hidden" name="version" value={listing.version} />
        {/* Enter in a field presses the first button of a form: this one, not one that removes an entry. */}
        <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        {children}
        <p class="gate-quiet" data-autosave-status aria-live="polite" />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t('wizard.save')}</Button>
          <Button name="later" value="true" variant="secondary">
            {t('wizard.save-later')}
          </Button>
        </div>
      </Form>
    </div>
  );
};

/** Somebody else has saved meanwhile: which answers stand otherwise now. */
export const Meanwhile = ({ labels }: { labels: readonly string[] }) => {
  const { t, format } = useReader();
  return (
    <InsetText>
      <p class="govuk-body">{t('wizard.meanwhile')}</p>
      {labels.length > 0 && <p class="govuk-body">{t('wizard.meanwhile-fields', { fields: format.list(labels) })}</p>}
    </InsetText>
  );
};
