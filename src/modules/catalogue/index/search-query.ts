export const SORTS = ['relevance', 'date', 'closing'] as const;

export interface SearchQuery {
  q?: string;
  kind?: readonly string[];
  sdg?: readonly string[];
  crs?: readonly string[];
  /** How far around a code of sdg and crs: what lies below it when left out, only itself, or its parent with all below that. */
  near?: 'exact' | 'down' | 'up';
  country?: readonly string[];
  group?: readonly string[];
  lang?: string;
  /** Language of the reader: cards are shown in it where there is a text, whatever languages are searched. */
  reads?: string;
  readiness?: readonly number[];
  instrument?: readonly string[];
  size?: readonly string[];
  sort?: (typeof SORTS)[number];
  limit: number;
  after?: string;
}
