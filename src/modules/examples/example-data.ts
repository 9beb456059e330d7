import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { ListingKind } from '../listings/index.js';

/** An organization of the example exchange; `key` is its name within the files. */
export interface ExampleOrganization {
  key: string;
  legalName: string;
  country: string;
  type: string;
  languages: string[];
  level: 'basic' | 'verified';
  contact: { name: string; language: string };
}

/** A listing as it would come over the API; `key` becomes its external key. */
export interface ExampleListing {
  key: string;
  organization: string;
  kind: ListingKind;
  language: string;
  fields: Record<string, unknown>;
}

/** How far a match of the examples is taken: the pair, and where it ends. */
export interface ExampleMatch {
  need: string;
  offer: string;
  state: ExampleMatchState;
}

export const EXAMPLE_MATCH_STATES = [
  'interest_provider',
  'interest_seeker',
  'under_review',
  'introduced',
  'in_dialogue',
  'converted',
  'lapsed',
  'declined',
  'rejected',
  'withdrawn',
] as const;
export type ExampleMatchState = (typeof EXAMPLE_MATCH_STATES)[number];

/** A listing that is edited once it has been matched: what it no longer asks for is no longer suggested. */
export interface ExampleRevision {
  listing: string;
  kind: ListingKind;
  fields: Record<string, unknown>;
}

/** Pairs that ought to be found, and look-alikes that ought not to, each with the reason. */
export interface ExamplePairs {
  found: [need: string, offer: string][];
  lookAlikes: [need: string, offer: string, why: string][];
}

const FILES: Record<string, ListingKind> = {
  'technologies.jsonl': 'technology',
  'solutions.jsonl': 'solution',
  'financing.jsonl': 'financing',
  'needs.jsonl': 'need',
};

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, 'data', file), 'utf8');

export const exampleOrganizations = (): ExampleOrganization[] => JSON.parse(read('organizations.json')) as ExampleOrganization[];
export const examplePairs = (): ExamplePairs => JSON.parse(read('pairs.json')) as ExamplePairs;
export const exampleMatches = (): ExampleMatch[] => JSON.parse(read('matches.json')) as ExampleMatch[];
export const exampleRevisions = (): ExampleRevision[] => JSON.parse(read('revisions.json')) as ExampleRevision[];

export const exampleListings = (): ExampleListing[] =>
  Object.entries(FILES).flatMap(([file, kind]) =>
    read(file)
      .trim()
      .split('\n')
      .map((line) => {
        const { key, organization, language, ...fields } = JSON.parse(line) as { key: string; organization: string; language: string };
        return { key, organization, kind, language, fields };
      }),
  );
