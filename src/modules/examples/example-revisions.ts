import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingDrafts, ListingReview, ListingSubmission } from '../listings/index.js';
import { type Cast, READ } from './example-cast.js';
import type { ExampleRevision } from './example-data.js';

/** Edits example listings that have been matched, and has the new revisions approved. */
@Injectable()
export class ExampleRevisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: ListingDrafts,
    private readonly submission: ListingSubmission,
    private readonly review: ListingReview,
  ) {}

  /** May be cut short and called again: a listing that has a second revision is left as it is. */
  async apply(revisions: readonly ExampleRevision[], cast: Cast): Promise<void> {
    for (const revision of revisions) await this.uow.run(() => this.revise(revision, cast));
  }

  private async revise({ listing, kind, fields }: ExampleRevision, { managers, administrators }: Cast): Promise<void> {
    const [row] = await this.uow.query<{ id: string; owner: string; revised: boolean }>(
      `SELECT id, organization_id AS owner, latest_revision > 1 AS revised FROM listing WHERE external_key = $1 AND is_example`,
      [listing],
    );
    const author = [...managers.values()].find((manager) => manager.organization?.id === row?.owner);
    if (!row || !author) throw new Error(`there is no example ${listing}`);
    if (row.revised) return;
    const target = { id: row.id, kinds: [kind] };
    await this.drafts.edit(author, target, { fields });
    await this.submission.submit(author, target);
    await this.review.approve(administrators[0], target, READ);
  }
}
