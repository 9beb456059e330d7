import { Inject, Injectable, Optional } from '@nestjs/common';
import { EXAMPLES_LOADER, type ExamplesLoader } from './examples-loader.js';

/** What a start in example mode calls when it listens. An application without the module of examples starts as well. */
@Injectable()
export class ExampleStart {
  constructor(@Optional() @Inject(EXAMPLES_LOADER) private readonly loader: ExamplesLoader | undefined) {}

  /** False when there is nothing to show. */
  get available(): boolean {
    return this.loader !== undefined;
  }

  /** @returns true when the examples were loaded now, false when they were there. */
  async load(): Promise<boolean> {
    return (await this.loader?.load()) ?? false;
  }
}
