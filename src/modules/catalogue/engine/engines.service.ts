import { Injectable, Logger } from '@nestjs/common';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { CodeBook, TaxonomyService, type TaxonomyData } from '../../taxonomy/index.js';
import { engineRenewed } from '../catalogue.events.js';
import type { CatalogueIndex } from '../index/catalogue-index.js';
import { TextStatistics, type StoredStatistics } from '../text/text-statistics.js';
import { EngineVersionEntity } from './engine-version.entity.js';
import { DEFAULT_WEIGHTS, type Engine, type EngineCause, type Weights } from './engine.js';
import { frozenBook } from './frozen-lists.js';

/** Statistics over fewer listings are not worth a re-score of everything. */
const FIRST_DOUBLING = 40;

type Row = Pick<EngineVersionEntity, 'id' | 'listings' | 'weights' | 'codeBookVersion' | 'statistics' | 'codeLists'>;
interface Loaded {
  engine: Engine;
  listings: number;
  codeBookVersion: string;
}

/** The engine version in use in this process, and the making of new ones. */
@Injectable()
export class EnginesService {
  private readonly log = new Logger(EnginesService.name);
  private loaded: Loaded | undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * The version as of the last look at the catalogue.
   * @throws Error before there is one: wait for CatalogueFollower.ready().
   */
  get current(): Engine {
    if (!this.loaded) throw new Error('the engine is asked for before the catalogue is ready');
    return this.loaded.engine;
  }

  /** What each factor counts at present; the starting weights until the catalogue is ready. */
  get weights(): Weights {
    return this.loaded?.engine.weights ?? DEFAULT_WEIGHTS;
  }

  /**
   * Brings this process to the newest version, and makes one when it is due: there is none, the number of listings has doubled, or
   * code lists that scores read have changed. Called after every look at the catalogue.
   * @param newest id of the newest version at that look, or null.
   */
  async follow(newest: string | null, index: CatalogueIndex): Promise<void> {
    if (newest !== null && newest !== this.loaded?.engine.version) await this.load(newest);
    if (this.dueCause(index.size) === 'code-lists') await this.taxonomy.refresh();
    // Asked again: the version may come from a process that knew of a changed list before this one did.
    const cause = this.dueCause(index.size);
    if (cause) await this.renew(cause, index);
  }

  /** Makes a version out of the catalogue and the code lists as they are, unless another process was first. */
  async renew(cause: EngineCause, index: CatalogueIndex): Promise<void> {
    const book = frozenBook(this.taxonomy.current());
    const statistics = TextStatistics.of(index.all());
    const row = {
      cause,
      listings: index.size,
      weights: this.loaded?.engine.weights ?? DEFAULT_WEIGHTS,
      codeBookVersion: book.version,
      statistics: await pack(statistics.toStored()),
      codeLists: await pack(book.data),
    };
    const version = await this.uow.run(async () => {
      await this.uow.query(`SELECT pg_advisory_xact_lock(hashtext('engine_version'))`);
      const [last] = await this.uow.query<{ id: string | null }>('SELECT max(id)::text AS id FROM engine_version');
      if (last?.id && last.id !== this.loaded?.engine.version) return last.id;
      const { identifiers } = await this.uow.manager.insert(EngineVersionEntity, row);
      const id = String((identifiers[0] as { id: string }).id);
      await this.events.publish(engineRenewed, { version: id });
      return id;
    });
    await this.load(version);
    this.log.log(`engine version ${version} (${cause}, ${index.size} listings)`);
  }

  /**
   * Any version, for checking a stored score.
   * @throws Error when there is no such version.
   */
  async version(id: string): Promise<Engine> {
    return this.loaded?.engine.version === id ? this.loaded.engine : (await this.read(id)).engine;
  }

  private dueCause(listings: number): EngineCause | null {
    if (!this.loaded) return 'first';
    if (this.loaded.codeBookVersion !== frozenBook(this.taxonomy.current()).version) return 'code-lists';
    return listings >= Math.max(FIRST_DOUBLING, 2 * this.loaded.listings) ? 'doubled' : null;
  }

  private async load(id: string): Promise<void> {
    this.loaded = await this.read(id);
  }

  private async read(id: string): Promise<Loaded> {
    const [row] = await this.uow.query<Row>(
      `SELECT id, listings, weights, code_book_version AS "codeBookVersion", statistics, code_lists AS "codeLists" FROM engine_version WHERE id = $1`,
      [id],
    );
    if (!row) throw new Error(`there is no engine version ${id}`);
    const statistics = TextStatistics.fromStored(await unpack<StoredStatistics>(row.statistics));
    const book = CodeBook.fromData(await unpack<TaxonomyData>(row.codeLists));
    return {
      engine: { version: row.id, weights: row.weights, statistics, book },
      listings: row.listings,
      codeBookVersion: row.codeBookVersion,
    };
  }
}

const pack = async (value: unknown): Promise<Buffer> => promisify(gzip)(JSON.stringify(value));
const unpack = async <T>(packed: Buffer): Promise<T> => JSON.parse((await promisify(gunzip)(packed)).toString()) as T;
