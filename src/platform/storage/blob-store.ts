import { Inject, Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import * as path from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../config/config.js';
import { diskDriver } from './drivers.js';

/** Contents of files under random names, in the data folder or in an S3 bucket. What they are and whose, the database knows. */
@Injectable()
export class BlobStore {
  /** Where uploads stay while they are checked; the disk of this process, wherever they go afterwards. */
  readonly incoming: string;
  private disk: Promise<Disk> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 's3Url'>) {
    this.incoming = path.join(config.dataDir, 'incoming.part');
  }

  /** @param from path of a file, which stays. */
  async put(id: string, from: string, type: string): Promise<void> {
    await (await this.open()).copyFromFs(from, keyOf(id), { contentType: type });
  }

  async read(id: string): Promise<Readable> {
    return (await this.open()).getStream(keyOf(id));
  }

  /** Whether it is there or not. */
  async remove(id: string): Promise<void> {
    await (await this.open()).delete(keyOf(id));
  }

  /** Made when first needed: the S3 client is large, and most exchanges do without it. */
  private open(): Promise<Disk> {
    return (this.disk ??= diskDriver(this.config).then((driver) => new Disk(driver)));
  }
}

/** In folders of a 256th each: none grows too long to be listed. */
const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`;
