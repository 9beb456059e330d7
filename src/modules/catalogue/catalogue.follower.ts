import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { listen, type Listening } from '../../platform/database/listen.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingsQueries } from '../listings/index.js';
import { EnginesService } from './engine/engines.service.js';
import { CatalogueIndex } from './index/catalogue-index.js';

const CHANNEL = 'catalogue';
const POLL_MS = 250;
const RETRY_MS = 1_000;
const SLICE = 500;
// Beyond every transaction: the first look reads no changes, because the whole catalogue is loaded after it.
const END_OF_TIME = '18446744073709551615';

interface Look {
  seq: string;
  next_watermark: string;
  engine: string | null;
  changes: string[];
  listings: string[];
}

/**
 * Keeps this process' index equal to the committed catalogue. Changes are read from a watermark that never passes a running transaction, so
 * none is skipped, whatever order they commit in; each look re-reads the present state of what changed, so doing it twice is harmless.
 * NOTIFY wakes it, a poll stands behind.
 */
@Injectable()
export class CatalogueFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(CatalogueFollower.name);
  private watermark = END_OF_TIME;
  private applied = new Set<string>();
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<{ seq: number }> | undefined;
  private warm = false;
  private lookedAt = performance.now();
  private stopped = false;
  private warming: Promise<void> | undefined;
  private listening: Listening | undefined;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingsQueries,
    private readonly engines: EnginesService,
    private readonly index: CatalogueIndex,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  get isReady(): boolean {
    return this.warm;
  }

  /** How long ago this process last saw all that was committed. */
  get lagSeconds(): number {
    return (performance.now() - this.lookedAt) / 1_000;
  }

  /** Settles when the index is filled; matching jobs wait for it. */
  async ready(): Promise<void> {
    await this.warming;
    if (!this.warm) throw new Error('the catalogue was stopped before it was filled');
  }

  onApplicationBootstrap(): void {
    this.warming = this.warmUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    await this.listening?.close();
    await this.warming;
    await Promise.allSettled([this.running, this.next]);
  }

  /**
   * Applies everything committed before this call (and perhaps more) to the index, and brings the engine version up to date.
   * Callers at the same time share a look, but never one that began before they asked.
   * @returns a number that grows with what was seen: of two looks of any processes the higher has seen all that the lower has.
   */
  async catchUp(): Promise<{ seq: number }> {
    if (this.uow.isOpen) throw new Error('catching up inside a unit of work would hold its lock until the commit');
    await this.ready();
    return this.nextLook();
  }

  private nextLook(): Promise<{ seq: number }> {
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        const look = this.look();
        this.running = look;
        return look;
      });
    return this.next;
  }

  private async look(): Promise<{ seq: number }> {
    const began = performance.now();
    const [seen] = await this.uow.query<Look>('SELECT * FROM catalogue_catch_up($1::xid8)', [this.watermark]);
    if (!seen) throw new Error('catalogue_catch_up answered nothing');
    const changed = [...new Set(seen.listings.filter((_, i) => !this.applied.has(seen.changes[i] ?? '')))];
    for (let i = 0; i < changed.length; i += SLICE) await this.apply(changed.slice(i, i + SLICE));
    this.applied = new Set(seen.changes);
    this.watermark = seen.next_watermark;
    await this.engines.follow(seen.engine, this.index);
    this.lookedAt = began;
    return { seq: Number(seen.seq) };
  }

  private async apply(ids: readonly string[]): Promise<void> {
    const present = new Map((await this.listings.published(ids)).map((listing) => [listing.id, listing]));
    for (const id of ids) {
      const listing = present.get(id);
      if (listing) this.index.upsert(listing);
      else this.index.remove(id);
    }
  }

  /** The watermark is taken before the load, so that what commits meanwhile is read again by the first look after it. */
  private async warmUp(): Promise<void> {
    while (!this.stopped) {
      try {
        const [start] = await this.uow.query<Look>('SELECT * FROM catalogue_catch_up($1::xid8)', [END_OF_TIME]);
        await this.loadAll();
        this.watermark = start?.next_watermark ?? this.watermark;
        await this.look();
        this.warm = true;
        // Stopped while it looked: nobody would end what it began now.
        if (!this.stopped) this.follow();
        return;
      } catch (error) {
        if (this.stopped) return;
        this.log.warn(`the catalogue could not be loaded, trying again: ${(error as Error).message}`);
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  private async loadAll(): Promise<void> {
    for (let last: string | null = null; ;) {
      const slice = await this.listings.allPublished(last, SLICE);
      for (const listing of slice) this.index.upsert(listing);
      if (slice.length < SLICE) return;
      last = slice.at(-1)!.id;
    }
  }

  private follow(): void {
    const wake = () =>
      void this.nextLook().catch((error: Error) => this.stopped || this.log.warn(`the catalogue could not be followed: ${error.message}`));
    this.listening = listen(this.config.databaseUrl, CHANNEL, wake);
    this.poll = setInterval(wake, POLL_MS).unref();
  }
}
