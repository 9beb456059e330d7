import type { Page } from '../../kernel/pagination.js';
import type { EndingListing } from '../../modules/reviews/index.js';
import { useReader } from '../page/reader.js';
import { DeskFrame, DeskListingLine, More } from './desk-frame.js';

/** Listings of the desk's countries that end soon unless their owners renew them. */
export const ExpiringPage = ({ page: { items, next } }: { page: Page<EndingListing> }) => {
  const { t, format } = useReader();
  return (
    <DeskFrame title={t('desk.expiring')}>
      <h1 class="govuk-heading-l">{t('desk.expiring')}</h1>
      <p class="govuk-body">{t('desk.expiring-text')}</p>
      {items.length === 0 && <p class="govuk-body">{t('desk.expiring-none')}</p>}
      <ul class="gate-listings">
        {items.map((listing) => (
          <li key={listing.id}>
            <DeskListingLine listing={listing} to={`/desk/listings/${listing.id}`} />
            <p class="govuk-body">{t('desk.ends-on', { date: format.date(listing.expiresAt) })}</p>
          </li>
        ))}
      </ul>
      <More next={next} />
    </DeskFrame>
  );
};
