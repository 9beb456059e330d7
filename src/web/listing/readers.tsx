import { useReader } from '../page/reader.js';

/** How many organizations have opened the full text, by country. */
export interface ReadersView {
  total: number;
  countries: readonly { country: string; count: number }[];
}

export const Readers = ({ readers: { total, countries } }: { readers: ReadersView }) => {
  const { t, name, format } = useReader();
  return (
    <section class="gate-section">
      <h2 class="govuk-heading-m">{t('listing.readers')}</h2>
      <p class="govuk-body">{t('listing.readers-count', { count: total })}</p>
      {countries.length > 0 && (
        <ul class="govuk-list">
          {countries.map(({ country, count }) => (
            <li key={country}>
              {name('country', country)}: {format.number(count)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
