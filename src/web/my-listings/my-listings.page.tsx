import type { ListingKind, ListingState, PendingState } from '../../modules/listings/index.js';
import { LinkButton, Pagination, Tag, UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/index.js';
import { SHOWN, type Shown } from './groups.js';
import { StateTag } from './state-tag.js';

export interface Line {
  id: string;
  reference: string;
  kind: ListingKind;
  state: ListingState;
  language: string;
  title: string;
  pendingState: PendingState | null;
  isExample: boolean;
}

export interface MyListingsView {
  items: readonly Line[];
  next: string | null;
  shown: Shown;
  counts: Readonly<Record<Shown, number>>;
  /** Whether she may enter one. */
  mayAdd: boolean;
}

/** Offers and needs of the organization, each with what has to be done next. */
export const MyListingsPage = ({ items, next, shown, counts, mayAdd }: MyListingsView) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('my-listings.title')}>
      <h1 class="govuk-heading-l">{t('my-listings.title')}</h1>
      {mayAdd && (
        <div class="gate-actions">
          <LinkButton href={href('/my/listings/new')}>{t('my-listings.new')}</LinkButton>
          <a class="govuk-link" href={href('/my/imports')}>
            {t('my-listings.import')}
          </a>
        </div>
      )}
      {counts.all > 0 && <Groups shown={shown} counts={counts} />}
      {items.length === 0 ? (
        <p class="govuk-body">{t(counts.all === 0 ? 'my-listings.none' : 'my-listings.none-here')}</p>
      ) : (
        <Lines items={items} />
      )}
      {next && <Pagination next={{ href: href(`/my/listings?show=${shown}&after=${encodeURIComponent(next)}`) }} />}
      {counts.all > 0 &&
        (['offers', 'needs'] as const).map((list) => (
          <Downloads key={list} list={list} query="mine=true&full=true" label={t(`place.${list}`)} />
        ))}
    </Layout>
  );
};

/** What comes next, of the change that waits before the listing itself. */
export const nextKey = (state: ListingState, pendingState: PendingState | null): MessageKey =>
  pendingState === null ? `my-listings.next.${state}` : (`my-listings.next.pending-${pendingState}` as MessageKey);

const Groups = ({ shown, counts }: Pick<MyListingsView, 'shown' | 'counts'>) => {
  const { t, href, format } = useReader();
  return (
    <nav class="gate-groups" aria-label={t('my-listings.groups')}>
      <ul>
        {SHOWN.filter((one) => counts[one] > 0 || one === shown).map((one) => (
          <li key={one}>
            <a href={href(`/my/listings?show=${one}`)} aria-current={one === shown ? 'page' : undefined}>
              {t(`my-listings.group.${one}`)} <bdi>({format.number(counts[one])})</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Lines = ({ items }: { items: readonly Line[] }) => {
  const { t, href } = useReader();
  return (
    <ul class="gate-listings">
      {items.map(({ id, kind, reference, state, title, language, pendingState, isExample }) => (
        <li key={id}>
          <h2 class="govuk-heading-s">
            <a class="govuk-link" href={href(`/my/listings/${id}`)}>
              <UserText language={language}>{title}</UserText>
            </a>
          </h2>
          <p class="gate-quiet">
            <StateTag state={state} /> {pendingState && <Tag colour="blue">{t('my-listings.change-waiting')}</Tag>} {t(`kind.${kind}`)} ·{' '}
            <bdi dir="ltr">{reference}</bdi>
            {isExample && ` · ${t('listing.example')}`}
          </p>
          <p class="govuk-body">{t(nextKey(state, pendingState))}</p>
        </li>
      ))}
    </ul>
  );
};
