import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type AppConfig } from '../config/config.js';
import { survivesBreaking } from '../database/lent-connections.js';
import { ActorSource } from '../http/actor-source.js';
import { ActorQueries } from './actor.queries.js';
import { ActorReader } from './actor.reader.js';
import { AuthController } from './auth.controller.js';
import { AuthEvents } from './auth.events.js';
import { AuthGateway } from './auth.gateway.js';
import { AUTH, AUTH_POOL, AUTH_SCHEMA, makeAuth } from './auth.js';
import { CredentialPurge } from './credential.purge.js';
import { CredentialStore } from './credential.store.js';

/** Ends better-auth's own connections when all that uses them has stopped. */
@Injectable()
class AuthPoolEnd implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function authPool(config: AppConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: 4,
    options: `-c search_path=${AUTH_SCHEMA}`,
    application_name: 'gate-auth',
    ...survivesBreaking,
  });
  // An idle connection that dies must not take the process with it.
  pool.on('error', () => undefined);
  return pool;
}

/** Accounts by better-auth, which nothing outside this folder imports; who calls is read by ActorReader. Needs HttpModule. */
@Global()
@Module({
  controllers: [AuthController],
  providers: [
    { provide: AUTH_POOL, useFactory: authPool, inject: [CONFIG] },
    { provide: AUTH, useFactory: makeAuth, inject: [AUTH_POOL, CONFIG, AuthEvents] },
    AuthPoolEnd,
    AuthEvents,
    AuthGateway,
    ActorQueries,
    ActorReader,
    { provide: ActorSource, useExisting: ActorReader },
    CredentialStore,
    CredentialPurge,
  ],
  exports: [ActorSource, ActorReader, AuthGateway, CredentialStore, AUTH],
})
export class AuthModule {}
