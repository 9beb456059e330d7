import { applyDecorators, Post } from '@nestjs/common';
import { Answer, Can, Idempotent } from '../../platform/http/index.js';
import { listingView } from './listing.schemas.js';

/** A route that takes a listing one step along its life cycle and answers with the listing as it is then. */
export const Transition = (name: string, summary: string): MethodDecorator =>
  applyDecorators(Post(`:id/${name}`), Can(`listing.${name}`), Idempotent({ replay: 'one' }), Answer(200, listingView, summary));
