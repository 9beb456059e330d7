import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Settings } from '../../platform/database/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ExamplesLoader } from '../../platform/examples/examples-loader.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { ExampleCast } from './example-cast.js';
import { exampleListings, exampleMatches, exampleOrganizations, exampleRevisions } from './example-data.js';
import { ExampleListings } from './example-listings.js';
import { ExampleMatches } from './example-matches.js';
import { ExampleRevisions } from './example-revisions.js';

/** How far the loading has come: the exchange itself commits as one, the matches are played one by one afterwards. */
const STAGE = 'examples.stage';

/** Fills an example database through the services, so that everything in it could have been made by people. */
@Injectable()
export class ExampleExchangeLoader implements ExamplesLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: Settings,
    private readonly cast: ExampleCast,
    private readonly listings: ExampleListings,
    private readonly matches: ExampleMatches,
    private readonly revisions: ExampleRevisions,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  async load(): Promise<boolean> {
    const file = new DemoAccountsFile(this.config.dataDir);
    const stage = await this.settings.get(STAGE);
    if (stage === 'removed') return false;
    if (stage === null) await this.uow.run(() => this.fill(file));
    file.settle();
    if (stage === 'complete') return false;
    const cast = await this.cast.recall();
    await this.matches.play(exampleMatches(), cast);
    await this.revisions.apply(exampleRevisions(), cast);
    await this.uow.run(() => this.settings.set(STAGE, 'complete'));
    return true;
  }

  private async fill(file: DemoAccountsFile): Promise<void> {
    const { accounts, managers, administrators } = await this.cast.make(exampleOrganizations());
    await this.listings.publish(exampleListings(), managers, administrators);
    await this.settings.set(STAGE, 'filled');
    file.prepare(accounts);
  }
}
