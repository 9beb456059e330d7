import type { MatchGroup, MatchGroupView, MatchView } from '../../modules/matching/index.js';
import { MATCH_GROUPS } from '../../modules/matching/index.js';
import { Button, Details, Form, LinkButton, Pagination, Select } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';
import { MatchRows } from './match-rows.js';

export interface MatchesView {
  listings: readonly { id: string; reference: string; title: string }[];
  listingId: string | null;
  group: MatchGroup | null;
  /** By what is to be done, when nothing is filtered; otherwise a page of what was asked for. */
  groups: readonly MatchGroupView[] | null;
  page: { items: readonly MatchView[]; next: string | null } | null;
}

export const MatchesPage = (view: MatchesView) => {
  const { t } = useReader();
  const { listings, listingId, group, groups, page } = view;
  const listing = listings.find(({ id }) => id === listingId);
  return (
    <Layout title={t('match.my')}>
      <h1 class="govuk-heading-l">{t('match.my')}</h1>
      <p class="govuk-body">{t('match.my-lead')}</p>
      {listings.length > 0 && <Filter {...view} />}
      {groups && (groups.length > 0 ? groups.map((one) => <Group key={one.group} {...one} />) : <Nothing />)}
      {page && (
        <section aria-labelledby="found">
          <h2 class="govuk-heading-m" id="found">
            {group ? t(`match.group.${group}`) : t('match.best-first')}
            {listing && (
              <>
                {' '}
                <bdi dir="ltr">{listing.reference}</bdi>
              </>
            )}
          </h2>
          {page.items.length > 0 ? <MatchRows matches={page.items} /> : <p class="govuk-body">{t('match.none-here')}</p>}
          {page.next && <Next after={page.next} group={group} listingId={listingId} />}
        </section>
      )}
      {listings.length > 0 && <Downloads list="matches" />}
    </Layout>
  );
};

const addressOf = (filter: { group: string | null; listingId: string | null; after?: string }): string => {
  const query = new URLSearchParams();
  if (filter.listingId) query.set('listing', filter.listingId);
  if (filter.group) query.set('group', filter.group);
  if (filter.after) query.set('after', filter.after);
  return `/matches?${query.toString()}`;
};

const Next = ({ after, group, listingId }: { after: string; group: string | null; listingId: string | null }) => {
  const { href } = useReader();
  return <Pagination next={{ href: href(addressOf({ group, listingId, after })) }} />;
};

const Filter = ({ listings, listingId, group }: MatchesView) => {
  const { t, href } = useReader();
  const chosen = listings.map(({ id, reference, title }) => ({ value: id, text: `${reference} – ${title}` }));
  return (
    <Details summary={t('match.filter')} open={listingId !== null || group !== null}>
      <Form method="get" action={href('/matches')} class="gate-filter">
        <Select
          name="listing"
          label={t('match.filter-listing')}
          value={listingId ?? ''}
          items={[{ value: '', text: t('match.all') }, ...chosen]}
        />
        <Select
          name="group"
          label={t('match.filter-group')}
          value={group ?? ''}
          items={[{ value: '', text: t('match.all') }, ...MATCH_GROUPS.map((one) => ({ value: one, text: t(`match.group.${one}`) }))]}
        />
        <Button variant="secondary">{t('match.show')}</Button>
      </Form>
    </Details>
  );
};

const Group = ({ group, count, items }: MatchGroupView) => {
  const { t, href, format } = useReader();
  return (
    <section class="gate-group" aria-labelledby={`group-${group}`}>
      <h2 class="govuk-heading-m" id={`group-${group}`}>
        {t(`match.group.${group}`)} <span class="gate-count">{format.number(count)}</span>
      </h2>
      <p class="gate-quiet">{t(`match.group-hint.${group}`)}</p>
      <MatchRows matches={items} />
      {count > items.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(addressOf({ group, listingId: null }))}>
            {t('match.all-of-group', { count })}
          </a>
        </p>
      )}
    </section>
  );
};

const Nothing = () => {
  const { t, href } = useReader();
  return (
    <>
      <p class="govuk-body">{t('match.none')}</p>
      <LinkButton href={href('/my/listings/new')}>{t('match.none-next')}</LinkButton>
    </>
  );
};
