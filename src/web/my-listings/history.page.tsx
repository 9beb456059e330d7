import type { ComponentChildren } from 'preact';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import type { Difference } from '../../modules/listings/index.js';
import { UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { labelOf } from '../wizard/field-texts.js';
import { contentOf, type OwnListing } from '../wizard/own-listings.js';
import { fieldWith } from '../wizard/parts.js';
import { Told } from '../wizard/told.js';
import { Answers } from './answers.js';
import { historyOf } from './history.js';
import { ToldOwn } from './told-own.js';

const Frame = ({ listing, title, children }: { listing: OwnListing; title: string; children: ComponentChildren }) => {
  const { t, href } = useReader();
  const content = contentOf(listing);
  return (
    <Layout title={title} before={<WayBack href={href(`/my/listings/${listing.id}`)} text={t('my-listings.back')} />}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <UserText language={content.language}>{content.title}</UserText>
        </span>
        {title}
      </h1>
      {children}
    </Layout>
  );
};

/** What has happened to a listing and by whom, the newest first. */
export const HistoryPage = ({ listing }: { listing: OwnListing }) => {
  const { t, format, name } = useReader();
  return (
    <Frame listing={listing} title={t('my-listings.history')}>
      <ol class="gate-history">
        {historyOf(listing).map(({ at, what, by, person, reason, note }, i) => (
          <li key={i}>
            <p class="gate-quiet">
              {format.moment(at)}
              {by && ` · ${t(`my-listings.by.${by}`)}`}
              {person && (
                <>
                  {' '}
                  (<UserText>{person}</UserText>)
                </>
              )}
            </p>
            <p class="govuk-body">
              {t(`my-listings.happened.${what}`)}
              {reason && ` – ${name('reason', reason)}`}
            </p>
            {note && (
              <p class="govuk-body">
                <UserText>{note}</UserText>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Frame>
  );
};

/** What a change that waits would make otherwise, field by field: what everybody reads now beside what would stand there. */
export const ChangesPage = ({ listing, items, book }: { listing: OwnListing; items: readonly Difference[]; book: CodeBook }) => {
  const { t, translator } = useReader();
  return (
    <Frame listing={listing} title={t('my-listings.changes')}>
      {items.length === 0 && <p class="govuk-body">{t('my-listings.changes-none')}</p>}
      {items.map(({ path, from, to }) => (
        <section key={path} class="gate-row">
          <h2 class="govuk-heading-s">{labelOf(translator, path)}</h2>
          <dl class="gate-columns gate-before-after">
            <div>
              <dt>{t('my-listings.now')}</dt>
              <dd>
                <ToldAt listing={listing} path={path} value={from} book={book} />
              </dd>
            </div>
            <div>
              <dt>{t('my-listings.then')}</dt>
              <dd>
                <ToldAt listing={listing} path={path} value={to} book={book} />
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </Frame>
  );
};

const ToldAt = ({ listing, path, value, book }: { listing: OwnListing; path: string; value: unknown; book: CodeBook }) => {
  const field = fieldWith(listing.kind, path);
  return field ? (
    <Told field={field} value={value} language={contentOf(listing).language} book={book} />
  ) : (
    <ToldOwn path={path} value={value} />
  );
};

/** Everything that was answered. */
export const AnswersPage = ({ listing, book, canEdit }: { listing: OwnListing; book: CodeBook; canEdit: boolean }) => {
  const { t } = useReader();
  return (
    <Frame listing={listing} title={t('my-listings.answers')}>
      <Answers listing={listing} book={book} canEdit={canEdit} />
    </Frame>
  );
};
