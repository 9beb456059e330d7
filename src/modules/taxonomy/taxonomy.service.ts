import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CodeBook } from './code-book.js';
import { itemsInForce, listsOn, type Edits } from './dated-edits.js';
import { EditsRepository } from './edits.repository.js';
import type { Scheme } from './schemes.js';
import type { CodeItem, CurrencyRate, Dated, TaxonomyData } from './taxonomy-data.js';
import { TaxonomyRepository } from './taxonomy.repository.js';

/** Another process sees an administrator's change after this long at most. */
const LOOK_EVERY_MS = 5_000;

/** The code lists of this process: loaded at boot, kept current. */
@Injectable()
export class TaxonomyService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(TaxonomyService.name);
  private book: CodeBook | undefined;
  private lists: { shipped: TaxonomyData; edits: Edits } = {
    shipped: { items: [], members: [], rates: [] },
    edits: { items: [], groups: [] },
  };
  private revision = -1;
  private day = '';
  /** Ids of the edits that the book was made with. */
  private inForce = '';
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: TaxonomyRepository,
    private readonly edits: EditsRepository,
    private readonly audit: AuditLog,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.repository.loadFiles();
    await this.refresh();
    this.timer = setInterval(() => {
      this.looking = this.refresh().catch((error: unknown) => this.log.warn(`code lists were not read again: ${(error as Error).message}`));
    }, LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** The code lists as of the last look; immutable, so hold on to it for the length of one piece of work. */
  current(): CodeBook {
    if (!this.book) throw new Error('the code lists are read when the module starts');
    return this.book;
  }

  /** The items of a list as they hold on a day, past or to come, as far as is known today. */
  itemsOn(scheme: Scheme, day: string): CodeItem[] {
    const { shipped, edits } = this.lists;
    const items = shipped.items.filter((item) => item.scheme === scheme);
    return [...listsOn({ ...shipped, items }, { ...edits, items: edits.items.filter(({ item }) => item.scheme === scheme) }, day).items];
  }

  /** As it came with the system. */
  shippedItem(scheme: Scheme, code: string): CodeItem | null {
    return this.lists.shipped.items.find((item) => item.scheme === scheme && item.code === code) ?? null;
  }

  shippedPeriods(group: string, country: string): Dated[] {
    const members = this.lists.shipped.members.filter((member) => member.group === group && member.country === country);
    return members.map(({ from, to }) => ({ from, to }));
  }

  /** The lists of today with what the open unit of work has changed; `current` stays what is committed. */
  async uncommitted(): Promise<CodeBook> {
    const { today } = await this.repository.state();
    return CodeBook.fromData(listsOn(this.lists.shipped, await this.edits.all(), today));
  }

  /** Reads the lists again when they have changed, and goes over to the edits of today when the day has. */
  async refresh(): Promise<void> {
    const { revision, today } = await this.repository.state();
    if (revision !== this.revision) this.lists = { shipped: await this.repository.read(), edits: await this.edits.all() };
    else if (today === this.day) return;
    const inForce = [...itemsInForce(this.lists.edits.items, today).values()].map(({ id }) => id).join();
    if (revision !== this.revision || inForce !== this.inForce)
      this.book = CodeBook.fromData(listsOn(this.lists.shipped, this.lists.edits, today));
    [this.revision, this.day, this.inForce] = [revision, today, inForce];
  }

  /** @throws DomainError `request.invalid` for currencies that are on no list. */
  async saveRates(actor: Actor, rates: readonly CurrencyRate[]): Promise<void> {
    const unknown = rates.flatMap(({ currency }, i) => (this.current().item('currency', currency) ? [] : [i]));
    if (unknown.length > 0)
      throw invalid(
        unknown.map((i) => ({ path: `rates.${i}.currency`, code: 'unknown-code', message: 'See /api/v1/code-lists/currency.' })),
      );
    await this.uow.run(async () => {
      await this.repository.saveRates(rates);
      await this.audit.record(actor, {
        action: 'taxonomy.save-rates',
        subject: { type: 'code-list', id: 'currency' },
        data: { currencies: rates.map((rate) => rate.currency) },
      });
    });
    await this.refresh();
  }
}
