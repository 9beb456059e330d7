import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, actsFor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import { mayNow, OrganizationsQueries, type OrganizationBrief } from '../organizations/index.js';
import type { ListingKind } from './content.schemas.js';
import { patched } from './content-patch.js';
import { ListingAccess, type ListingTarget, type Opened } from './listing-access.js';
import { ListingContents, type RawContent } from './listing-contents.js';
import { ListingFiles } from './listing-files.service.js';
import type { AnyContent } from './listing-kinds.js';
import type { ListingEntity } from './listing.entity.js';
import { isEditable, isLive } from './listing.lifecycle.js';
import { mayCreateFor } from './listing.policy.js';
import { ListingRepository, type CreatedListing, type NewListingRow } from './listing.repository.js';
import { checkFaults } from './translations.js';

export interface NewListing extends RawContent {
  kind: ListingKind;
  organizationId: string;
}

/** A draft whose content has been checked by ListingContents.examine. */
export interface CheckedDraft {
  /** Given where something of it is kept under its id already. */
  id?: string;
  kind: ListingKind;
  language: string;
  content: AnyContent;
  /** The owner's own key; a second draft with it is not made. */
  externalKey: string | null;
}

/** Enters and edits what listings say. */
@Injectable()
export class ListingDrafts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly contents: ListingContents,
    private readonly files: ListingFiles,
    private readonly organizations: OrganizationsQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A draft; organization, kind, language and title are enough.
   * @throws DomainError `request.invalid` (400) with every fault, `listing.create-forbidden` (403), `organization.not-found` (404).
   */
  create(actor: Actor, input: NewListing): Promise<CreatedListing> {
    return this.uow.run(async () => {
      const owner = await this.ownerFor(actor, input.organizationId);
      const fields = this.contents.prefilled(input.fields, await this.contents.defaults(input.kind, owner));
      const content = await this.contents.require(input.kind, { language: input.language, fields });
      requireChecks(actor, content, []);
      await this.requireContact(owner.id, content);
      const onBehalf = !actsFor(actor, owner.id, 'editor');
      if (onBehalf) await this.access.requireConsent(owner.id);
      const id = randomUUID();
      const held = await this.files.hold(actor, { id, organizationId: owner.id }, content);
      const draft = { id, kind: input.kind, language: input.language, content: held, externalKey: null };
      const [created] = await this.insert(actor, owner, [draft], onBehalf);
      if (!created) throw new Error('a draft without external key was taken for a known one');
      return created;
    });
  }

  /**
   * Many drafts of one owner in one unit, for an import: three statements a batch, and an audit entry each. The caller has checked the contents and
   * answers for the right to do it, a consent included where a desk enters them on behalf. Drafts whose external key is known are left out of the
   * answer.
   */
  createMany(actor: Actor, owner: OrganizationBrief, drafts: readonly CheckedDraft[], onBehalf = false): Promise<CreatedListing[]> {
    return this.uow.run(() => this.insert(actor, owner, drafts, onBehalf));
  }

  /**
   * Replaces fields: of the latest revision in place until it is submitted, then of a new one; beside a published one, of a revision that waits
   * while the published one stays.
   * @throws DomainError 404, 403, `listing.changed-since` (412), `listing.not-editable` (409), `request.invalid` (400).
   */
  edit(actor: Actor, target: ListingTarget, patch: { language?: string; fields: Record<string, unknown> }): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      this.access.requireEditor(opened);
      requireVersion(target.seen ?? null, row.version, 'listing');
      this.requireEditable(opened);
      const base = await this.listings.revision(row.id, baseOf(row));
      const language = patch.language ?? base.language;
      const fields = patched({ ...base.content }, patch.fields);
      const content = await this.files.hold(actor, row, await this.contents.require(row.kind, { language, fields }));
      requireChecks(actor, content, base.content.texts);
      await this.requireContact(row.organizationId, content);
      const editedBy = personIdOf(actor);
      // What a reviewer has seen, and what is published, stays as it was.
      const isOpen = base.submittedAt === null;
      const revision = isOpen ? base.revision : row.latestRevision + 1;
      if (isOpen) await this.listings.changeRevision(base, { language, content, editedBy });
      else await this.listings.addRevision({ listingId: row.id, revision, language, content, editedBy });
      await this.listings.update(row, { latestRevision: revision, ...shown(row, revision, language, content) });
      if ('attachments' in patch.fields) await this.files.release(row);
      const changed = [...Object.keys(patch.fields), ...(patch.language === undefined ? [] : ['language'])];
      await this.audit.record(actor, { action: 'listing.edit', subject: { type: 'listing', id: row.id }, data: { revision, changed } });
    });
  }

  private async insert(
    actor: Actor,
    owner: OrganizationBrief,
    drafts: readonly CheckedDraft[],
    onBehalf: boolean,
  ): Promise<CreatedListing[]> {
    const rows = drafts.map((draft): NewListingRow => {
      const prefix = this.contents.prefixOf(draft.kind);
      const { country = owner.country, anonymous = false } = draft.content;
      const common = { organizationId: owner.id, ownerCountry: owner.country, isExample: owner.isExample, personId: personIdOf(actor) };
      return { ...draft, ...common, onBehalf, id: draft.id ?? randomUUID(), prefix, country, anonymous };
    });
    const created = await this.listings.insert(rows);
    const kindOf = new Map(rows.map(({ id, kind }) => [id, kind]));
    for (const { id } of created)
      await this.audit.record(actor, {
        action: 'listing.create',
        subject: { type: 'listing', id },
        data: { kind: kindOf.get(id) ?? null, owner: owner.id, ...(onBehalf && { onBehalf }) },
      });
    return created;
  }

  private async ownerFor(actor: Actor, organizationId: string): Promise<OrganizationBrief> {
    const [owner] = await this.organizations.brief([organizationId]);
    if (owner && mayCreateFor(owner, actor)) return owner;
    const isSeen = owner && (actsFor(actor, owner.id) || mayNow({ ...owner, held: false }, 'be-listed'));
    if (!isSeen) throw notFound('organization');
    throw new DomainError('forbidden', 'listing.create-forbidden', {
      detail:
        'Editors and managers list for the organization they act for. Change it by POST /api/v1/me/organization, or ask a manager for the role.',
    });
  }

  private async requireContact(organizationId: string, { contactPersonId }: AnyContent): Promise<void> {
    if (contactPersonId === undefined || (await this.organizations.isMember(contactPersonId, organizationId))) return;
    throw invalid([{ path: 'contactPersonId', code: 'not-a-member', message: 'The contact person is a member of the organization.' }]);
  }

  private requireEditable({ row, roles }: Opened): void {
    if (isEditable(row)) return;
    const detail =
      row.state.endsWith('_review') || row.pendingState?.endsWith('_review')
        ? 'It is under review. Wait for the decision.'
        : `A listing in state "${row.state}" is not edited.`;
    throw new DomainError('conflict', 'listing.not-editable', { detail, allowed: this.access.allowed(row, roles) });
  }
}

/** @throws DomainError `request.invalid` when somebody else is named as the one who checked a text. */
function requireChecks(actor: Actor, content: AnyContent, before: AnyContent['texts']): void {
  const faults = checkFaults(content, before, personIdOf(actor));
  if (faults.length > 0) throw invalid(faults);
}

/** What an edit starts from: the waiting revision, else the published one, whatever was dropped meanwhile; before that the latest. */
const baseOf = (row: ListingEntity): number =>
  (isLive(row.state) ? (row.pendingRevision ?? row.publishedRevision) : null) ?? row.latestRevision;

/** Columns that follow an edit: those of a listing that nobody has seen yet, or the place of the revision that waits. */
function shown(row: ListingEntity, revision: number, language: string, content: AnyContent): Partial<ListingEntity> {
  if (isLive(row.state)) return { pendingRevision: revision, pendingState: row.pendingState ?? 'draft' };
  return { language, country: content.country ?? row.ownerCountry, anonymous: content.anonymous ?? false };
}
