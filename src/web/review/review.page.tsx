import { Details, FormErrors, type FormState, InsetText, Tag, UserText, WarningText } from '../components/index.js';
import { Claim } from '../desk/claim.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { DeskKeys } from '../desk/desk-keys.js';
import { useReader } from '../page/reader.js';
import { ApproveForm } from './approve-form.js';
import { type Seen, SeenBefore } from './seen-before.js';
import { Endorsements } from './endorsements.js';
import { ListingFields } from './listing-fields.js';
import { ListingFiles } from './listing-files.js';
import { ListingHistory } from './listing-history.js';
import { ListingOwner } from './listing-owner.js';
import type { ReviewView } from './review-reading.js';
import { underReview } from './reviewed-listing.js';

export interface ReviewPageProps {
  view: ReviewView;
  form: FormState;
  /** What she had seen of it, where a decision came too late. */
  seen?: Seen | null;
}

/** All that a reviewer needs to decide on a listing, and the decision. */
export const ReviewPage = ({ view, form, seen = null }: ReviewPageProps) => {
  const { t, name } = useReader();
  const { listing, item, similar } = view;
  const revision = underReview(listing);
  const mayDecide = item !== null && listing.allowed.includes('approve') && view.briefing.obstacle === null;
  return (
    <DeskFrame title={revision.title} way={[{ text: t('review.queue'), path: '/desk/listings' }]} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      {seen && <SeenBefore view={view} seen={seen} note={form.values['note']} />}
      <span class="govuk-caption-l">
        {t(`kind.${listing.kind}`)} · {name('country', listing.organization.country)} · <bdi dir="ltr">{listing.reference}</bdi>
      </span>
      <h1 class="govuk-heading-l">
        <UserText language={revision.language}>{revision.title}</UserText>
      </h1>
      <Standing view={view} mayDecide={mayDecide} />
      {similar.length > 0 && <Similar view={view} />}
      <ListingOwner listing={listing} />
      <ListingFields view={view} />
      <ListingFiles listing={listing} />
      <Endorsements listing={listing} />
      <ListingHistory listing={listing} />
      {mayDecide && <ApproveForm view={view} form={form} />}
      <DeskKeys queue="/desk/listings" />
    </DeskFrame>
  );
};

/** Where it waits, until when, who has it, and whether she may decide. */
const Standing = ({ view: { listing, item, briefing }, mayDecide }: { view: ReviewView; mayDecide: boolean }) => {
  const { t, format } = useReader();
  if (item === null)
    return (
      <InsetText>
        {t('review.not-waiting')} <strong>{t(`review.state.${listing.state}`)}</strong>
      </InsetText>
    );
  const here = `/desk/listings/${item.id}`;
  return (
    <>
      <p class="gate-tags">
        <Tag>{t(`review.stage.${item.stage}`)}</Tag>
        {item.overdue && <Tag colour="orange">{t('review.overdue')}</Tag>}
        {!item.first && <Tag colour="blue">{t('review.change-waiting')}</Tag>}
        {listing.isExample && <Tag colour="grey">{t('listing.example')}</Tag>}
      </p>
      <p class="govuk-body">
        {t('review.waits-since', { date: format.date(item.since) })} · {t('review.due', { date: format.date(item.dueAt) })}
      </p>
      {briefing.obstacle && <WarningText>{t(`review.obstacle.${briefing.obstacle}`)}</WarningText>}
      <Claim
        claim={item.claimedBy === null ? null : { by: item.claimedBy, name: item.claimedByName }}
        mayDecide={mayDecide}
        to={{ claim: `${here}/claim`, release: `${here}/release`, assign: `${here}/assign` }}
      >
        {mayDecide && (
          <a class="govuk-link" href="#decision">
            {t('review.to-decision')}
          </a>
        )}
      </Claim>
    </>
  );
};

/** Listings that say nearly the same: perhaps it is there already. */
const Similar = ({ view: { similar } }: { view: ReviewView }) => {
  const { t, href, format } = useReader();
  return (
    <Details summary={t('review.similar')} open>
      <ul class="govuk-list govuk-list--bullet">
        {similar.map(({ id, kind, title, likeness, sameOrganization }) => (
          <li key={id}>
            <a
              class="govuk-link"
              href={href(sameOrganization ? `/desk/listings/${id}` : `/${kind === 'need' ? 'needs' : 'offers'}/${id}`)}
              dir="auto"
            >
              {title}
            </a>{' '}
            – {t('review.likeness', { share: format.percent(likeness) })}
            {sameOrganization && ` – ${t('review.same-organization')}`}
          </li>
        ))}
      </ul>
    </Details>
  );
};
