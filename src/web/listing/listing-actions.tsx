import { Button, Form } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { pathOf, type ListingView } from './listing-view.js';

const OPEN = ['published', 'expiring'];

/** The one thing to do here, and what else one may. */
export const ListingActions = ({ view, isOwn }: { view: ListingView; isOwn: boolean }) => {
  const { person, t, href } = useReader();
  const isNeed = view.kind === 'need';
  if (isOwn)
    return (
      <p class="govuk-body">
        <a class="govuk-button govuk-button--secondary" href={href(`/my/listings/${view.id}`)}>
          {t('listing.edit-own')}
        </a>
      </p>
    );
  if (!OPEN.includes(view.state)) return null;
  return (
    <div class="gate-actions">
      <a class="govuk-button" href={href(`${pathOf(view)}/${isNeed ? 'meet' : 'want'}`)}>
        {t(isNeed ? 'listing.meet' : 'listing.want')}
      </a>
      {person && !isNeed && (
        <Form action={href('/shortlist')}>
          <input type="hidden" name="listingId" value={view.id} />
          <Button variant="secondary" preventDoubleClick>
            {t('listing.shortlist')}
          </Button>
        </Form>
      )}
    </div>
  );
};
