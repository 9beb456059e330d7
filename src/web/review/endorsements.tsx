import { Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';
import type { ReviewedListing } from './reviewed-listing.js';

const ENDED = ['fulfilled', 'withdrawn', 'rejected', 'expired', 'archived'];

/** Who of the government of its owner's country stands behind it. Officers of that country record more, and withdraw. */
export const Endorsements = ({ listing: { id, state, organization, endorsements } }: { listing: ReviewedListing }) => {
  const { actor, t, href } = useReader();
  const mayRecord = actor.kind === 'person' && actor.officerOf.includes(organization.country);
  return (
    <section id="endorsements">
      <h2 class="govuk-heading-m">{t('review.endorsements')}</h2>
      {endorsements.length === 0 && <p class="govuk-body">{t('review.no-endorsement')}</p>}
      <ul class="gate-listings">
        {endorsements.map((one) => (
          <Endorsement key={one.id} one={one} listingId={id} mayRecord={mayRecord} />
        ))}
      </ul>
      {mayRecord && !ENDED.includes(state) && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`/desk/listings/${id}/endorsements/new`)}>
            {t('review.record-endorsement')}
          </a>
        </p>
      )}
    </section>
  );
};

interface OneProps {
  one: ReviewedListing['endorsements'][number];
  listingId: string;
  mayRecord: boolean;
}

const Endorsement = ({ one, listingId, mayRecord }: OneProps) => {
  const { t, name, href, format } = useReader();
  const at = `/desk/listings/${listingId}/endorsements/${one.id ?? ''}`;
  return (
    <li>
      <h3 class="govuk-heading-s">
        <bdi>{one.institution}</bdi>
      </h3>
      <p class="govuk-body">
        <bdi>{one.person}</bdi>, <bdi>{one.position}</bdi>
        <br />
        {t('review.letter')} <bdi>{one.document}</bdi>, {format.date(one.on)}
        {one.until && ` – ${format.date(one.until)}`}
      </p>
      {one.state !== 'in-force' && (
        <p class="govuk-body">
          <Tag colour="grey">{t(`review.endorsement.${one.state ?? 'expired'}`)}</Tag> {one.reason && name('reason', one.reason)}{' '}
          {one.note && <bdi>{one.note}</bdi>}
        </p>
      )}
      <p class="govuk-body gate-links">
        {one.letter && (
          <a class="govuk-link" href={`/api/v1/listings/${listingId}/endorsements/${one.id}/letter`}>
            {t('review.open-letter', { size: format.bytes(one.letter.bytes) })}
          </a>
        )}
        {mayRecord && one.state === 'in-force' && !one.letter && (
          <a class="govuk-link" href={href(`${at}/letter`)}>
            {t('review.add-letter')}
          </a>
        )}
        {mayRecord && one.state === 'in-force' && (
          <a class="govuk-link" href={href(`${at}/withdraw`)}>
            {t('review.withdraw-endorsement')}
          </a>
        )}
      </p>
    </li>
  );
};
