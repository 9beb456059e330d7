/**
 * How to write a page
 *
 *     @Controller('offers')                          // read at /en/offers, /ar/offers ...; the language is not part of the route
 *     export class OffersPages {
 *       @Get(':id')
 *       @Public()                                    // a page has a policy like every route
 *       @Page()
 *       async one(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
 *         return <OfferPage offer={await this.offers.one(reader.actor, id)} />;
 *       }
 *
 *       @Post(':id/edit')
 *       @Can('listing.edit')
 *       @Page()
 *       edit(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
 *         // Refusals are shown beside the fields, with the words kept.
 *         return submitted({ reader, form, fields: ['title'] }, async () => {
 *           await this.offers.edit(reader.actor, id, form.parse(offerPatch, { title: form.text('title') }));
 *           return redirect(`/offers/${id}`, 'saved');  // shows the text `done.saved` once
 *         }, (state) => <EditPage id={id} form={state} />);
 *       }
 *     }
 *
 * - A page component begins with `<Layout title={…}>`; words come from `useReader().t('area.key')`, addresses from `href('/offers')`.
 * - Texts stand in `src/web/locales/<language>/<area>.json`, in all seven languages; an area is named in `i18n/areas.ts`.
 * - Pages call the services and queries of the modules, as the API does; no rule stands in a page.
 */
export { CurrentReader } from './current-reader.decorator.js';
export { Form, FormInput, type FormValues } from './form-input.js';
export { type PageAnswer, redirect, sendAgain, withStatus } from './page-answer.js';
export { Page } from './page.decorator.js';
export { type Reader, useReader } from './reader.js';
export { submitted } from './submitted.js';
