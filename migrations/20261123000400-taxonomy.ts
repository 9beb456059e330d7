import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Code lists as dated rows. `edited` marks what an administrator changed: the shipped lists never overwrite it. */
export class Taxonomy20261123000400 implements MigrationInterface {
  name = 'Taxonomy20261123000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE code_list_item (
        scheme text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        parent text,
        valid_from date,
        valid_to date,
        status text NOT NULL DEFAULT 'active',
        names jsonb NOT NULL,
        extra jsonb NOT NULL DEFAULT '{}',
        source text NOT NULL,
        edited boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_code_list_item PRIMARY KEY (scheme, code),
        CONSTRAINT ck_code_list_item_status CHECK (status IN ('active', 'withdrawn')),
        CONSTRAINT ck_code_list_item_dates CHECK (valid_from < valid_to)
      );

      CREATE TABLE country_group_member (
        group_code text NOT NULL,
        country text NOT NULL,
        position integer NOT NULL,
        valid_from date,
        valid_to date,
        source text NOT NULL,
        edited boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_country_group_member PRIMARY KEY (group_code, country, position),
        CONSTRAINT ck_country_group_member_dates CHECK (valid_from < valid_to)
      );

      -- US dollars for one unit, in use from that day until the next one of the currency.
      CREATE TABLE currency_rate (
        currency text NOT NULL,
        valid_from date NOT NULL,
        usd_per_unit double precision NOT NULL,
        source text NOT NULL,
        edited boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_currency_rate PRIMARY KEY (currency, valid_from),
        CONSTRAINT ck_currency_rate_positive CHECK (usd_per_unit > 0)
      );

      -- One row: what was loaded last, and a number that rises with every change.
      CREATE TABLE taxonomy_state (
        singleton boolean NOT NULL DEFAULT true,
        files_hash text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_taxonomy_state PRIMARY KEY (singleton),
        CONSTRAINT ck_taxonomy_state_singleton CHECK (singleton)
      );
      INSERT INTO taxonomy_state DEFAULT VALUES;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
