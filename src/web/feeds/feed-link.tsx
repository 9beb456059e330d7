import { useReader } from '../page/reader.js';
import { type FeedName, feedPath } from './feed.js';

/** For those who follow what is new with a feed reader. */
export const FeedLink = ({ name }: { name: FeedName }) => {
  const { t, language } = useReader();
  return (
    <p class="gate-quiet">
      <a class="govuk-link" href={feedPath(name, language)} type="application/atom+xml">
        {t(`search.${name}.feed`)}
      </a>
    </p>
  );
};
