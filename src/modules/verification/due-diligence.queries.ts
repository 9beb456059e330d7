import { levelSql } from '../organizations/index.js';
import { L2_PAPERS } from './verification.policy.js';

const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;
const kindsSql = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
const PARTS = Object.values(L2_PAPERS).map(
  ({ kinds, papers }) => `count(*) FILTER (WHERE d.kind IN (${kindsSql(kinds)}) AND coalesce(d.expires_on >= ${TODAY}, true)) >= ${papers}`,
);
const KINDS = kindsSql(Object.values(L2_PAPERS).flatMap(({ kinds }) => kinds));
const SINCE = 'greatest(max(d.reviewed_at), f.at, o.verified_since)';

/**
 * SQL: `id` and `country` of the organizations whose papers of due diligence have all been accepted, `since` when an administrator has to decide on
 * the whole, and whether administrators have been told that it is `late`. What DocumentsQueries.dueDiligence says of one of them.
 * @param renewalDays SQL of the rule of that name
 */
export const waitingForDueDiligence = (renewalDays: string): string => `
  SELECT o.id, o.country, ${SINCE} AS since, coalesce(o.due_diligence_late_told >= ${SINCE}, false) AS late
  FROM organization o
  CROSS JOIN LATERAL (SELECT CASE WHEN o.due_diligence_until IS NULL THEN o.due_diligence_since
    ELSE greatest(o.due_diligence_until - make_interval(days => ${renewalDays}::integer), o.due_diligence_since) END AS at) AS f
  JOIN organization_document d ON d.organization_id = o.id AND d.outcome = 'accepted' AND d.kind IN (${KINDS}) AND (f.at IS NULL OR d.uploaded_at >= f.at)
  WHERE ${levelSql('o.level', 'verified')} AND o.standing = 'good'
  GROUP BY o.id, f.at HAVING ${PARTS.join(' AND ')}`;
