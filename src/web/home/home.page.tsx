import { renderToString } from 'preact-render-to-string';
import type { PublicFigures, PublicListing } from '../../modules/listings/index.js';
import { STYLESHEET_PATH } from '../assets/stylesheet.js';

/** What the first page shows: names of countries and kinds are already in the page's language. */
export interface HomeView {
  figures: PublicFigures;
  offers: readonly ListingLine[];
  needs: readonly ListingLine[];
}

export interface ListingLine extends Pick<PublicListing, 'id' | 'reference' | 'title' | 'teaser' | 'language' | 'isExample'> {
  /** Address of the listing in the API. */
  address: string;
  kindName: string;
  countryName: string;
}

// The words of a listing are its owner's: their language and direction are their own.
const Line = ({ line }: { line: ListingLine }) => (
  <li>
    <h3 lang={line.language} dir="auto">
      <a href={line.address}>{line.title}</a>
    </h3>
    {line.teaser && (
      <p lang={line.language} dir="auto">
        {line.teaser}
      </p>
    )}
    <p class="quiet">
      {line.kindName} · {line.countryName} · <span class="whole">{line.reference}</span>
      {line.isExample && ' · example'}
    </p>
  </li>
);

const Newest = ({ title, lines, none }: { title: string; lines: readonly ListingLine[]; none: string }) => (
  <section>
    <h2>{title}</h2>
    {lines.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul class="listings">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    )}
  </section>
);

const Figures = ({ figures }: { figures: PublicFigures }) => (
  <dl class="figures">
    {(['offers', 'needs', 'organizations', 'countries'] as const).map((name) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{figures[name]}</dd>
      </div>
    ))}
  </dl>
);

const Home = ({ figures, offers, needs }: HomeView) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>GATE: South-South Global Assets and Technology Exchange</title>
      <meta name="description" content="Where needs in developing countries meet technologies, solutions and financing from the South." />
      <link rel="stylesheet" href={STYLESHEET_PATH} />
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header>
        <p>
          <a class="brand" href="/">
            GATE
          </a>{' '}
          South-South Global Assets and Technology Exchange
        </p>
      </header>
      <main id="content">
        <h1>Where a need in one developing country meets an offer from another</h1>
        <p>
          Providers register technologies, development solutions and financing. Seekers post needs. Every pair is compared and the result
          explained; when both sides say yes and an administrator approves, the two are introduced. It is free of charge.
        </p>
        <Figures figures={figures} />
        <div class="columns">
          <Newest title="Newest needs" lines={needs} none="No needs have been published yet." />
          <Newest title="Newest offers" lines={offers} none="No offers have been published yet." />
        </div>
      </main>
      <footer>
        <p>
          <a href="/api/docs">Interface for programs</a> · <a href="/api/v1/search">Search (as data)</a> ·{' '}
          <a href="/api/v1/code-lists">Code lists</a>
        </p>
      </footer>
    </body>
  </html>
);

export const homePage = (view: HomeView): string => `<!doctype html>${renderToString(<Home {...view} />)}`;
