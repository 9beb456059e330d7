// Listings by the thousand, the same for the same number: words by Zipf's law, codes and countries as they lie in the code lists.
const COUNTRIES = ['KE', 'UG', 'TZ', 'MZ', 'MW', 'ET', 'GH', 'SN', 'NG', 'EG', 'IN', 'BD', 'NP', 'VN', 'ID', 'BR', 'CO', 'PE', 'BO', 'FJ'];
const SECTORS = [
  '14030',
  '14031',
  '14050',
  '31120',
  '31140',
  '31161',
  '23231',
  '23230',
  '12220',
  '12230',
  '11220',
  '41030',
  '43040',
  '32130',
];
const KINDS = ['technology', 'technology', 'solution', 'need', 'need'];
const LANGUAGES = ['en', 'en', 'en', 'fr', 'es', 'pt'];
const VOCABULARY = 30_000;
const SYLLABLES = [
  'wa',
  'ter',
  'so',
  'lar',
  'pu',
  'mi',
  'ra',
  'gen',
  'to',
  'ka',
  'lim',
  've',
  'bor',
  'sti',
  'den',
  'no',
  'qua',
  'fer',
  'li',
  'tas',
];

/** Numbers in 0..1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The word of a rank; the lower the rank, the more often it stands in texts. */
export function wordOf(rank) {
  let word = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

const zipf = (next) => Math.floor(VOCABULARY ** next()) - 1;
const text = (next, words) => Array.from({ length: words }, () => wordOf(zipf(next))).join(' ');
const oneOf = (next, list) => list[Math.floor(next() * list.length)];

/** What a listing says: about 180 words, as a row of its table. */
export function syntheticListing(number, parse) {
  const next = random(number + 1);
  const kind = oneOf(next, KINDS);
  const country = oneOf(next, COUNTRIES);
  const sector = oneOf(next, SECTORS);
  const goal = 1 + Math.floor(next() * 17);
  const content = parse(kind, {
    title: text(next, 6),
    teaser: text(next, 20),
    description: text(next, 100 + Math.floor(next() * 110)),
    codes: [
      { scheme: 'crs', code: sector, main: true },
      { scheme: 'sdg-goal', code: `${goal}` },
    ],
    ...(kind === 'need' ? { country, budget: { max: Math.floor(10 ** (3 + next() * 4)), currency: 'USD' } } : {}),
    ...(kind === 'technology' ? { details: { readiness: 1 + Math.floor(next() * 9) } } : {}),
  });
  return { kind, country, language: oneOf(next, LANGUAGES), content };
}
