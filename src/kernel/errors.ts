/** What went wrong, in a word; the HTTP edge turns it into a status (see platform/http/problem.ts). */
export type ErrorKind =
  | 'invalid' // 400: the words of the request are wrong
  | 'unauthenticated' // 401
  | 'forbidden' // 403: seen, but not allowed
  | 'not-found' // 404: absent, or not to be seen
  | 'conflict' // 409: wrong state, or somebody was first
  | 'precondition' // 412: If-Match does not hold
  | 'unprocessable' // 422: same Idempotency-Key, other body
  | 'unavailable'; // 503: try again later

/** One fault of a request: where (JSON path such as `codes.0.code`), a stable code, and words for a person with the remedy. */
export interface Fault {
  path: string;
  code: string;
  message: string;
  /** The numbers and names in the message, for whoever says it in another language. */
  params?: Record<string, string | number>;
}

export interface ErrorDetails {
  /** Words for a person: what is wrong and what to do. */
  detail?: string;
  errors?: Fault[];
  /** Transitions open to this actor, for `conflict`. */
  allowed?: string[];
  retryAfterSeconds?: number;
}

/**
 * An expected failure. `code` is `area.reason` (`listing.not-editable`) and stable for ever;
 * everything else that is thrown is a bug or an outage and becomes a bare 500.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly details: ErrorDetails = {},
  ) {
    super(details.detail ?? code);
    this.name = 'DomainError';
  }
}

/** The answer for what does not exist and for what this actor may not know of: the two look the same. */
export const notFound = (what: string): DomainError =>
  new DomainError('not-found', `${what}.not-found`, { detail: `There is no such ${what}.` });

/** Faults that are named in one answer, which must not outgrow its request. */
export const FAULTS_MAX = 100;

export const invalid = (errors: Fault[], code = 'request.invalid'): DomainError =>
  new DomainError('invalid', code, {
    detail: `${errors.length} ${errors.length === 1 ? 'fault' : 'faults'} in the request.`,
    errors: errors.slice(0, FAULTS_MAX),
  });
