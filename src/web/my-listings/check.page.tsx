import type { Fault } from '../../kernel/errors.js';
import type { SimilarListing } from '../../modules/catalogue/index.js';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import { Button, Form, FormErrors, type FormState, InsetText, LinkButton } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { labelOf } from '../wizard/field-texts.js';
import { contentOf, type OwnListing } from '../wizard/own-listings.js';
import { partWith } from '../wizard/parts.js';
import { Answers, ProposedTeaser } from './answers.js';

export interface CheckView {
  listing: OwnListing;
  missing: readonly Fault[];
  /** The summary that is proposed from the text, where none was written. */
  teaser: string | undefined;
  similar: readonly SimilarListing[];
  book: CodeBook;
  form: FormState;
}

/** All answers before they are handed in: what is missing first, then what may be there already. */
export const CheckPage = ({ listing, missing, teaser, similar, book, form }: CheckView) => {
  const { t, href } = useReader();
  const content = contentOf(listing);
  const hasOtherLanguage = ((content['texts'] ?? []) as unknown[]).length > 0;
  return (
    <Layout
      title={t('my-listings.check-title')}
      hasFaults={form.faults.length > 0}
      before={<WayBack href={href(`/my/listings/${listing.id}`)} text={t('wizard.back')} />}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('my-listings.check-title')}</h1>
      {missing.length > 0 && <Missing listing={listing} missing={missing} />}
      {similar.length > 0 && <Similar similar={similar} />}
      {content['teaser'] === undefined && teaser && <ProposedTeaser teaser={teaser} language={content.language} />}
      <Answers listing={listing} book={book} canEdit />
      {!hasOtherLanguage && (
        <InsetText>
          {t('my-listings.invite-language')}{' '}
          <a class="govuk-link" href={href(`/my/listings/${listing.id}/edit/languages`)}>
            {t('my-listings.invite-language-link')}
          </a>
        </InsetText>
      )}
      {missing.length > 0 ? (
        <LinkButton href={href(addressOf(listing, missing[0]!))}>{t('my-listings.fill-missing')}</LinkButton>
      ) : (
        <Form action={href(`/my/listings/${listing.id}/check`)}>
          <input type="hidden" name="version" value={listing.version} />
          <p class="govuk-body">{t('my-listings.submit-text')}</p>
          <Button preventDoubleClick>{t('my-listings.submit')}</Button>
        </Form>
      )}
    </Layout>
  );
};

const addressOf = ({ id, kind }: OwnListing, { path }: Fault): string => {
  const part = partWith(kind, path);
  return part ? `/my/listings/${id}/edit/${part.key}#${path}` : `/my/listings/${id}`;
};

const Missing = ({ listing, missing }: Pick<CheckView, 'listing' | 'missing'>) => {
  const { t, href, translator } = useReader();
  const needs = new Map(missing.map((fault) => [whatIsMissing(fault), fault]));
  return (
    <section class="gate-asked-list">
      <h2 class="govuk-heading-m">{t('my-listings.missing')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...needs].map(([key, fault]) => (
          <li key={key}>
            <a class="govuk-link" href={href(addressOf(listing, fault))}>
              {translator.has(key) ? t(key) : labelOf(translator, fault.path)}
            </a>
            {fault.code === 'withdrawn' && ` – ${t('my-listings.code-withdrawn')}`}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Both the main sector and the goals are missing in `codes`. */
const whatIsMissing = ({ path, message }: Fault): string =>
  path === 'codes' ? (message.includes('main sector') ? 'my-listings.missing-sector' : 'my-listings.missing-goals') : path;

const Similar = ({ similar }: Pick<CheckView, 'similar'>) => {
  const { t, href } = useReader();
  return (
    <InsetText>
      <p class="govuk-body">{t('my-listings.similar')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {similar.map(({ id, title, kind, sameOrganization }) => (
          <li key={id}>
            <a class="govuk-link" href={href(sameOrganization ? `/my/listings/${id}` : `/${kind === 'need' ? 'needs' : 'offers'}/${id}`)}>
              <bdi>{title}</bdi>
            </a>
            {sameOrganization && ` · ${t('my-listings.similar-own')}`}
          </li>
        ))}
      </ul>
    </InsetText>
  );
};
