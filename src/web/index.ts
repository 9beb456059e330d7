/** Pages for people, over the same services as the API. */
export { configurePages } from './page/configure-pages.js';
export { withoutLanguage } from './page/language-address.js';
export { WebModule } from './web.module.js';
