import { createServer } from 'node:net';

/** Ends the process with clear words when HOST and PORT are taken: a second start must not disturb the first. */
export async function assertPortFree(env) {
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 3000);
  // Settings that make no sense are main's to report, with all the others.
  if (!Number.isInteger(port) || port < 0 || port > 65535) return;
  const code = await new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code !== 'EADDRINUSE') return;
  process.stderr.write(`Port ${port} on ${host} is in use, perhaps by a GATE that is already running: stop it, or choose another one (PORT=${port + 1} npm start).\n`);
  process.exit(1);
}
