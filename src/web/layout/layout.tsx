import type { ComponentChildren } from 'preact';
import { assets } from '../assets/assets.js';
import { WordsContext } from '../components/index.js';
import { FEED_NAMES, feedPath } from '../feeds/feed.js';
import { useReader } from '../page/reader.js';
import { Announcements } from './announcements.js';
import { Done } from './done.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { languageLinks } from './language-links.js';
import { Unverified } from './unverified.js';
import { wordsOf } from './words.js';

export interface LayoutProps {
  /** Of the browser's window, before the name of the exchange. */
  title: string;
  /** For search engines and shared links; public pages alone have one. */
  description?: string;
  /** A page that everybody may read: its other languages are named to search engines. */
  isPublic?: boolean;
  /** Feed readers find what is newly published from this page. */
  hasFeeds?: boolean;
  /** Before the heading: breadcrumbs or a way back. */
  before?: ComponentChildren;
  /** A form that was refused: the title says so first. */
  hasFaults?: boolean;
  /** For a page that shows how far something is: it is asked for again by itself. */
  refreshSeconds?: number;
  children: ComponentChildren;
}

/** What every page has: the head, the way to its content, header, footer, and the words of its components. */
export const Layout = ({ title, before, hasFaults = false, children, ...head }: LayoutProps) => {
  const { language, direction, translator, t } = useReader();
  return (
    <html lang={language} dir={direction} class="govuk-template">
      <Head title={`${hasFaults ? t('layout.faults', { title }) : title} – GATE`} {...head} />
      <body class="govuk-template__body">
        <WordsContext.Provider value={wordsOf(translator)}>
          <a href="#main" class="govuk-skip-link">
            {t('layout.skip')}
          </a>
          <Header />
          <Announcements />
          <Unverified />
          <div class="govuk-width-container">
            {before}
            <main class="govuk-main-wrapper" id="main" tabIndex={-1}>
              <Done />
              {children}
            </main>
          </div>
          <Footer />
        </WordsContext.Provider>
      </body>
    </html>
  );
};

type HeadProps = Pick<LayoutProps, 'title' | 'description' | 'isPublic' | 'hasFeeds' | 'refreshSeconds'>;

const Head = ({ title, description, isPublic = false, hasFeeds = false, refreshSeconds }: HeadProps) => {
  const { direction, path, origin, href } = useReader();
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(refreshSeconds)} />}
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {isPublic ? <Alternates path={path} origin={origin} here={href(path)} /> : <meta name="robots" content="noindex" />}
      {isPublic && <Shared title={title} description={description} address={`${origin}${href(path)}`} />}
      {hasFeeds && <Feeds />}
      <meta name="theme-color" content="#083f54" />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={direction === 'rtl' ? assets.rtl : assets.ltr} />
      <script type="module" src={assets.script} />
    </head>
  );
};

const Alternates = ({ path, origin, here }: { path: string; origin: string; here: string }) => (
  <>
    <link rel="canonical" href={`${origin}${here}`} />
    {languageLinks(path).map(({ language, href }) => (
      <link key={language} rel="alternate" hreflang={language} href={`${origin}${href}`} />
    ))}
    <link rel="alternate" hreflang="x-default" href={`${origin}${path}`} />
  </>
);

/** What is shown where somebody shares the address (Open Graph). */
const Shared = ({ title, description, address }: { title: string; description: string | undefined; address: string }) => (
  <>
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="GATE" />
    <meta property="og:title" content={title} />
    {description && <meta property="og:description" content={description} />}
    <meta property="og:url" content={address} />
  </>
);

const Feeds = () => {
  const { language, t } = useReader();
  return (
    <>
      {FEED_NAMES.map((name) => (
        <link key={name} rel="alternate" type="application/atom+xml" title={t(`home.newest-${name}`)} href={feedPath(name, language)} />
      ))}
    </>
  );
};
