export { AuditTrailQueries, type LastBlock, type TrailEntry, trailQuery, type TrailQuery } from './audit-trail.queries.js';
export {
  type Count,
  DIMENSIONS,
  type Dimension,
  FIGURE_GROUPS,
  FiguresQueries,
  type FiguresQuery,
  type Measure,
  MEASURES,
  type Wait,
} from './figures.queries.js';
export { ReportingModule } from './reporting.module.js';
export { type DatabaseFacts, SystemQueries } from './system.queries.js';
export { type Waiting, WaitingQueries, type WaitingQueue } from './waiting.queries.js';
