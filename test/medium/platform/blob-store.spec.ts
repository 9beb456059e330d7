import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { text } from 'node:stream/consumers';
import { BlobStore } from '../../../src/platform/storage/index.js';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** As much of S3 as objects need: put, get and delete of signed requests, by path. */
function bucketServer(objects: Map<string, { contents: string; type: string | undefined }>): Server {
  return createServer((request, response) => {
    void (async () => {
      const key = new URL(request.url ?? '', 'http://s3').pathname;
      if (!/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/af-south-1\/s3\//.test(request.headers.authorization ?? ''))
        return response.writeHead(403).end();
      if (request.method === 'PUT') {
        objects.set(key, { contents: await text(request), type: request.headers['content-type'] });
        return response.writeHead(200, { etag: '"1"' }).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return response.writeHead(204).end();
      }
      const found = objects.get(key);
      return found ? response.writeHead(200, { 'content-type': found.type }).end(found.contents) : response.writeHead(404).end();
    })();
  });
}

describe('contents of files', () => {
  let dataDir: string;
  let file: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'gate-blobs-'));
    file = path.join(dataDir, 'sent');
    writeFileSync(file, 'what was sent');
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  async function livesThrough(store: BlobStore): Promise<void> {
    await store.put(ID, file, 'text/plain');
    expect(await text(await store.read(ID))).toBe('what was sent');
    await store.remove(ID);
    await store.remove(ID);
    await expect(store.read(ID).then(text)).rejects.toThrow();
  }

  it('are kept in the data folder', async () => {
    const store = new BlobStore({ dataDir });
    await livesThrough(store);
    await store.put(ID, file, 'text/plain');
    expect(readdirSync(path.join(dataDir, 'files', '0f'))).toEqual([ID]);
    expect(statSync(file).size).toBe(13);
  });

  it('are kept in a bucket, by signed requests', async () => {
    const objects = new Map<string, { contents: string; type: string | undefined }>();
    const server = bucketServer(objects).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const store = new BlobStore({
        dataDir,
        s3Url: `http://key:s%2Fecret@127.0.0.1:${(server.address() as AddressInfo).port}/gate-files?region=af-south-1`,
      });
      await livesThrough(store);
      await store.put(ID, file, 'application/pdf');
      expect([...objects]).toEqual([
        [`/gate-files/0f/${ID}`, { contents: 'what was sent', type: 'application/pdf' }],
      ]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
