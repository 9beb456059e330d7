import { levelGives, listingRight, ORGANIZATION_LEVELS, type OrganizationLevel } from '../../../organizations/index.js';
import { dayOf } from '../days.js';
import { languageFit, refusesInterpreter } from '../languages.js';
import { rule } from './rule.js';

/** The need asks for this kind of offer. */
export const kindRule = rule('kind', ({ need, offer }, { passed, failed }) =>
  need.content.kinds.includes(offer.kind) ? passed('wanted', { kind: offer.kind }) : failed('not-wanted', { kind: offer.kind }),
);

/** Neither has expired on the day, and money is only suggested while its window has not closed. */
export const openRule = rule('open', ({ need, offer, day }, { passed, failed }) => {
  if (dayOf(need.expiresAt) < day) return failed('need-expired', { date: dayOf(need.expiresAt) });
  if (dayOf(offer.expiresAt) < day) return failed('offer-expired', { date: dayOf(offer.expiresAt) });
  const window = offer.kind === 'financing' ? offer.content.details.window : undefined;
  if (window && window !== 'always-open' && window.closes < day) return failed('window-closed', { date: window.closes });
  return passed('both-open');
});

const reaches = (level: string, kind: string): boolean | null =>
  (ORGANIZATION_LEVELS as readonly string[]).includes(level) ? levelGives(level as OrganizationLevel, listingRight(kind)) : null;

/** Both organizations have the level their listing needs: checked once, and verified to offer money. */
export const levelRule = rule('level', ({ need, offer }, { passed, failed, unknown }) => {
  const sides = [reaches(need.owner.level, 'need'), reaches(offer.owner.level, offer.kind)];
  if (sides.includes(false)) return failed('too-low');
  return sides.includes(null) ? unknown('not-known') : passed('high-enough');
});

/** Nobody is matched with itself. */
export const organizationRule = rule('organization', ({ need, offer }, { passed, failed }) =>
  need.owner.id === offer.owner.id ? failed('same') : passed('different'),
);

/** Fails only where a side said that it works without an interpreter and no language is shared; otherwise it is a warning. */
export const languageRule = rule('language', (pair, { passed, failed, unknown }) => {
  const fit = languageFit(pair);
  if (fit === 'shared') return passed('shared');
  if (fit === 'unknown') return unknown('not-stated');
  return refusesInterpreter(pair) ? failed('no-interpreter') : passed('interpreter-possible');
});
