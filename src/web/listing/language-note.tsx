import { Button, Form } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { pathOf, type ListingView } from './listing-view.js';

/** How the text of a listing stands to the language she reads. */
export interface LanguageState {
  /** It is written in it, or somebody has put title and summary into it. */
  reads: boolean;
  /** How many have asked for it in her language; null where nobody asks. */
  asked: number | null;
  /** She, or her organization, is one of them. */
  askedByHer: boolean;
}

/** Whose words these are, and what to do where one cannot read them. */
export const LanguageNote = ({ view, state }: { view: ListingView; state: LanguageState }) => {
  const { language, person, t, format, href } = useReader();
  const reading = view.translated?.title ?? Object.values(view.translated ?? {})[0];
  if (reading)
    return (
      <p class="gate-quiet">
        {t('listing.translated', { language: format.languageName(view.language) })} {t(`listing.origin.${reading.origin}`)}{' '}
        {t(reading.checked ? 'listing.checked' : 'listing.not-checked')}
      </p>
    );
  if (state.reads) return null;
  const wanted = format.languageName(language);
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{t('listing.other-language', { language: format.languageName(view.language) })}</p>
      {state.askedByHer ? (
        <p class="govuk-body">{t('listing.asked', { language: wanted, count: state.asked ?? 1 })}</p>
      ) : (
        person && (
          <Form action={href(`${pathOf(view)}/ask-language`)}>
            <Button variant="secondary" preventDoubleClick>
              {t('listing.ask', { language: wanted })}
            </Button>
          </Form>
        )
      )}
    </div>
  );
};
