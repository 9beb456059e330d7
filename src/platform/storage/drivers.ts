import type { DriverContract } from 'flydrive/types';
import * as path from 'node:path';
import type { Config } from '../config/config.js';

/** Where files are kept: `s3Url` (`https://KEY:SECRET@host/bucket?region=eu-west-1`), else the folder `files` of the data folder. */
export async function diskDriver({ dataDir, s3Url }: Pick<Config, 'dataDir' | 's3Url'>): Promise<DriverContract> {
  if (s3Url === undefined) {
    const { FSDriver } = await import('flydrive/drivers/fs');
    return new FSDriver({ location: path.join(dataDir, 'files'), visibility: 'private' });
  }
  const { origin, username, password, pathname, searchParams } = new URL(s3Url);
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    endpoint: origin,
    // Most servers beside Amazon's know a bucket by its path.
    forcePathStyle: true,
    region: searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    bucket: pathname.slice(1),
    // Many of them know neither check sums in trailers nor access lists.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    visibility: 'private',
    supportsACL: false,
  });
}
