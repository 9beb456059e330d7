import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CodeBook } from './code-book.js';
import type { CodeItem, CurrencyRate } from './taxonomy-data.js';
import { TaxonomyRepository } from './taxonomy.repository.js';

/** Another process sees an administrator's change after this long at most. */
const LOOK_EVERY_MS = 5_000;

/** The code lists of this process: loaded at boot, kept current. */
@Injectable()
export class TaxonomyService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(TaxonomyService.name);
  private book: CodeBook | undefined;
  private revision = -1;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: TaxonomyRepository,
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

  /** Reads the lists again when they have changed. */
  async refresh(): Promise<void> {
    const revision = await this.repository.revision();
    if (revision === this.revision) return;
    this.book = CodeBook.fromData(await this.repository.read());
    this.revision = revision;
  }

  async saveItem(actor: Actor, item: CodeItem): Promise<void> {
    await this.uow.run(async () => {
      await this.repository.saveItem(item);
      await this.audit.record(actor, { action: 'taxonomy.save-item', subject: { type: 'code-list', id: item.scheme }, data: { code: item.code, status: item.status } });
    });
    await this.refresh();
  }

  async saveRates(actor: Actor, rates: readonly CurrencyRate[]): Promise<void> {
    await this.uow.run(async () => {
      await this.repository.saveRates(rates);
      await this.audit.record(actor, { action: 'taxonomy.save-rates', subject: { type: 'code-list', id: 'currency' }, data: { currencies: rates.map((rate) => rate.currency) } });
    });
    await this.refresh();
  }
}
