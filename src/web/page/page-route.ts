import type { FastifyRequest } from 'fastify';

/** Marks the routes that are pages, in Fastify's settings of a route. */
export const PAGE_ROUTE = 'gatePage';

export const isPage = ({ routeOptions }: FastifyRequest): boolean =>
  ((routeOptions.config ?? {}) as unknown as Record<string, unknown>)[PAGE_ROUTE] === true;
