import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EditsRepository } from './edits.repository.js';
import { findScheme, type Scheme } from './schemes.js';
import type { CodeItem } from './taxonomy-data.js';
import { TaxonomyRepository } from './taxonomy.repository.js';
import { TaxonomyService } from './taxonomy.service.js';
import type { CodeVersionView } from './versions.schemas.js';

/** Changes items of code lists, with effect from a day; who may is the route's policy (administrators). */
@Injectable()
export class CodeListEdits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BusinessClock,
    private readonly taxonomy: TaxonomyService,
    private readonly lists: TaxonomyRepository,
    private readonly edits: EditsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Adds an item or changes it, from today or a later day on; what held before stays on record. Saying again what holds on that day
   * changes nothing.
   * @throws DomainError `request.invalid` for a day that is past or a parent that is not in the list.
   */
  async save(actor: Actor, item: CodeItem, effective?: string): Promise<void> {
    const scheme = item.scheme as Scheme;
    await this.taxonomy.refresh();
    const day = await this.dayFor(effective);
    this.requireParent(scheme, item.parent, day);
    await this.uow.run(async () => {
      await this.edits.lock();
      await this.taxonomy.refresh();
      const before = this.itemOn(scheme, item.code, day);
      if (before && isDeepStrictEqual(comparable(before), comparable(item))) return;
      const version = await this.edits.addItem({ item, effective: day, before, by: personIdOf(actor) });
      await this.changed(actor, 'taxonomy.save-item', item, { version, effective: day, status: item.status });
    });
    await this.taxonomy.refresh();
  }

  /** @throws DomainError `version.not-found`; `code.in-force` (409) once its day has come. */
  async withdraw(actor: Actor, of: { scheme: Scheme; code: string }, id: string): Promise<void> {
    await this.uow.run(async () => {
      await this.edits.lock();
      const version = (await this.edits.itemVersions(of.scheme, of.code)).find((one) => one.id === id && one.status !== 'withdrawn');
      if (!version) throw notFound('version');
      if (version.status !== 'future')
        throw new DomainError('conflict', 'code.in-force', {
          detail: 'It has come into force and stays on record: set the item anew instead.',
        });
      await this.edits.withdraw('code_list_version', id);
      await this.changed(actor, 'taxonomy.withdraw-item', of, { version: id, effective: version.effective });
    });
    await this.taxonomy.refresh();
  }

  /** Every version with its author, the newest first, over the item as it was shipped. @throws DomainError `code.not-found`. */
  async history(scheme: Scheme, code: string): Promise<{ shipped: CodeItem | null; items: CodeVersionView[] }> {
    const items = await this.edits.itemVersions(scheme, code);
    const shipped = this.taxonomy.shippedItem(scheme, code);
    if (!shipped && items.length === 0) throw notFound('code');
    return { shipped, items };
  }

  private itemOn(scheme: Scheme, code: string, day: string): CodeItem | null {
    return this.taxonomy.itemsOn(scheme, day).find((item) => item.code === code) ?? null;
  }

  private async dayFor(effective: string | undefined): Promise<string> {
    const today = (await this.clock.now()).toISOString().slice(0, 10);
    if (effective === undefined || effective >= today) return effective ?? today;
    throw invalid([{ path: 'effective', code: 'before-today', message: `What held in the past stays: give today, ${today}, or a later day.` }]);
  }

  private requireParent(scheme: Scheme, parent: string | null, day: string): void {
    if (parent === null) return;
    const list = (findScheme(scheme)?.parentScheme ?? scheme) as Scheme;
    if (this.itemOn(list, parent, day) === null)
      throw invalid([{ path: 'parent', code: 'unknown-code', message: `"${parent}" is not in the list: see /api/v1/code-lists/${list}.` }]);
  }

  private async changed(actor: Actor, action: string, { scheme, code }: { scheme: string; code: string }, data: Record<string, string>) {
    await this.lists.changed();
    await this.audit.record(actor, { action, subject: { type: 'code-list', id: scheme }, data: { code, ...data } });
  }
}

/** Keys in one order and nothing undefined, so that two rows of the same words are equal. */
const comparable = (item: CodeItem) => ({
  ...item,
  names: Object.fromEntries(Object.entries(item.names).sort()),
  extra: Object.fromEntries(Object.entries(item.extra).sort()),
});
