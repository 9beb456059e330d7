import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * better-auth's tables as its own compileMigrations() writes them, in a schema of their own (test/e2e/auth checks that it finds nothing to add).
 * Names are its own too: camelCase, so they are quoted.
 */
export class Auth20261123000200 implements MigrationInterface {
  name = 'Auth20261123000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA auth;
      CREATE TABLE auth."user" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "name" text not null,
        "email" text not null unique,
        "emailVerified" boolean not null,
        "image" text,
        "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
        "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
      );
      CREATE TABLE auth."session" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "expiresAt" timestamptz not null,
        "token" text not null unique,
        "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
        "updatedAt" timestamptz not null,
        "ipAddress" text,
        "userAgent" text,
        "userId" uuid not null references auth."user" ("id") on delete cascade
      );
      CREATE TABLE auth."account" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "accountId" text not null,
        "providerId" text not null,
        "userId" uuid not null references auth."user" ("id") on delete cascade,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        "scope" text,
        "password" text,
        "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
        "updatedAt" timestamptz not null
      );
      CREATE TABLE auth."verification" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "identifier" text not null,
        "value" text not null,
        "expiresAt" timestamptz not null,
        "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
        "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
      );
      CREATE TABLE auth."apikey" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "configId" text not null,
        "name" text,
        "start" text,
        "referenceId" text not null,
        "prefix" text,
        "key" text not null,
        "refillInterval" integer,
        "refillAmount" integer,
        "lastRefillAt" timestamptz,
        "enabled" boolean,
        "rateLimitEnabled" boolean,
        "rateLimitTimeWindow" integer,
        "rateLimitMax" integer,
        "requestCount" integer,
        "remaining" integer,
        "lastRequest" timestamptz,
        "expiresAt" timestamptz,
        "createdAt" timestamptz not null,
        "updatedAt" timestamptz not null,
        "permissions" text,
        "metadata" text
      );
      CREATE TABLE auth."rateLimit" (
        "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
        "key" text not null unique,
        "count" integer not null,
        "lastRequest" bigint not null
      );
      create index "session_userId_idx" on auth."session" ("userId");
      create index "account_userId_idx" on auth."account" ("userId");
      create index "verification_identifier_idx" on auth."verification" ("identifier");
      create index "apikey_configId_idx" on auth."apikey" ("configId");
      create index "apikey_referenceId_idx" on auth."apikey" ("referenceId");
      create index "apikey_key_idx" on auth."apikey" ("key");

      GRANT USAGE ON SCHEMA auth TO gate_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO gate_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA auth GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gate_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
