/** What a caller may choose about the embedded server. */
export interface ServerTuning {
  /** False in tests only: nothing is synced, a crash of the machine may lose the cluster. */
  readonly durable: boolean;
  readonly settings?: Readonly<Record<string, string | number>>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // TCP works everywhere and has no limit on the length of a path; a socket would save 20 microseconds a query.
  unix_socket_directories: '',
  dynamic_shared_memory_type: 'posix',
  max_connections: 60,
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  max_wal_size: '512MB',
  checkpoint_completion_target: 0.9,
  random_page_cost: 1.1,
  max_worker_processes: 4,
  io_method: 'worker',
  io_workers: 2,
  // An online backup copies files and needs the log of what happened meanwhile, held by a replication slot.
  wal_level: 'replica',
  max_wal_senders: 2,
  max_replication_slots: 2,
  // lz4 is not compiled into these programs.
  wal_compression: 'pglz',
  idle_in_transaction_session_timeout: '60s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } as const;

/** The options of `postgres`, as pg_ctl's -o takes them. */
export function serverOptions({ durable, settings, port }: ServerTuning & { port: number }): string {
  const all = { ...SETTINGS, ...(durable ? {} : HASTY), ...settings, port };
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');
}
