import { z } from 'zod';
import { LANGUAGES, type Language } from '../../platform/i18n/locales.js';
import { FEED_NAMES } from './feed.js';

/** Of addresses that are not pages and name their language themselves. */
export const languageParam = z.enum(LANGUAGES as [Language, ...Language[]]);
export const feedFile = z.enum(FEED_NAMES.map((name) => `${name}.xml` as const));
/** The pages that are always there, those of the countries, or listings from this id on. */
export const siteMapPart = z.union([z.enum(['pages', 'countries']), z.uuid()]);
