import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, personIdOf, system } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import type { CodeBook } from './code-book.js';
import { sameUntil } from './dated-edits.js';
import { EditsRepository } from './edits.repository.js';
import type { Dated } from './taxonomy-data.js';
import { groupMembershipChanged } from './taxonomy.events.js';
import { TaxonomyRepository } from './taxonomy.repository.js';
import { TaxonomyService } from './taxonomy.service.js';
import type { GroupVersionView, MembershipBody } from './versions.schemas.js';

const EVERY_MS = 60_000;

/** Name of the recurring task. */
export const GROUPS_DAILY = 'taxonomy.groups-daily';

/** Which countries belong to a group, and when: a graduation is an end date. Tells everybody on the day it takes effect. */
@Injectable()
export class CountryGroups implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taxonomy: TaxonomyService,
    private readonly lists: TaxonomyRepository,
    private readonly edits: EditsRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(GROUPS_DAILY, EVERY_MS, () => this.daily());
  }

  /** Sets when a country belongs to a group, for all days. @throws DomainError `group.not-found`, `country.not-found`. */
  async save(actor: Actor, group: string, country: string, { periods, source }: MembershipBody): Promise<void> {
    await this.edit(async () => {
      this.require(group, country);
      const before = this.periodsOf(group, country);
      const id = await this.edits.addGroup({ group, country, periods, source, before, by: personIdOf(actor) });
      await this.record(actor, 'taxonomy.save-membership', group, { country, version: id });
    });
  }

  /**
   * Takes the last version back, so that the one before holds again.
   * @throws DomainError `version.not-found`; `membership.in-force` (409) when it has changed any day up to today.
   */
  async withdraw(actor: Actor, group: string, country: string, id: string): Promise<void> {
    await this.edit(async (today) => {
      const version = (await this.edits.groupVersions(group, country)).find((one) => one.id === id && one.status !== 'withdrawn');
      if (!version) throw notFound('version');
      if (version.status === 'past' || !sameUntil(version.periods, version.before, today))
        throw new DomainError('conflict', 'membership.in-force', {
          detail: 'It has taken effect and stays on record: set the membership anew instead.',
        });
      await this.edits.withdraw('country_group_version', id);
      await this.record(actor, 'taxonomy.withdraw-membership', group, { country, version: id });
    });
  }

  /** Every version with its author, the newest first, over what was shipped. */
  async history(group: string, country: string): Promise<{ shipped: Dated[]; items: GroupVersionView[] }> {
    this.require(group, country);
    return { shipped: this.taxonomy.shippedPeriods(group, country), items: await this.edits.groupVersions(group, country) };
  }

  /** One edit: what it changes of today is told in the same transaction. */
  private async edit(work: (today: string) => Promise<void>): Promise<void> {
    await this.uow.run(async () => {
      await this.edits.lock();
      await this.taxonomy.refresh();
      const before = this.taxonomy.current();
      const { today } = await this.lists.state();
      await work(today);
      await this.lists.changed();
      await this.tell(before, today, await this.taxonomy.uncommitted(), today);
    });
    await this.taxonomy.refresh();
  }

  /** What the calendar changed since the last day told. */
  private async daily(): Promise<void> {
    await this.uow.run(async () => {
      const days = await this.edits.moveOn();
      if (!days) return;
      await this.taxonomy.refresh();
      const book = this.taxonomy.current();
      await this.tell(book, days.from, book, days.to);
    });
  }

  private async tell(before: CodeBook, from: string, after: CodeBook, to: string): Promise<void> {
    for (const { code: group } of after.items('group')) {
      const [had, has] = [before.countriesOf(`group:${group}`, from), after.countriesOf(`group:${group}`, to)];
      const [entered, left] = [[...has].filter((one) => !had.has(one)), [...had].filter((one) => !has.has(one))];
      if (entered.length === 0 && left.length === 0) continue;
      await this.record(system('taxonomy.groups'), 'taxonomy.group-changed', group, { entered, left });
      await this.events.publish(groupMembershipChanged, { group, entered, left });
    }
  }

  private require(group: string, country: string): void {
    const book = this.taxonomy.current();
    if (!book.item('group', group)) throw notFound('group');
    if (!book.country(country)) throw notFound('country');
  }

  private periodsOf(group: string, country: string): Dated[] {
    const members = this.taxonomy.current().membersOf(group);
    return members.filter((member) => member.country === country).map(({ from, to }) => ({ from, to }));
  }

  private record(actor: Actor, action: string, group: string, data: Record<string, string | readonly string[]>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'country-group', id: group }, data });
  }
}
