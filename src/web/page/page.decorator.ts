import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { PAGE } from '../../platform/http/index.js';
import { PAGE_ROUTE } from './page-route.js';
import { PageInterceptor } from './page.interceptor.js';

/**
 * The route is a page: it stands under the address of a language (`/ar/offers`), its handler answers an element, a redirect or
 * `withStatus(…)`, and what goes wrong is told as a page too.
 */
export const Page = (): MethodDecorator =>
  applyDecorators(SetMetadata(PAGE, true), RouteConfig({ [PAGE_ROUTE]: true }), UseInterceptors(PageInterceptor));
