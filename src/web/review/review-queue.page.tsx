import type { Page } from '../../kernel/pagination.js';
import { LISTING_KINDS, REVIEW_STAGES } from '../../modules/listings/index.js';
import type { ReviewItem, ReviewsQuery } from '../../modules/reviews/index.js';
import {
  Button,
  Checkboxes,
  Details,
  Form,
  FormErrors,
  type FormState,
  Select,
  type SelectItem,
  Tag,
  UserText,
} from '../components/index.js';
import { DeskFrame, More } from '../desk/desk-frame.js';
import { DeskKeys, keyTo } from '../desk/desk-keys.js';
import { Downloads, queryOf } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';

export interface QueueView {
  page: Page<ReviewItem>;
  query: ReviewsQuery;
  choices: { countries: readonly string[]; languages: readonly string[] };
  form: FormState;
}

/** What waits for review, the soonest due first. */
export const ReviewQueuePage = ({ page: { items, next }, query, choices, form }: QueueView) => {
  const { t, href } = useReader();
  const { limit: _, after: __, ...narrowed } = query;
  const isFiltered = Object.values(narrowed).some((one) => one !== undefined);
  return (
    <DeskFrame title={t('review.queue')} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('review.queue')}</h1>
      <Details summary={t('review.filter')} open={isFiltered}>
        <Filters query={query} choices={choices} />
      </Details>
      {items.length === 0 && (
        <p class="govuk-body">
          {t(isFiltered ? 'review.none-such' : 'review.none')}{' '}
          <a class="govuk-link" href={href(isFiltered ? '/desk/listings' : '/desk')}>
            {t(isFiltered ? 'review.show-all' : 'review.to-desk')}
          </a>
        </p>
      )}
      <Form action={href('/desk/listings/take')}>
        <ul class="gate-listings" id="id">
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
        {items.some(isFree) && <Button variant="secondary">{t('review.take-ticked')}</Button>}
      </Form>
      <More next={next} />
      {items.length > 0 && <Downloads list="reviews" query={queryOf(narrowed)} />}
      <DeskKeys queue="/desk" />
    </DeskFrame>
  );
};

const Filters = ({ query, choices }: Pick<QueueView, 'query' | 'choices'>) => {
  const { t, href, name, format } = useReader();
  const any = { value: '', text: t('review.any') };
  const selects: {
    name: 'stage' | 'kind' | 'country' | 'language' | 'readable' | 'mine';
    value: string | undefined;
    items: SelectItem[];
  }[] = [
    { name: 'stage', value: query.stage, items: REVIEW_STAGES.map((value) => ({ value, text: t(`review.stage.${value}`) })) },
    { name: 'kind', value: query.kind, items: LISTING_KINDS.map((value) => ({ value, text: t(`kind.${value}`) })) },
    { name: 'country', value: query.country, items: choices.countries.map((value) => ({ value, text: name('country', value) })) },
    { name: 'language', value: query.language, items: choices.languages.map((value) => ({ value, text: format.languageName(value) })) },
    {
      name: 'readable',
      value: query.readable ? 'true' : undefined,
      items: [{ value: 'true', text: t('review.readable') }],
    },
    {
      name: 'mine',
      value: query.mine === undefined ? undefined : String(query.mine),
      items: ['true', 'false'].map((value) => ({ value, text: t(value === 'true' ? 'review.mine' : 'review.free') })),
    },
  ];
  return (
    <Form method="get" action={href('/desk/listings')} class="gate-filters">
      {selects.map(({ name: field, value, items }) => (
        <Select
          key={field}
          name={field}
          label={t(`review.filter.${field}`)}
          items={[any, ...format.sorted(items, ({ text }) => text)]}
          value={value ?? ''}
        />
      ))}
      <Button variant="secondary">{t('review.filter-submit')}</Button>
    </Form>
  );
};

const isFree = ({ claimedBy }: ReviewItem): boolean => claimedBy === null;

const Item = ({ item }: { item: ReviewItem }) => {
  const { t, href, name, format } = useReader();
  const { id, title, language, kind, ownerCountry, reference, stage, since, dueAt, overdue, first, claimedByName } = item;
  return (
    <li>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={href(`/desk/listings/${id}`)} {...keyTo('row')}>
          <UserText language={language}>{title}</UserText>
        </a>
      </h2>
      <p class="gate-quiet">
        {t(`kind.${kind}`)} · {name('country', ownerCountry)} · {format.languageName(language)} · <bdi dir="ltr">{reference}</bdi>
      </p>
      <p class="govuk-body">
        {t(`review.stage.${stage}`)} · {t('review.waits-since', { date: format.date(since) })} ·{' '}
        {t('review.due', { date: format.date(dueAt) })}
      </p>
      <p class="gate-tags">
        {overdue && <Tag colour="orange">{t('review.overdue')}</Tag>}
        {!first && <Tag colour="blue">{t('review.change-waiting')}</Tag>}
        {claimedByName === null ? (
          <Tag colour="grey">{t('review.nobody')}</Tag>
        ) : (
          <Tag colour="teal">
            {t('review.taken-by')} <bdi>{claimedByName}</bdi>
          </Tag>
        )}
      </p>
      {isFree(item) && (
        <Checkboxes
          name="id"
          idPrefix={`take-${id}`}
          class="govuk-checkboxes--small"
          items={[{ value: id, text: [t('review.tick'), <span class="govuk-visually-hidden">: {title}</span>] }]}
        />
      )}
    </li>
  );
};
