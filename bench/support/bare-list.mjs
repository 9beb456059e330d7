// The same statements by raw pg on bare Fastify: what a list route costs when nothing is checked. Its own process, so that its CPU can be told.
import Fastify from 'fastify';
import pg from 'pg';

const { statements, databaseUrl, port } = JSON.parse(process.argv[2]);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const app = Fastify();
app.get('/', async () => {
  let rows = [];
  for (const { text, values } of statements) ({ rows } = await pool.query(text, values));
  return { items: rows, next: null };
});
await app.listen({ port, host: '127.0.0.1' });
process.stdout.write('listening\n');
