import { SummaryList } from '../components/index.js';
import { LevelTag } from '../desk/level-tag.js';
import { useReader } from '../page/reader.js';
import type { ReviewedListing } from './reviewed-listing.js';

/** Whose it is, how far she has been checked, and who entered it. */
export const ListingOwner = ({ listing: { organization, enteredBy } }: { listing: ReviewedListing }) => {
  const { actor, t, href, name } = useReader();
  // The centre of a facility reviews listings of countries whose organizations it does not serve.
  const serves = actor.kind === 'person' && (actor.administrator || actor.auditor || actor.officerOf.includes(organization.country));
  return (
    <section>
      <h2 class="govuk-heading-m">{t('review.owner')}</h2>
      <SummaryList
        rows={[
          {
            key: t('review.organization'),
            value: (
              <>
                {serves ? (
                  <a class="govuk-link" href={href(`/desk/organizations/${organization.id}`)} dir="auto">
                    {organization.legalName}
                  </a>
                ) : (
                  <bdi>{organization.legalName}</bdi>
                )}
                <br />
                {name('organization-type', organization.type)}, {name('country', organization.country)}
              </>
            ),
          },
          { key: t('review.level'), value: <LevelTag level={organization.level} /> },
          { key: t('review.entered-by'), value: t(`review.entered-by.${enteredBy ?? 'member'}`) },
        ]}
      />
    </section>
  );
};
