import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DocumentKind } from './verification.policy.js';

/** Who has looked: the centre of the organization's country, or the global desk. */
export type Office = 'centre' | 'desk';

/** What stands behind the level of an organization: what was looked at, when, and by which office; no names and no papers. */
export interface VerificationRecord {
  verifiedSince: Date | null;
  verifiedUntil: Date | null;
  dueDiligenceSince: Date | null;
  dueDiligenceUntil: Date | null;
  /** The approval of its first listing, with which the organization was confirmed. */
  confirmed: { on: string; office: Office } | null;
  /** Kinds of papers that were accepted, each as it was last. */
  papers: { kind: DocumentKind; on: string; office: Office }[];
}

@Injectable()
export class VerificationRecords {
  constructor(private readonly uow: UnitOfWork) {}

  /** For everybody who sees the organization; the caller has checked that. */
  async of(organizationId: string): Promise<VerificationRecord | null> {
    const [record] = await this.uow.query<VerificationRecord>(
      `SELECT o.verified_since AS "verifiedSince", o.verified_until AS "verifiedUntil",
              o.due_diligence_since AS "dueDiligenceSince", o.due_diligence_until AS "dueDiligenceUntil",
              (SELECT json_build_object('on', to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                        'office', CASE WHEN d.stage = 'centre_review' AND NOT d.stand_in THEN 'centre' ELSE 'desk' END)
               FROM review_decision d JOIN listing l ON l.id = d.listing_id WHERE l.organization_id = o.id AND d.decision = 'approve'
               ORDER BY d.decided_at, d.id LIMIT 1) AS confirmed,
              (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'on', p.day, 'office', p.office) ORDER BY p.kind), '[]') FROM (
                 SELECT DISTINCT ON (d.kind) d.kind, to_char(d.reviewed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
                        CASE WHEN EXISTS (SELECT FROM country_officer c WHERE c.person_id = d.reviewer_id AND c.country = o.country)
                          THEN 'centre' ELSE 'desk' END AS office
                 FROM organization_document d WHERE d.organization_id = o.id AND d.outcome = 'accepted'
                 ORDER BY d.kind, d.reviewed_at DESC) p) AS papers
       FROM organization o WHERE o.id = $1`,
      [organizationId],
    );
    return record ?? null;
  }
}
