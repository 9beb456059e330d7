import type { CodeRef } from './content.schemas.js';
import type { Fault } from '../../kernel/errors.js';

/** A field that must be there before a listing can be submitted, and how to fill it. */
export interface SubmitRequirement<Content> {
  path: string;
  message: string;
  met: (content: Content) => boolean;
}

/** Every missing field at once, so that the form is filled in one go. Empty: the listing may be submitted. */
export const missingFields = <Content>(content: Content, requirements: readonly SubmitRequirement<Content>[]): Fault[] =>
  requirements.filter((r) => !r.met(content)).map(({ path, message }) => ({ path, code: 'required', message }));

const GOALS_MAX = 3;
const TARGETS_MAX = 5;

const sectors = (codes: readonly CodeRef[]) => codes.filter((c) => c.scheme === 'crs');
const goals = (codes: readonly CodeRef[]) => codes.filter((c) => c.scheme === 'sdg-goal');
const targets = (codes: readonly CodeRef[]) => codes.filter((c) => c.scheme === 'sdg-target');

interface Coded {
  codes: readonly CodeRef[];
}

/** One main sector: the only CRS purpose code, or the one marked `main`. */
export const mainSectorRequired: SubmitRequirement<Coded> = {
  path: 'codes',
  message: 'Give one main sector: a code of scheme "crs", with "main": true if there are several.',
  met: ({ codes }) => sectors(codes).length === 1 || sectors(codes).filter((c) => c.main).length === 1,
};

/** A listing that claims every goal says nothing, so the number is capped. */
export const sdgRequired: SubmitRequirement<Coded> = {
  path: 'codes',
  message: `Give at least one Sustainable Development Goal or target ("sdg-goal" or "sdg-target"), at most ${GOALS_MAX} goals and ${TARGETS_MAX} targets.`,
  met: ({ codes }) =>
    goals(codes).length + targets(codes).length > 0 && goals(codes).length <= GOALS_MAX && targets(codes).length <= TARGETS_MAX,
};

export const languagesRequired: SubmitRequirement<{ languages: readonly string[] }> = {
  path: 'languages',
  message: 'Give the languages you can work in.',
  met: ({ languages }) => languages.length > 0,
};
