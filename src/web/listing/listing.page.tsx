import type { ComponentChildren } from 'preact';
import { Breadcrumbs, SummaryList, type SummaryRow, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { Attachments, Endorsements } from './listing-papers.js';
import { Facts } from './listing-facts.js';
import { LanguageNote, type LanguageState } from './language-note.js';
import { ListingActions } from './listing-actions.js';
import { pathOf, readingOf, type ListingView } from './listing-view.js';
import { type Section } from './field-words.js';
import { needSections } from './need-sections.js';
import { offerSections } from './offer-sections.js';
import { Readers, type ReadersView } from './readers.js';

export interface ListingPageView {
  view: ListingView;
  language: LanguageState;
  /** For its owner: who has opened the full text. */
  readers: ReadersView | null;
  /** She acts for its owner. */
  isOwn: boolean;
}

/** One offer or need, as much of it as its reader may see. */
export const ListingPage = ({ view, language, readers, isOwn }: ListingPageView) => {
  const reader = useReader();
  const { t, href, name } = reader;
  const isNeed = view.kind === 'need';
  const title = readingOf(view, 'title', view.title);
  const teaser = readingOf(view, 'teaser', view.teaser);
  const isVisitor = view.closed === undefined && view.details === undefined;
  const sections = (isVisitor ? [] : isNeed ? needSections(reader, view) : offerSections(reader, view)).filter(
    ({ lines }) => lines.length > 0,
  );
  // Codes have names in every language: where she cannot read the text, they come first.
  const body = [<Facts key="facts" view={view} />, ...(teaser ? [<Lead key="teaser" reading={teaser} />] : [])];
  return (
    <Layout
      title={title?.text ?? view.title}
      description={teaser?.text}
      isPublic
      before={
        <Breadcrumbs
          items={[{ href: href(isNeed ? '/needs' : '/offers'), text: t(isNeed ? 'listing.back-needs' : 'listing.back-offers') }]}
        />
      }
    >
      <p class="gate-quiet">
        {t(`kind.${view.kind}`)} · {name('country', view.country)} · <bdi dir="ltr">{view.reference}</bdi>
        {view.isExample && ` · ${t('listing.example')}`}
      </p>
      <h1 class="govuk-heading-l">
        <UserText language={title?.language}>{title?.text}</UserText>
      </h1>
      <LanguageNote view={view} state={language} />
      {language.reads ? [...body].reverse() : body}
      <ListingActions view={view} isOwn={isOwn} />
      {isVisitor && <Join view={view} />}
      {sections.map((section) => (
        <SectionOf key={section.title} section={section} />
      ))}
      <Attachments view={view} />
      <Endorsements view={view} />
      <Closed view={view} />
      {readers && <Readers readers={readers} />}
    </Layout>
  );
};

const Lead = ({ reading: { text, language } }: { reading: { text: string; language: string } }) => (
  <p class="govuk-body-l">
    <UserText language={language}>{text}</UserText>
  </p>
);

const SectionOf = ({ section: { title, lines } }: { section: Section }) => {
  const { t } = useReader();
  const rows: SummaryRow[] = lines.map(({ label, value }) => ({ key: t(label), value: <Value>{value}</Value> }));
  return (
    <section class="gate-section">
      <h2 class="govuk-heading-m">{t(title)}</h2>
      <SummaryList rows={rows} />
    </section>
  );
};

/** Paragraphs stay as they were written. */
const Value = ({ children }: { children: ComponentChildren }) => <div class="gate-words">{children}</div>;

/** What joining opens, and how it is done. */
const Join = ({ view }: { view: ListingView }) => {
  const { person, t, href } = useReader();
  const points = ['text', 'who', 'questions'] as const;
  return (
    <section class="gate-join">
      <h2 class="govuk-heading-m">{t(person ? 'listing.join-member' : 'listing.join')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {points.map((point) => (
          <li key={point}>{t(`listing.join.${point}`)}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {person ? (
          <a class="govuk-link" href={href('/organization')}>
            {t('listing.join-organization')}
          </a>
        ) : (
          <a class="govuk-link" href={href(`/sign-up?next=${encodeURIComponent(pathOf(view))}`)}>
            {t('listing.join-now')}
          </a>
        )}
      </p>
    </section>
  );
};

/** Parts that somebody else may read, and who. */
const Closed = ({ view: { closed = {} } }: { view: ListingView }) => {
  const { t, translator, format } = useReader();
  const groups = (level: number) =>
    Object.entries(closed)
      .filter(([, at]) => at === level)
      .map(([group]) => `listing.group.${group}`)
      .flatMap((key) => (translator.has(key) ? [t(key)] : []));
  const lines = ([2, 3] as const).map((level) => [level, groups(level)] as const).filter(([, names]) => names.length > 0);
  if (lines.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      {lines.map(([level, names]) => (
        <p key={level} class="govuk-body">
          {t(level === 2 ? 'listing.closed-verified' : 'listing.closed-introduced', { parts: format.list(names) })}
        </p>
      ))}
    </div>
  );
};
