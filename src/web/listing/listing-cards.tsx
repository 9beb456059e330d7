import type { PublicListing } from '../../modules/listings/index.js';
import { UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';

type Card = Pick<PublicListing, 'id' | 'kind' | 'reference' | 'title' | 'teaser' | 'language' | 'country' | 'isExample'>;

/** Listings as everybody may see them, one below the other. The words of a listing are its owner's: their language is their own. */
export const ListingCards = ({ listings }: { listings: readonly Card[] }) => (
  <ul class="gate-listings">
    {listings.map((listing) => (
      <ListingCard key={listing.id} listing={listing} />
    ))}
  </ul>
);

const ListingCard = ({ listing: { id, kind, reference, title, teaser, language, country, isExample } }: { listing: Card }) => {
  const { t, href, name, format, language: reads } = useReader();
  return (
    <li>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={href(`/${kind === 'need' ? 'needs' : 'offers'}/${id}`)}>
          <UserText language={language}>{title}</UserText>
        </a>
      </h3>
      {teaser && (
        <p class="govuk-body">
          <UserText language={language}>{teaser}</UserText>
        </p>
      )}
      <p class="gate-quiet">
        {t(`kind.${kind}`)} · {name('country', country)} · <bdi dir="ltr">{reference}</bdi>
        {language !== reads && ` · ${t('listing.in-language', { language: format.languageName(language) })}`}
        {isExample && ` · ${t('listing.example')}`}
      </p>
    </li>
  );
};
