import { useReader } from '../page/reader.js';

/** Parameters of a query; what is not said is left out. */
export const queryOf = (query: Readonly<Record<string, string | boolean | null | undefined>>): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();

interface DownloadsProps {
  /** Its name among the exports, and the query that filters it there. */
  list: string;
  query?: string;
  label?: string;
}

/** The whole of a list as a file: all its pages, as much as its reader may see. */
export const Downloads = ({ list, query = '', label }: DownloadsProps) => {
  const { t } = useReader();
  const address = (format: string): string => `/api/v1/exports/${list}?${query === '' ? '' : `${query}&`}format=${format}`;
  return (
    <p class="govuk-body gate-quiet gate-screen">
      {label ?? t('layout.whole-list')}:{' '}
      <a class="govuk-link" href={address('csv')} download>
        {t('layout.as-table')}
      </a>
      {' · '}
      <a class="govuk-link" href={address('jsonl')} download>
        {t('layout.as-json-lines')}
      </a>
    </p>
  );
};
