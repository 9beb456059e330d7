import { Tag, type TagProps } from '../components/index.js';
import type { ListingState, PendingState } from '../../modules/listings/index.js';
import { useReader } from '../page/index.js';

type Shown = ListingState | Exclude<PendingState, 'accepted' | 'dropped'>;

const COLOURS: Readonly<Record<Shown, TagProps['colour']>> = {
  draft: 'grey',
  submitted: 'blue',
  centre_review: 'blue',
  global_review: 'blue',
  changes_requested: 'orange',
  published: 'green',
  expiring: 'orange',
  paused: 'yellow',
  suspended: 'red',
  fulfilled: 'purple',
  expired: 'grey',
  withdrawn: 'grey',
  rejected: 'red',
  archived: 'grey',
};

/** Where a listing stands, in a word. */
export const StateTag = ({ state }: { state: ListingState }) => {
  const { t } = useReader();
  return <Tag colour={COLOURS[state]}>{t(`my-listings.state.${state}`)}</Tag>;
};
