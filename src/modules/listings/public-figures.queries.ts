import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** How many open needs and offers carry a code. */
export interface CodeCount {
  code: string;
  needs: number;
  offers: number;
}

const COUNTS = `count(DISTINCT c.id) FILTER (WHERE c.kind = 'need')::int AS needs, count(DISTINCT c.id) FILTER (WHERE c.kind <> 'need')::int AS offers`;

/** The catalogue in figures, from what everybody may see of it. */
@Injectable()
export class PublicFiguresQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** By Sustainable Development Goal; a listing counts once for each goal that it or one of its targets names. */
  byGoal(): Promise<CodeCount[]> {
    return this.uow.query<CodeCount>(
      `SELECT split_part(k.code, '.', 1) AS code, ${COUNTS}
       FROM catalogue_listing c JOIN listing_code k ON k.listing_id = c.id AND k.scheme IN ('sdg-goal', 'sdg-target')
       GROUP BY 1`,
    );
  }

  /** By the main sector of each listing, as deep as its owner named it. */
  bySector(): Promise<CodeCount[]> {
    return this.uow.query<CodeCount>(
      `SELECT k.code, ${COUNTS}
       FROM catalogue_listing c JOIN listing_code k ON k.listing_id = c.id AND k.scheme LIKE 'crs%' AND k.main
       GROUP BY 1`,
    );
  }
}
