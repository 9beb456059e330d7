/** Languages the code lists are named in; a list taken from outside may have fewer, `CodeBook.name` then falls back to English. */
export const NAME_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

export interface SchemeDefinition {
  readonly scheme: string;
  /** The list that `parent` codes belong to, when it is not this one. */
  readonly parentScheme?: string;
  /** Where the shipped items come from; the long form is in data/SOURCES.md. */
  readonly source: string;
}

const OWN = 'GATE';
const IATI = 'IATI / OECD DAC';

/** Every code list there is. A new list starts here, with its items in data/<scheme>.csv or data/lists-*.csv. */
export const SCHEMES = [
  { scheme: 'country', parentScheme: 'region', source: 'ISO 3166-1 / UN M49' },
  { scheme: 'region', source: 'UN M49' },
  { scheme: 'group', source: 'United Nations' },
  { scheme: 'sdg-goal', source: 'United Nations' },
  { scheme: 'sdg-target', parentScheme: 'sdg-goal', source: 'United Nations' },
  { scheme: 'crs', parentScheme: 'crs-category', source: IATI },
  { scheme: 'crs-category', parentScheme: 'crs-group', source: IATI },
  { scheme: 'crs-group', source: IATI },
  { scheme: 'bapa', source: 'GATE, provisional' },
  { scheme: 'trl', source: OWN },
  { scheme: 'currency', source: 'ISO 4217 / Unicode CLDR' },
  { scheme: 'language', source: 'ISO 639-1 / Unicode CLDR' },
  { scheme: 'attribute', parentScheme: 'crs-group', source: OWN },
  { scheme: 'unit', source: OWN },
  { scheme: 'reason', source: OWN },
  { scheme: 'outcome', source: OWN },
  { scheme: 'listing-kind', source: OWN },
  { scheme: 'organization-type', source: IATI },
  { scheme: 'finance-category', source: IATI },
  { scheme: 'finance-type', parentScheme: 'finance-category', source: IATI },
  { scheme: 'finance-stage', source: OWN },
  { scheme: 'flow-type', source: IATI },
  { scheme: 'aid-category', source: IATI },
  { scheme: 'aid-type', parentScheme: 'aid-category', source: IATI },
  { scheme: 'cooperation', source: OWN },
  { scheme: 'ip-status', source: OWN },
  { scheme: 'evidence', source: OWN },
  { scheme: 'support', source: OWN },
  { scheme: 'applicant', source: OWN },
] as const satisfies readonly SchemeDefinition[];

export type Scheme = (typeof SCHEMES)[number]['scheme'];

const byName = new Map<string, SchemeDefinition>(SCHEMES.map((definition) => [definition.scheme, definition]));

export const findScheme = (scheme: string): SchemeDefinition | undefined => byName.get(scheme);
