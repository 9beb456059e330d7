import { SummaryList, type SummaryRow, UserText } from '../components/index.js';
import { LevelBadge } from '../organizations-public/level-badge.js';
import { type Reader, useReader } from '../page/reader.js';
import type { ListingView } from './listing-view.js';

/** What stands in codes and days, in the reader's language whatever the listing is written in. */
export const Facts = ({ view }: { view: ListingView }) => <SummaryList rows={factsOf(useReader(), view)} />;

function factsOf(reader: Reader, view: ListingView): SummaryRow[] {
  const { t, format, href } = reader;
  const { organization, unnamed, kinds = [], codes, assuredAt, expiresAt, publishedAt, languages = [], enteredBy } = view;
  const sectors = [...new Set(codes.filter(({ scheme }) => scheme === 'crs').map(({ code }) => sectorName(reader, code)))];
  const row = (key: Parameters<Reader['t']>[0], value: SummaryRow['value'] | undefined | null): SummaryRow[] =>
    value === undefined || value === null || value === '' ? [] : [{ key: t(key), value }];
  return [
    ...row(
      'listing.fact.organization',
      organization && (
        <>
          <a class="govuk-link" href={href(`/organizations/${organization.id}`)}>
            <UserText>{organization.legalName}</UserText>
          </a>{' '}
          <LevelBadge level={organization.level} />
        </>
      ),
    ),
    ...row('listing.fact.organization', unnamed && unnamedWords(reader, unnamed)),
    ...row('listing.fact.wanted', kinds.length > 0 ? format.list(kinds.map((kind) => t(`kind.${kind}`))) : null),
    ...row('listing.fact.sector', lines(sectors)),
    ...row('listing.fact.goal', lines(goalNames(reader, view))),
    ...row('listing.fact.languages', languages.length > 0 ? format.list(languages.map((one) => format.languageName(one))) : null),
    ...row('listing.fact.published', publishedAt && format.date(publishedAt)),
    ...row('listing.fact.assured', assuredAt && format.date(assuredAt)),
    ...row('listing.fact.expires', expiresAt && format.date(expiresAt)),
    ...row('listing.fact.entered-by', enteredBy && t(`listing.entered-by.${enteredBy}`)),
  ];
}

const lines = (names: readonly string[]): SummaryRow['value'] | null =>
  names.length === 0
    ? null
    : names.map((name) => (
        <>
          {name}
          <br />
        </>
      ));

const sectorName = ({ name }: Reader, code: string): string =>
  name(code.length === 2 ? 'crs-group' : code.length === 3 ? 'crs-category' : 'crs', code);

/** Goals by name, each with the numbers of its targets: their texts are long, and not there in every language. */
function goalNames({ name, format }: Reader, { codes }: ListingView): string[] {
  const sdg = codes.filter(({ scheme }) => scheme.startsWith('sdg')).map(({ code }) => code);
  return [...new Set(sdg.map((code) => code.split('.')[0] ?? code))].map((goal) => {
    const targets = sdg.filter((code) => code.startsWith(`${goal}.`));
    return `${goal} ${name('sdg-goal', goal)}${targets.length > 0 ? ` (${format.list(targets)})` : ''}`;
  });
}

/** Of an owner who stays unnamed: what helps to judge her. */
function unnamedWords({ t, name, format }: Reader, unnamed: NonNullable<ListingView['unnamed']>) {
  const { type, size, level, levelSince, medianAnswerDays: days, knownToCentre } = unnamed;
  return (
    <>
      {t('listing.unnamed')}
      <br />
      {name('organization-type', type)}
      {size && `, ${t(`organization-public.size.${size as 'micro'}`)}`}
      <br />
      <LevelBadge level={level} /> {levelSince && t('listing.unnamed-since', { day: format.date(levelSince) })}
      {days !== null && (
        <>
          <br />
          {t('listing.unnamed-answers', { days })}
        </>
      )}
      {knownToCentre && (
        <>
          <br />
          {t('listing.unnamed-known')}
        </>
      )}
    </>
  );
}
