import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FreezeAt {
  /** Text that the transaction has sent: of a statement, or an id among its parameters. */
  sent: string;
  /** `asked`: the commit does not reach the database. `done`: it does, and its answer does not come back. */
  commit: 'asked' | 'done';
}

/** Stands between a process and PostgreSQL, and stops the line at a commit, so that a test can kill the process at just that point. */
export interface DatabaseProxy {
  /** The address for the process. */
  readonly url: string;
  /** Settles when a transaction stands still there; that connection stays silent from then on. */
  freeze(at: FreezeAt): Promise<void>;
  close(): Promise<void>;
}

// Messages of the wire protocol: kind, length, text.
const COMMIT_ASKED = Buffer.from('Q\0\0\0\x0bCOMMIT\0', 'latin1');
const COMMIT_DONE = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1');
const ROLLBACK_DONE = Buffer.from('C\0\0\0\x0dROLLBACK\0', 'latin1');

export async function databaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: (FreezeAt & { reached: () => void }) | undefined;

  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    let sent = '';
    let frozen = false;
    const isAt = (commit: FreezeAt['commit']): boolean => {
      if (frozen) return true;
      if (armed?.commit !== commit || !sent.includes(armed.sent)) return false;
      frozen = true;
      armed.reached();
      armed = undefined;
      return true;
    };
    client.on('data', (chunk: Buffer) => {
      sent += chunk.toString('latin1');
      if (frozen || (chunk.includes(COMMIT_ASKED) && isAt('asked'))) return;
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      const committed = chunk.includes(COMMIT_DONE);
      if (frozen || (committed && isAt('done'))) return;
      if (committed || chunk.includes(ROLLBACK_DONE)) sent = '';
      client.write(chunk);
    });
    for (const [socket, peer] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => (sockets.delete(socket), peer.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = `${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    freeze: (at) => new Promise((reached) => (armed = { ...at, reached })),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
