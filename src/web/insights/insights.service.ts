import { Injectable } from '@nestjs/common';
import { type CodeCount, PublicFiguresQueries, type PublicFigures, PublicListingsQueries } from '../../modules/listings/index.js';
import { MatchFlowsQueries } from '../../modules/matching/index.js';
import { type CodeBook, TaxonomyService } from '../../modules/taxonomy/index.js';
import { type Flow, regionFlows, shownFlows } from '../charts/flows.js';

export interface Insights {
  figures: PublicFigures;
  /** Needs and offers that fit each other, between countries. */
  countries: Flow[];
  /** The same between regions. */
  regions: Flow[];
  /** Introductions between regions. */
  introductions: Flow[];
  goals: CodeCount[];
  sectors: CodeCount[];
}

const FRESH_MS = 600_000;

/** Figures about the exchange that show nobody. Made at most every ten minutes, however many people read them. */
@Injectable()
export class InsightsService {
  private made: { at: number; insights: Promise<Insights> } | undefined;

  constructor(
    private readonly listings: PublicListingsQueries,
    private readonly figures: PublicFiguresQueries,
    private readonly flows: MatchFlowsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  current(): Promise<Insights> {
    if (this.made && Date.now() - this.made.at < FRESH_MS) return this.made.insights;
    const insights = this.make();
    const made = { at: Date.now(), insights };
    this.made = made;
    const forget = (): void => {
      if (this.made === made) this.made = undefined;
    };
    // What failed is asked for again by the next reader, and so is what had nothing to show: an exchange that begins fills fast.
    insights.then(({ countries }) => countries.length === 0 && forget(), forget);
    return insights;
  }

  private async make(): Promise<Insights> {
    const [figures, flows, goals, sectors] = await Promise.all([
      this.listings.figures(),
      this.flows.byCountry(),
      this.figures.byGoal(),
      this.figures.bySector(),
    ]);
    const book = this.taxonomy.current();
    return {
      figures,
      countries: shownFlows(flows, 'pairs'),
      regions: regionFlows(flows, 'pairs', book),
      introductions: regionFlows(flows, 'introductions', book),
      goals: book.items('sdg-goal').map(({ code }) => goals.find((one) => one.code === code) ?? { code, needs: 0, offers: 0 }),
      sectors: bySectorGroup(sectors, book),
    };
  }
}

/** Main sectors of listings, which are of any depth, summed up to the groups at the top of their tree; largest first. */
export function bySectorGroup(counts: readonly CodeCount[], book: CodeBook): CodeCount[] {
  const groups = new Map<string, CodeCount>();
  for (const { code, needs, offers } of counts) {
    const group = book.crsPath(code)[0];
    if (group === undefined) continue;
    const sum = groups.get(group) ?? { code: group, needs: 0, offers: 0 };
    groups.set(group, { code: group, needs: sum.needs + needs, offers: sum.offers + offers });
  }
  return [...groups.values()].sort((a, b) => b.needs + b.offers - (a.needs + a.offers) || (a.code < b.code ? -1 : 1));
}
