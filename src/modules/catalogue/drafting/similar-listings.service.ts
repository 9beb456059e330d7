import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { BusinessClock } from '../../../platform/database/business-clock.js';
import { type ListingKind, ListingsQueries, ListingViews } from '../../listings/index.js';
import { CatalogueIndex } from '../index/catalogue-index.js';
import { SearchService } from '../search.service.js';
import { analyse, baseLanguage } from '../text/analyser.js';
import type { SimilarListing } from './drafting.schemas.js';
import { likeness } from './likeness.js';

const CANDIDATES = 30;
const SHOWN = 5;
/** From here on two texts are near-equal. */
export const NEAR_EQUAL = 0.6;

/** What of a listing is compared. */
export interface Read {
  id: string;
  kind: ListingKind;
  language: string;
  organizationId?: string;
  title: string;
  teaser?: string;
  description?: string;
  codes: { scheme: string; code: string }[];
  texts: ({ language: string } & Words)[];
}

/** Listings that say nearly the same as one: of the same organization, or with a sector in common. A hint before submitting, for owner and reviewer. */
@Injectable()
export class SimilarListings {
  constructor(
    private readonly views: ListingViews,
    private readonly listings: ListingsQueries,
    private readonly index: CatalogueIndex,
    private readonly search: SearchService,
    private readonly clock: BusinessClock,
  ) {}

  /** The most alike first, at most five. @throws DomainError `listing.not-found` for what is not hers to see. */
  async of(actor: Actor, id: string, kinds: readonly ListingKind[]): Promise<SimilarListing[]> {
    return this.like(actor, (await this.views.one(actor, id, kinds)) as unknown as Read);
  }

  /** The same for a listing as the actor has been shown it. */
  async like(actor: Actor, listing: Read): Promise<SimilarListing[]> {
    const { id } = listing;
    const terms = analyse(listing.language, wordsOf(listing));
    const sisters = listing.organizationId === undefined ? [] : await this.listings.sisters(listing.organizationId, listing.kind, id);
    const own = sisters.map((sister) => ({
      ...sister,
      likeness: likeness(terms, analyse(sister.language, wordsOf(sister))),
      sameOrganization: true,
    }));
    const others = await this.inCatalogue(actor, listing, terms, new Set([id, ...sisters.map((sister) => sister.id)]));
    return [...own, ...others]
      .filter((one) => one.likeness >= NEAR_EQUAL)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN)
      .map((one) => ({
        id: one.id,
        reference: one.reference,
        kind: one.kind,
        state: one.state,
        title: one.title,
        likeness: Math.round(one.likeness * 100) / 100,
        sameOrganization: one.sameOrganization,
      }));
  }

  private async inCatalogue(actor: Actor, { kind, language, codes }: Read, terms: readonly string[], without: ReadonlySet<string>) {
    const level = await this.search.textLevelOf(actor);
    const now = (await this.clock.now()).getTime();
    const { shelf } = this.index;
    const sectors = new Set(codes.filter(({ scheme }) => scheme === 'crs').map(({ code }) => code));
    const near = shelf.relevance(level, new Map([[baseLanguage(language), terms]])).best(CANDIDATES);
    return near.flatMap((row) => {
      const listing = shelf.listing(row);
      const content = listing.content as Read;
      if (listing.kind !== kind || without.has(listing.id) || shelf.expires.get(row) <= now) return [];
      if (!content.codes.some(({ scheme, code }) => scheme === 'crs' && sectors.has(code))) return [];
      const text = inLanguage(listing.language, content, language);
      const words = analyse(language, wordsOf(level === 0 ? { ...text, description: null } : text));
      const { id, reference } = listing;
      return [{ id, reference, kind, state: 'published', title: content.title, likeness: likeness(terms, words), sameOrganization: false }];
    });
  }
}

interface Words {
  title?: string;
  teaser?: string | null;
  description?: string | null;
}

// A summary that was proposed from the description would count it twice.
const wordsOf = ({ title = '', teaser, description }: Words): string => `${title}\n${description ?? teaser ?? ''}`;

/** What a published listing says in the language of another one. */
function inLanguage(source: string, content: Read, language: string): Words {
  if (baseLanguage(source) === baseLanguage(language)) return content;
  const texts = content.texts.filter((text) => baseLanguage(text.language) === baseLanguage(language));
  return Object.assign({}, ...texts) as Words;
}
