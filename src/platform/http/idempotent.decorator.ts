import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENT = 'gate:idempotent';

export interface IdempotentOptions {
  /**
   * Method of the same controller that gives today's representation. It is called as `method(resourceId, actor)`, so it may be the
   * GET handler of the collection when its parameters are in that order; what it refuses (404, 403) the replay refuses too.
   */
  replay: string;
  /** For acts after which the caller acts for another organization: the key is the person's own, so that a retry still finds it. */
  ofPerson?: boolean;
}

/**
 * Honours `Idempotency-Key` on a creating POST or a transition: the handler runs inside one unit of work whose first statement
 * takes the key. It must answer an object with an `id` (else the `:id` of the path is the resource).
 */
export const Idempotent = (options: IdempotentOptions): MethodDecorator => SetMetadata(IDEMPOTENT, options);
