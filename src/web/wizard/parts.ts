import { type ListingKind, OFFER_KINDS, TEASER_MAX } from '../../modules/listings/index.js';
import type { Field, Part } from './fields.js';
import { financingParts } from './parts-financing.js';
import { needParts } from './parts-need.js';
import { solutionParts } from './parts-solution.js';
import { technologyParts } from './parts-technology.js';

/** What everybody is asked first. */
const basics = (...more: Field[]): Part => ({
  key: 'basics',
  fields: [
    { type: 'text', name: 'title' },
    { type: 'area', name: 'teaser', max: TEASER_MAX },
    { type: 'area', name: 'description', max: 20_000 },
    { type: 'choice', name: 'language', scheme: 'language' },
    ...more,
  ],
});

const GROUPS = ['group:LDC', 'group:LLDC', 'group:SIDS', 'group:SOUTH'];
const reach = (wanted: string): Part => ({
  key: 'reach',
  fields: [
    { type: 'names', name: wanted, of: 'place', ticks: GROUPS },
    { type: 'names', name: 'countriesRefused', of: 'place', ticks: [] },
    { type: 'names', name: 'languages', of: 'language', ticks: ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'] },
    { type: 'yes-no', name: 'interpreter' },
    { type: 'contact', name: 'contactPersonId' },
  ],
});

const specifications: Part = {
  key: 'specifications',
  fields: [
    {
      type: 'rows',
      name: 'specifications',
      max: 60,
      fields: [
        { type: 'attribute', name: 'attribute' },
        { type: 'measure', name: 'value' },
        { type: 'number', name: 'min' },
        { type: 'number', name: 'max' },
        { type: 'unit', name: 'unit' },
      ],
    },
  ],
};

// Questions with pages of their own: each has its handlers.
const sector: Part = { key: 'sector', fields: [] };
const others: readonly Part[] = [
  { key: 'files', fields: [] },
  { key: 'languages', fields: [] },
  { key: 'levels', fields: [] },
];

const PARTS: Readonly<Record<ListingKind, readonly Part[]>> = {
  technology: [basics(), sector, ...technologyParts, reach('countriesOffered'), specifications, ...others],
  solution: [basics(), sector, ...solutionParts, reach('countriesOffered'), specifications, ...others],
  financing: [basics(), sector, ...financingParts, reach('countriesOffered'), specifications, ...others],
  need: [
    basics({ type: 'choices', name: 'kinds', scheme: 'listing-kind', codes: OFFER_KINDS }, { type: 'yes-no', name: 'anonymous' }),
    sector,
    ...needParts,
    reach('countriesPreferred'),
    ...others,
  ],
};

/** The pages of the wizard for a kind, in their order. */
export const partsOf = (kind: ListingKind): readonly Part[] => PARTS[kind];

export const partOf = (kind: ListingKind, key: string): Part | undefined => PARTS[kind].find((part) => part.key === key);

/** The page after this one; undefined after the last. */
export function partAfter(kind: ListingKind, key: string): Part | undefined {
  const parts = PARTS[kind];
  return parts[parts.findIndex((part) => part.key === key) + 1];
}

/** Fields of the content that have pages of their own. */
const OWN_PAGES: Readonly<Record<string, string>> = { codes: 'sector', attachments: 'files', texts: 'languages', levels: 'levels' };

/** The page on which a field of the content is asked for. */
export function partWith(kind: ListingKind, path: string): Part | undefined {
  const [top = ''] = path.split('.');
  const own = OWN_PAGES[top];
  const asks = ({ name }: Field): boolean => path === name || path.startsWith(`${name}.`);
  return PARTS[kind].find((part) => (own === undefined ? part.fields.some(asks) : part.key === own));
}

/** The question behind a path; undefined for what has a page of its own. */
export const fieldWith = (kind: ListingKind, path: string): Field | undefined =>
  PARTS[kind].flatMap(({ fields }) => fields).find(({ name }) => path === name || path.startsWith(`${name}.`));
