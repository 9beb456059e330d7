/**
 * How to write a controller
 *
 *     @Controller('api/v1/offers')
 *     export class OffersController {
 *       @Post()
 *       @Can('listing.create')                        // every route carries @Can or @Public; a test walks them all
 *       @Idempotent({ replay: 'one' })                // creating POSTs and transitions; replay is called as one(resourceId, actor)
 *       @Answer(201, offerView)                       // status and body for OpenAPI; tests check the body against it
 *       create(@Body({ schema: newOffer }) body: NewOffer, @CurrentActor() actor: Actor) {
 *         return this.offers.create(actor, body);
 *       }
 *
 *       @Get(':id')
 *       @Can('listing.read')
 *       @Answer(200, offerView)
 *       one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor) {
 *         return this.queries.one(actor, id);         // an answer with a numeric `version` gets its ETag by itself
 *       }
 *
 *       @Patch(':id')
 *       @Can('listing.edit')
 *       @Answer(200, offerView)
 *       edit(@Param('id', { schema: uuid }) id: string, @Body({ schema: offerPatch }) body: OfferPatch,
 *            @IfMatch() seen: number | null, @CurrentActor() actor: Actor) { ... }
 *     }
 *
 * - Bodies and queries are `z.strictObject`s: the pipe answers 400 with every fault, its path and what to do. Say the remedy in `error`.
 * - Parameters are checked by a schema too; one that does not pass is a 404.
 * - Lists take `pageQuery` (or an extension of it) and answer `{ items, next }` (pageOfSchema).
 * - Services throw DomainError; nothing here knows a status. Order of checks: 401, 404, 403, 412, 409.
 * - `@Can('area.verb', { who: administrators })` closes a route to all but administrators, `staff` adds auditors. Auditors change nothing;
 *   `own: true` marks the routes that touch only the caller's own account (her keys, her inbox).
 */
export * from './answer.decorator.js';
export * from './can.decorator.js';
export * from './current-actor.decorator.js';
export * from './idempotent.decorator.js';
export * from './if-match.decorator.js';
export * from './page.schemas.js';
export { Sent, type SentFile, Upload, UPLOAD_LIMIT, wordsBeside } from './upload.decorator.js';
export * from './actor-source.js';
export * from './configure-http.js';
export { cookieOf, LANGUAGE_COOKIE, setCookie } from './cookies.js';
export { ErrorPages } from './error-pages.js';
export { HttpModule } from './http.module.js';
export { networkOf } from './network.js';
export { type Answerable, PROBLEM_TYPE, problemOf, type Problem } from './problem.js';
export { RateLimiter, type Quota } from './rate-limiter.js';
export { PAGE, RouteInventory, type Route } from './route-inventory.js';
export { faultsOf, remedy } from './faults.js';
export { hostileFaults } from './hostile.js';
