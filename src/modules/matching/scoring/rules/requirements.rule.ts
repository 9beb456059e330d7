import { fitOf, requirementsFor } from '../requirement-fit.js';
import { rule } from './rule.js';

/** No must-have is contradicted by what the offer states; the lowest readiness a need accepts is one. */
export const requirementsRule = rule('requirements', ({ need, offer, engine: { book } }, { passed, failed, unknown }) => {
  const musts = requirementsFor(offer.kind, need.content.requirements, book).filter((requirement) => requirement.must);
  const readinessFrom = offer.kind === 'technology' ? need.content.details.readinessFrom : undefined;
  const readiness = offer.kind === 'technology' ? offer.content.details.readiness : undefined;
  if (readinessFrom !== undefined && readiness !== undefined && readiness < readinessFrom)
    return failed('readiness', { asked: readinessFrom, stated: readiness });
  const fits = musts.map((requirement) => ({ requirement, fit: fitOf(requirement, offer.content.specifications, book) }));
  const broken = fits.find(({ fit }) => fit && !fit.met);
  if (broken) return failed('not-met', { attribute: broken.requirement.attribute });
  const silent = fits.find(({ fit }) => fit === null);
  if (silent) return unknown('not-stated', { attribute: silent.requirement.attribute });
  if (readinessFrom !== undefined && readiness === undefined) return unknown('readiness-not-stated', { asked: readinessFrom });
  return musts.length > 0 || readinessFrom !== undefined ? passed('met') : passed('none');
});
