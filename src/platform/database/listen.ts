import pg from 'pg';

const RETRY_MS = 1_000;

export interface Listening {
  close(): Promise<void>;
}

/**
 * Calls back on every NOTIFY of a channel, over a connection of its own that is opened again whenever it is lost. Notices may be missed
 * meanwhile, so whoever listens also looks by itself now and then.
 */
export function listen(url: string, channel: string, notified: () => void): Listening {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const again = () => {
    client = undefined;
    if (!closed) retry ??= setTimeout(() => ((retry = undefined), void open()), RETRY_MS).unref();
  };
  const open = async (): Promise<void> => {
    if (closed) return;
    const fresh = new pg.Client({ connectionString: url, application_name: `gate-listen-${channel}`, keepAlive: true });
    client = fresh;
    fresh.on('error', () => undefined);
    fresh.on('end', again);
    fresh.on('notification', notified);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      // What was said while nobody listened.
      notified();
    } catch {
      await fresh.end().catch(() => undefined);
      again();
    }
  };
  const opening = open();

  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
